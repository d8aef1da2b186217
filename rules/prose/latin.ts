import * as z from 'zod'
import { atMost, defineArticleRule, editOf, englishBlocks, inCaseOf, isQuoted } from '../../src/rule/rule.ts'

const abbreviation = /(?<![\p{L}\p{N}.])(?:[Ee]\.\s?g|[Ii]\.\s?e)\.,?(?!\p{L})/gu

export default defineArticleRule({
  id: 'prose/latin',
  description: 'Examples and explanations are announced in English.',
  why: 'Many readers mix up `e.g.` and `i.e.`, screen readers spell them, and translation programs take the dot for the end of a sentence.',
  severity: 'suggestion',
  options: z.strictObject({ atMost: atMost(3) }),
  fixable: true,
  examples: [
    { name: 'In English', input: 'Choose a device, for example, a phone that you have with you.\n', findings: [] },
    {
      name: 'In Latin',
      input: 'Choose a device (e.g. a phone), i.e., what you have with you.\n',
      findings: [
        '1:18-1:22: Unexpected `e.g.`, expected `for example`, write it in English',
        '1:33-1:38: Unexpected `i.e.`, expected `that is`, write it in English',
      ],
      fixed: 'Choose a device (for example, a phone), that is, what you have with you.\n',
    },
    {
      name: 'Where a comma is missing before it, a person has to look',
      input: 'Choose the devices e.g. phones that you have.\n',
      findings: ['1:20-1:24: Unexpected `e.g.`, expected `for example`, write it in English'],
    },
    {
      name: 'Code, bold and what a screen says',
      input: 'Write `e.g.` or **e.g.** in the field that says "a name, e.g. Ada", as in the file a.i.e.txt.\n',
      findings: [],
    },
    { name: 'Another language', input: 'Kies het toestel (e.g. een telefoon) en klik op Opslaan.\n', findings: [] },
  ],
  *check(article) {
    if (!/\.\s?[eg]\./i.test(article.source)) return
    for (const block of englishBlocks(article)) {
      if (!block.plain.includes('.g.') && !block.plain.includes('.e.') && !/\. [ge]\./.test(block.plain)) continue
      for (const { 0: text, index: start } of block.plain.matchAll(abbreviation)) {
        const end = start + text.length
        if (isQuoted(block.text, start, end)) continue
        const better = inCaseOf(text, /^e/i.test(text) ? 'for example' : 'that is')
        const isApart = /(?:^|[(,;:–—])\s?$/.test(block.plain.slice(Math.max(0, start - 3), start))
        const goesOn = /^\s[^\s)]/.test(block.plain.slice(end, end + 2))
        yield {
          at: block.at(start, end),
          message: `Unexpected \`${text.replace(/,$/, '')}\`, expected \`${better}\`, write it in English`,
          key: better.toLowerCase(),
          ...(isApart && goesOn ? { fix: editOf(article, block, start, end, `${better},`) } : {}),
        }
      }
    }
  },
})
