import * as z from 'zod'
import { areMeant, defineCorpusRule, duplicateOptions, placeOfWords, relatedTo, remember } from '../../src/rule/rule.ts'
import type { Corpus, CorpusProblem, SharedPair } from '../../src/rule/rule.ts'

const port =
  'Open the web interface, choose **Network** and then **Ports**. Press **Add**, write the number of the port, choose the device that it shall lead to, and press **Save**. The router restarts its connection, which takes half a minute, and the port is open from then on for this one device.'

/** Of a passage that stands in a dozen articles, some are enough. */
const mostRelated = 8

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
    for (const pairs of corpus.passages(minWords)) {
      const problem = remember(known, pairs, () => problemOf(pairs, corpus))
      if (problem) yield problem
    }
  },
})

const known = new WeakMap<readonly SharedPair[], CorpusProblem | undefined>()
const bounds = duplicateOptions.parse({})

/** What is to be said of the passages that an article shares with those before it; where both are much the same, other rules tell. */
function problemOf(pairs: readonly SharedPair[], corpus: Corpus): CorpusProblem | undefined {
  const shared = pairs.filter(({ a, b }) => !areMeant(a, b) && !corpus.kinship(a, b, bounds))
  // Of passages of one length, the one that is shared with the first article.
  const longest = shared.reduce((best, pair) => (pair.what.words > best.what.words ? pair : best), shared[0]!)
  if (!longest) return undefined
  const others = [longest, ...shared.filter((pair) => pair !== longest)]
  const { b: article, a: first } = longest
  const { inB, words } = longest.what
  const [more, all] = others.length > 1 ? [` and ${others.length - 1} more`, 'all'] : ['', 'both']
  return {
    path: article.path,
    at: placeOfWords(article.body, inB, inB + words),
    message: `Unexpected passage of ${words} words that stands in \`${first.path}\`${more} too, expected it once, make it a snippet that ${all} include, or link to the article that is about it`,
    related: others.slice(0, mostRelated).map(({ a, what }) => ({
      ...relatedTo(a, 'the same passage'),
      at: placeOfWords(a.body, what.inA, what.inA + what.words),
    })),
    data: {
      similarity: Math.round((words / Math.min(article.body.words.length, first.body.words.length)) * 1000) / 1000,
      words,
    },
    key: '',
  }
}
