import * as z from 'zod'
import {
  areMeant,
  countWords,
  defineCorpusRule,
  isGrammar,
  kindOfTitle,
  relatedTo,
  stemsOf,
} from '../../src/rule/rule.ts'
import type { Facts, Member } from '../../src/rule/rule.ts'

export default defineCorpusRule({
  id: 'title/duplicate',
  description: 'No two articles ask the same question in their titles, in whatever order of words.',
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
      name: 'The same question in another order of words',
      files: {
        'folder.md': '# Why do files not appear in a shared folder?\n',
        'files.md': "# Files in a shared folder don't appear. Why?\n",
      },
      findings: [
        'folder.md:1:1-1:46: Unexpected title with the words of `files.md` in another order, expected one of its own, say what sets this article apart, or merge both',
      ],
    },
    {
      name: 'In another order it asks something else',
      files: {
        'to.md': '# How do I move contacts from Outlook to Gmail?\n',
        'from.md': '# How do I move contacts from Gmail to Outlook?\n',
        'not.md': '# Why do files appear in a shared folder?\n',
        'folder.md': '# Why do files not appear in a shared folder?\n',
        'what.md': '# What is a shared folder?\n',
        'how.md': '# How do I have a shared folder?\n',
      },
      findings: [],
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
      name: 'A name that says nothing of the question is completed by its folder',
      files: {
        'calls/rate-limits.md': '# Rate limits\n',
        'messages/rate-limits.md': '# Rate limits\n',
        'messages/limits.md': '# Rate limits\n',
        'messages/rates/index.md': '# Plan limits\n',
        'messages/rates/plans.md': '# Plan limits\n',
      },
      findings: [
        'messages/rate-limits.md:1:1-1:14: Unexpected title of `messages/limits.md` again, expected one of its own, say what sets this article apart, or merge both',
      ],
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
  *check(corpus, { minWords }, { isNew }) {
    for (const members of corpus.groupedBy(titleOf, asItIs)) {
      // The sort is stable: of those that were there before, and of new ones, the first by path comes first.
      const group = [...members].sort((a, b) => Number(isNew(a.article.path)) - Number(isNew(b.article.path)))
      for (const [index, { article, item: key }] of group.entries()) {
        // One word is a name, and names are shared.
        if (index === 0 || countWords(article.title ?? '') < minWords) continue
        const isName = kindOfTitle(article.title ?? '') === 'name'
        const first = group.find(
          ({ article: other }, place) =>
            place < index &&
            !areMeant(other, article) &&
            editionOf(other.path) !== editionOf(article.path) &&
            (!isName || folderOf(other.path) === folderOf(article.path)),
        )?.article
        if (!first) continue
        const isSame = bareTitleOf(first) === bareTitleOf(article)
        yield {
          path: article.path,
          at: article.at,
          message: `Unexpected title ${isSame ? `of \`${first.path}\` again` : `with the words of \`${first.path}\` in another order`}, expected one of its own, say what sets this article apart, or merge both`,
          related: [relatedTo(first, 'the same question')],
          key,
        }
      }
    }
  },
})

const asItIs = (group: readonly Member<string>[]) => group

function* titleOf(article: Facts): Generator<[string, string]> {
  const key = questionOf(article)
  if (key !== '') yield [key, key]
}

/** What a title asks, whatever the order of its words: their stems, but for those that tell what is asked and those that turn it round. */
function questionOf(article: Facts): string {
  const title = (article.title ?? '').normalize('NFKC').toLowerCase().replaceAll('’', "'")
  const kind = asks.exec(title)?.[0] ?? ''
  const words: string[] = []
  let before = ''
  for (const match of title.replace(/n't\b/g, ' not').replace(/'s\b/g, '').match(word) ?? []) {
    const bare = match.trim()
    if (turns.test(bare)) before = bare
    else if (bare === 'not' || bare === 'cannot' || bare === 'without') words.push('not')
    else if (!isGrammar(bare)) {
      const [stem] = stemsOf(bare)
      // What is a name for machines, such as `C++`, is compared as it is.
      words.push(`${before}${/^\p{L}+$/u.test(bare) ? stem : bare}`)
      before = ''
    }
  }
  return words.length > 1 ? [kind, ...words.sort()].join(' ') : bareTitleOf(article)
}

const asks = /\b(?:why|when|where|who|which|what (?:is|are))\b/
/** What follows one of these is told apart from what does not. */
const turns = /^(?:from|to|into|between|by|for|with|before|after|in|on)$/

/** A title without case, punctuation and white space; signs of names stay (`C#`), and so does what stands between numbers. */
function bareTitleOf({ title }: Facts): string {
  return ((title ?? '').normalize('NFKC').toLowerCase().match(word) ?? []).join('').trim()
}

const word = /[\p{L}\p{M}\p{Sm}\p{Sc}#&@%_]+|\p{N}+(?:[^\p{L}\p{N}]+(?=\p{N}))?/gu

/** The folder that completes a name: that of the page of a folder is the one around it. */
const folderOf = (path: string): string =>
  path.replace(/(?:\/_?(?:index|readme))?\.\w+$/i, '').replace(/(?<=^|\/)[^/]*$/, '')

/** A path with `*` for each folder that names a version or a language: the same for all editions of an article. */
function editionOf(path: string): string {
  return path.replace(
    /(?<=^|\/)(?:v?\d+(?:[.-]\d+)*(?:\.x)?|latest|next|current|stable|[a-z]{2}(?:[-_][a-z]{2,4})?)(?=\/)/gi,
    '*',
  )
}
