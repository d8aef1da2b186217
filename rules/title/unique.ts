import * as z from 'zod'
import { areMeant, countWords, defineCorpusRule, type Facts, type Member } from '../../src/rule/rule.ts'

export default defineCorpusRule({
  id: 'title/unique',
  description: 'No two articles have the same title.',
  why: 'In a search result they are the same line twice: readers guess which one is theirs, and links get mixed up.',
  severity: 'warning',
  options: z.strictObject({
    minWords: z
      .number()
      .int()
      .positive()
      .default(2)
      .describe('shorter titles are names, such as that of a function, which the folder around them completes'),
  }),
  examples: [
    {
      name: 'The same question twice',
      files: {
        'mobile/pause.md': '# How do I pause a number?\n',
        'web/pause-number.md': '---\ntitle: How do I pause a Number\n---\n',
      },
      findings: [
        'web/pause-number.md:2:8-2:31: Unexpected title of `mobile/pause.md` again, expected one of its own, say what sets this article apart, or merge both',
      ],
    },
    {
      name: 'A name and a version are part of it',
      files: {
        'c.md': '# Connect an app in C\n',
        'cpp.md': '# Connect an app in C++\n',
        'one.md': '# What is new in version 1.1?\n',
        'eleven.md': '# What is new in version 11?\n',
      },
      findings: [],
    },
    {
      name: 'Meant to be alike',
      files: {
        'pause.md': '# How do I pause a number?\n',
        'pause-2.md': '---\ntitle: How do I pause a number?\ndistinct_from: pause\n---\n',
      },
      findings: [],
    },
    {
      name: 'A name that belongs to two things',
      files: {
        'call/duration.md': '# Duration\n',
        'queue/duration.md': '# Duration\n',
      },
      findings: [],
    },
    {
      name: 'One article in two versions, or in two languages',
      files: {
        'en/v2/pause.md': '# Status page\n',
        'en/v3/pause.md': '# Status page\n',
        'de/v3/pause.md': '# Status page\n',
      },
      findings: [],
    },
  ],
  *check(corpus, { minWords }) {
    for (const group of corpus.groupedBy(titleOf, asItIs)) {
      for (const [index, { article, item: title }] of group.entries()) {
        // One word is a name, and names are shared.
        if (index === 0 || countWords(article.title ?? '') < minWords) continue
        const first = group.find(
          ({ article: other }, place) =>
            place < index && !areMeant(other, article) && editionOf(other.path) !== editionOf(article.path),
        )?.article
        if (!first) continue
        yield {
          path: article.path,
          at: article.at,
          message: `Unexpected title of \`${first.path}\` again, expected one of its own, say what sets this article apart, or merge both`,
          related: [{ path: first.path, at: first.at, message: 'the same title', quote: first.title ?? first.path }],
          key: title,
        }
      }
    }
  },
})

const asItIs = (group: readonly Member<string>[]) => group

function* titleOf(article: Facts): Generator<[string, string]> {
  const title = bareTitleOf(article)
  if (title !== '') yield [title, title]
}

/** A title without case, punctuation and white space; signs of names stay (`C#`), and so does what stands between numbers. */
function bareTitleOf({ title }: Facts): string {
  return ((title ?? '').normalize('NFKC').toLowerCase().match(word) ?? []).join('').trim()
}

const word = /[\p{L}\p{M}\p{Sm}\p{Sc}#&@%_]+|\p{N}+(?:[^\p{L}\p{N}]+(?=\p{N}))?/gu

/** A path with `*` for each folder that names a version or a language: the same for all editions of an article. */
function editionOf(path: string): string {
  return path.replace(
    /(?<=^|\/)(?:v?\d+(?:[.-]\d+)*(?:\.x)?|latest|next|current|stable|[a-z]{2}(?:[-_][a-z]{2,4})?)(?=\/)/gi,
    '*',
  )
}
