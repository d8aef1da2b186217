import * as z from 'zod'
import {
  areMeant,
  defineCorpusRule,
  duplicateOptions,
  placeOfWords,
  relatedTo,
  type Facts,
} from '../../src/rule/rule.ts'

const port =
  'Open the web interface, choose **Network** and then **Ports**. Press **Add**, write the number of the port, choose the device that it shall lead to, and press **Save**. The router restarts its connection, which takes half a minute, and the port is open from then on for this one device.'

/** Of a passage that stands in a dozen articles, some are enough. */
const mostRelated = 8

/** Where a passage stands besides. */
interface Shared {
  article: Facts
  from: number
  words: number
  /** The longest first. */
  others: { article: Facts; from: number; words: number }[]
}

export default defineCorpusRule({
  id: 'duplicates/passage',
  description: 'A longer passage stands in one article only.',
  why: 'A passage that was copied is corrected in one place and forgotten in the others. As a snippet that both include, or behind a link, it stands once.',
  severity: 'suggestion',
  options: z.strictObject({
    minWords: z.number().int().min(20).default(45).describe('words that a passage must have, boilerplate set aside'),
  }),
  examples: [
    {
      name: 'One procedure in two articles',
      files: {
        'game.md': `# How do I host a game?\n\nYour friends reach your computer through a port of its own. Look into the manual of the game for its number first: most games have one between ten and fifty thousand.\n\n${port}\n\nTell your friends the address of your router. It stands on the first page of the app, below the name of your provider, and changes every night with some of them.\n`,
        'camera.md': `# Can I watch my camera when I am away?\n\nYes. The camera must have a password of its own, as everybody who knows the address could look at your home otherwise, and many cameras come without one.\n\n${port}\n\nThen write the address into the app of the camera. Switch off the radio of your phone to try whether it works, as you are at home still.\n`,
      },
      findings: [
        'game.md:5:1-5:287: Unexpected passage of 50 words that stands in `camera.md` too, expected it once, make it a snippet that both include, or link to the article that is about it',
      ],
    },
    {
      name: 'Each in its own words',
      files: {
        'game.md': `# How do I host a game?\n\n${port}\n`,
        'camera.md': '# Can I watch my camera when I am away?\n\nYes, through a port: see how to host a game.\n',
      },
      findings: [],
    },
  ],
  *check(corpus, { minWords }) {
    const bounds = duplicateOptions.parse({})
    const found = new Map<Facts, Shared>()
    for (const { a, b, what } of corpus.passages(minWords)) {
      if (areMeant(a, b) || corpus.kinship(a, b, bounds)) continue
      const known = found.get(b)
      const other = { article: a, from: what.inA, words: what.words }
      if (!known) found.set(b, { article: b, from: what.inB, words: what.words, others: [other] })
      else if (what.words > known.words)
        found.set(b, { ...known, from: what.inB, words: what.words, others: [other, ...known.others] })
      else known.others.push(other)
    }
    for (const { article, from, words, others } of found.values()) {
      const [first] = others
      const more = others.length > 1 ? ` and ${others.length - 1} more` : ''
      const length = article.body.words.length
      yield {
        path: article.path,
        at: placeOfWords(article.body, from, from + words),
        message: `Unexpected passage of ${words} words that stands in \`${first!.article.path}\`${more} too, expected it once, make it a snippet that ${more === '' ? 'both' : 'all'} include, or link to the article that is about it`,
        related: others.slice(0, mostRelated).map((other) => ({
          ...relatedTo(other.article, 'the same passage'),
          at: placeOfWords(other.article.body, other.from, other.from + other.words),
        })),
        data: {
          similarity: Math.round((words / Math.min(length, first!.article.body.words.length)) * 1000) / 1000,
          words,
        },
        key: first!.article.path,
      }
    }
  },
})
