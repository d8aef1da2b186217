import * as z from 'zod'
import { countWords, defineArticleRule, namesTopic } from '../../src/rule/rule.ts'

/** Scripts that put no space between words, so that one run of letters may be a sentence. */
const withoutSpaces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

export default defineArticleRule({
  id: 'title/length',
  description: 'Titles can be read at a glance.',
  why: 'Search results cut a title after about 65 characters, and a list of long ones has to be read instead of looked through.',
  severity: 'suggestion',
  options: z.strictObject({
    max: z
      .number()
      .int()
      .positive()
      .default(100)
      .describe('characters; search results show about 65, and few help centres manage with that'),
    minWords: z
      .number()
      .int()
      .positive()
      .default(1)
      .describe('fewer words are too few; 2 where no page is called as a function or a term is'),
  }),
  examples: [
    { name: 'At a glance', input: '# How do I pause a number?\n', findings: [] },
    {
      name: 'The article in one sentence',
      input:
        '# How do I pause a number that is shared by two departments while one of them is on holiday and the other is not?\n',
      findings: [
        '1:1-1:114: Unexpected title of 111 characters, expected at most 100, keep what tells it from other articles and leave the rest to the text',
      ],
    },
    {
      name: 'A word, where a question is wanted',
      options: { minWords: 2 },
      input: '---\ntitle: Recordings\n---\n',
      findings: ['2:8-2:18: Unexpected title of one word, expected at least 2, say what a reader wants to know of it'],
    },
    { name: 'A name', input: '# Hangup\n', findings: [] },
    { name: 'A language without spaces', options: { minWords: 2 }, input: '# 番号を一時停止するには\n', findings: [] },
    {
      name: 'A house with a bound of its own',
      options: { max: 20 },
      input: '# How do I pause a number?\n',
      findings: [
        '1:1-1:27: Unexpected title of 24 characters, expected at most 20, keep what tells it from other articles and leave the rest to the text',
      ],
    },
  ],
  *check({ title }, { max, minWords }) {
    if (!title) return
    // An emoji is one character to a reader, and two units.
    const length = title.text.length > max ? [...title.text].length : 0
    if (length > max) {
      yield {
        at: title.at,
        message: `Unexpected title of ${length} characters, expected at most ${max}, keep what tells it from other articles and leave the rest to the text`,
      }
      return
    }
    // Most titles are long enough by far.
    if (title.text.length > 20 * minWords) return
    const words = countWords(title.text)
    // A word that names nothing is `title/findable`'s.
    if (words === 0 || words >= minWords || withoutSpaces.test(title.text) || !namesTopic(title.text)) return
    yield {
      at: title.at,
      message: `Unexpected title of ${words === 1 ? 'one word' : `${words} words`}, expected at least ${minWords}, say what a reader wants to know of it`,
    }
  },
})
