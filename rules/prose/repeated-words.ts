import * as z from 'zod'
import { defineArticleRule, editOf, blocksWithPair, isQuoted, startsSentence } from '../../src/rule/rule.ts'

/** Never right twice: one of the two can go. */
const never = new Set('the a an and or of your our their its with from into if than at'.split(' '))
/** At times right twice: `the page that you sign in in`, `what it is is`, `very very`, `long long`. */
const often = new Set(
  'had that can in on is are was do does did so no very really much many more far too long again never ever bye blah beep dot her his you this there here up out off over knock double'.split(
    ' ',
  ),
)

const pair = /(?<![\p{L}\p{N}\p{M}_'’.@#/\\&-])(\p{L}{1,30})(\s{1,3})(\1)(?![\p{L}\p{N}\p{M}_'’/\\@&-])/giu

export default defineArticleRule({
  id: 'prose/repeated-words',
  description: 'No word stands twice in a row.',
  why: 'A word that was typed twice stops the eye, and readers wonder what else nobody has read again.',
  severity: 'warning',
  options: z.strictObject({
    allow: z.array(z.string()).default([]).describe('words in small letters that may stand twice'),
  }),
  fixable: true,
  examples: [
    { name: 'Each word once', input: 'Open the page, and then the number that you need.\n', findings: [] },
    {
      name: 'A slip',
      input: 'Open the the page, and select your number from\nfrom the list.\n',
      findings: [
        '1:6-1:13: Unexpected `the` twice, expected it once, remove one',
        '1:43-2:5: Unexpected `from` twice, expected it once, remove one',
      ],
      fixed: 'Open the page, and select your number from the list.\n',
    },
    {
      name: 'Where it may be another word that is missing, a person has to look',
      input: 'If you see the list list of it, the call call be paused.\n',
      findings: [
        '1:16-1:25: Unexpected `list` twice, expected it once, remove one',
        '1:37-1:46: Unexpected `call` twice, expected it once, remove one',
      ],
    },
    {
      name: 'Meant',
      input:
        'The calls that that agent had had are in the log that you are logged in in. It is very very long, and the team Baden Baden is on the Line Server server.\n',
      findings: [],
    },
    {
      name: 'Names, code and other languages',
      input:
        'Set the type to `long long`, then the **file file** that is in the Group group of the app/the the-page. It can be the "test test" one, or _line_ <br> _line_ of it.\n\nAbre la la página.\n',
      options: { allow: ['la'] },
      findings: [],
    },
    { name: 'Another language', input: 'Wenn Sie die die Nummer sehen, klicken Sie auf Speichern.\n', findings: [] },
  ],
  *check(article, { allow }) {
    for (const block of blocksWithPair(article)) {
      pair.lastIndex = 0
      for (let match = pair.exec(block.plain); match; match = pair.exec(block.plain)) {
        const [whole, first, between, second] = match as unknown as [string, string, string, string]
        const { index: start } = match
        const end = start + whole.length
        // The second of two may be the first of the next two.
        pair.lastIndex = start + first.length + between.length
        if (second !== second.toLowerCase() || often.has(second) || allow.includes(second)) continue
        // `Server server`: a name, and what it is; `x x`: letters that stand for something.
        if (first !== second && !(startsSentence(block.plain, start) && never.has(second))) continue
        if ((second.length === 1 && second !== 'a') || isQuoted(block.text, start, end)) continue
        const at = block.at(start, end)
        // Between the two stands nothing but the end of a line.
        if (article.source.slice(at.start.offset, at.end.offset).replace(/[\s>]+/g, ' ') !== `${first} ${second}`)
          continue
        yield {
          at,
          message: `Unexpected \`${second}\` twice, expected it once, remove one`,
          key: second,
          ...(never.has(second) ? { fix: editOf(article, block, start + first.length, end, '') } : {}),
        }
      }
    }
  },
})
