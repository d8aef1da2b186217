import * as z from 'zod'
import { defineArticleRule, titleTextOf } from '../../src/rule/rule.ts'

/** Two words of small letters with a slash between them; the first word of a title may open with a capital. */
const pair =
  /(?<![\p{L}\p{N}\p{Pc}/\\.~:@%+-])((?:(?<=^[^\p{L}]*)\p{Lu})?\p{Ll}{2,}(?:-\p{Ll}+)*)( ?\/ ?)(\p{Ll}{2,}(?:-\p{Ll}+)*)(?![\p{L}\p{N}/\\-]|[.@_]\p{L})/gu

/** Pairs that are the name of one thing. */
const names = new Set(
  'client/server free/busy read/write input/output yes/no true/false pass/fail push/pull publish/subscribe request/response key/value start/stop'.split(
    ' ',
  ),
)
/** `calls/second`: the slash is read as `per`; `multipart/mixed`: a media type. */
const perUnit = /^(?:second|minute|hour|day|week|month|year|sec|min|user|agent|call)$/
const mediaType = /^(?:text|image|audio|video|font|model|message|multipart|application)$/

export default defineArticleRule({
  id: 'title/slash',
  description: 'Titles have a word where a slash would leave the choice to the reader.',
  why: 'Nobody says or searches a slash: it may mean and, or, or two words for one thing, and reads as haste.',
  severity: 'suggestion',
  options: z.strictObject({
    allow: z.array(z.string()).default([]).describe('pairs that are the name of one thing, such as `hold/resume`'),
  }),
  examples: [
    { name: 'A word', input: '# How do I place or forward a call?\n', findings: [] },
    {
      name: 'Two words for one thing',
      input: '# How do I correct a wrong/incorrect bill?\n',
      findings: [
        '1:22-1:37: Unexpected slash in `wrong/incorrect`, expected a word, write `and` or `or`, or the one of both that fits',
      ],
    },
    {
      name: 'And or or',
      input: '---\ntitle: Import and/or export contacts\n---\n',
      findings: ['2:15-2:21: Unexpected `and/or`, expected a word, write the one that is meant'],
    },
    {
      name: 'Opens the title',
      input: '# Mute/unmute a caller\n',
      findings: [
        '1:3-1:14: Unexpected slash in `Mute/unmute`, expected a word, write `and` or `or`, or the one of both that fits',
      ],
    },
    {
      name: 'Names, units, paths, dates and code',
      input:
        '# Open TCP/IP port 5060/5061 for I/O in `in/out` mode, 24/7, at 20 calls/second under /etc/trunk/conf since 5/2026\n',
      findings: [],
    },
    { name: 'The name of one thing', input: '# Why is free/busy information missing?\n', findings: [] },
    {
      name: 'A name of the house',
      options: { allow: ['hold/resume'] },
      input: '# Where is the hold/resume key?\n',
      findings: [],
    },
  ],
  *check(article, { allow }) {
    if (!article.title?.text.includes('/')) return
    const title = titleTextOf(article)
    if (!title) return
    for (const match of title.text.matchAll(pair)) {
      const [written, left, , right] = match as unknown as [string, string, string, string]
      const name = `${left}/${right}`.toLowerCase()
      if (
        names.has(name) ||
        allow.includes(name) ||
        (left.endsWith('s') && perUnit.test(right)) ||
        mediaType.test(left.toLowerCase())
      )
        continue
      yield {
        at: title.at(match.index, match.index + written.length),
        message:
          name === 'and/or'
            ? `Unexpected \`${written}\`, expected a word, write the one that is meant`
            : `Unexpected slash in \`${written}\`, expected a word, write \`and\` or \`or\`, or the one of both that fits`,
      }
    }
  },
})
