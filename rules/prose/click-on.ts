import * as z from 'zod'
import { atMost, defineArticleRule, editOf, findPhrases } from '../../src/rule/rule.ts'

/** What stands before an instruction; `the page you click on opens` and `one click on it` are none. */
const opens =
  /(?:^|[.,;:!?–—(>)\uFFFC]|\b(?:and|or|then|to|please|now|(?:if|when|once|after|until) you|you (?:can|must|should|may)))\s*$/i
/** The thing that is clicked. */
const thing = /^\s\S/
const noThing = /^\s(?:and|or|to|is|are|was|will|then|hold|when|while|if|in order|again|but|for|by)(?!\p{L})/u

export default defineArticleRule({
  id: 'prose/click-on',
  description: 'Readers click a button, and not on it.',
  why: 'The style guides of the large vendors agree on `click`; one word for one act is easy to follow, to search and to translate.',
  severity: 'suggestion',
  options: z.strictObject({
    phrases: z
      .record(z.string(), z.string())
      .default({
        'click on': 'click',
        'tap on': 'tap',
        'double-click on': 'double-click',
        'right-click on': 'right-click',
      })
      .describe('in small letters, and what the fix writes for each'),
    atMost: atMost(3),
  }),
  fixable: true,
  examples: [
    { name: 'Without `on`', input: 'Click **Save**, and then tap the number that you need.\n', findings: [] },
    {
      name: 'With `on`',
      input: '1. Click on **Save**.\n2. If you are on a phone, tap on the number.\n',
      findings: [
        '1:4-1:12: Unexpected `Click on`, expected `Click`, leave out `on`',
        '2:27-2:33: Unexpected `tap on`, expected `tap`, leave out `on`',
      ],
      fixed: '1. Click **Save**.\n2. If you are on a phone, tap the number.\n',
    },
    {
      name: 'Other words that look the same',
      input:
        'A click on the button opens it. The page you click on is new. This is the link to click on. Select where to click on and off. The report counts each tap on it.\n',
      findings: [],
    },
    { name: 'Another language', input: 'Wählen Sie die Nummer. Click on Speichern.\n', findings: [] },
  ],
  *check(article, { phrases }) {
    for (const { block, start, end, text, name } of findPhrases(article, phrases)) {
      const rest = block.plain.slice(end, end + 12)
      if (!opens.test(block.plain.slice(Math.max(0, start - 14), start)) || !thing.test(rest) || noThing.test(rest))
        continue
      const better = `${text.charAt(0)}${(phrases[name] ?? name).slice(1)}`
      yield {
        at: block.at(start, end),
        message: `Unexpected \`${text}\`, expected \`${better}\`, leave out \`on\``,
        key: name,
        fix: editOf(article, block, start, end, better),
      }
    }
  },
})
