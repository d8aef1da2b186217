import * as z from 'zod'
import { bareEnd, bareLabel, defineArticleRule, roleOf } from '../../src/rule/rule.ts'

export default defineArticleRule({
  id: 'structure/quick-answer-label',
  description: 'Quick answers carry the same label everywhere.',
  why: 'Readers who have met the label once look for it in the next article, and search tools pick the answer out by it.',
  severity: 'warning',
  options: z.strictObject({
    label: z
      .string()
      .refine((label) => roleOf(label) === 'quick-answer', 'wording that names a quick answer, such as `Short answer`')
      .default('Quick answer')
      .describe('the words of the label, without mark-up'),
  }),
  fixable: true,
  examples: [
    { name: 'The house label', input: '**⚡ Quick answer —** Yes, in Billing.\n', findings: [] },
    {
      name: 'Another label',
      input: '**Short answer:** Yes, in Billing.\n',
      findings: ['1:1-1:18: Unexpected label `Short answer`, expected `Quick answer`, rename it'],
      fixed: '**Quick answer:** Yes, in Billing.\n',
    },
    {
      name: 'Where more than the label stands in the line, a person has to rename it',
      input: '## Short answer - Yes, in Billing\n\n**Note:** Admins only.\n',
      findings: ['1:1-1:34: Unexpected label `Short answer`, expected `Quick answer`, rename it'],
    },
    {
      name: 'As a heading',
      input: '# Can I pay by card?\n\n## TL;DR\n\nYes, in Billing.\n',
      findings: ['3:1-3:9: Unexpected label `TL;DR`, expected `Quick answer`, rename it'],
      fixed: '# Can I pay by card?\n\n## Quick answer\n\nYes, in Billing.\n',
    },
  ],
  *check(article, { label }) {
    const answer = article.sections.find((section) => section.role === 'quick-answer')
    if (!answer || bareLabel(answer.label) === bareLabel(label)) return
    const start = answer.at.start.offset
    const written = article.source.slice(start, answer.at.end.offset)
    // Only the words are replaced, and only where nothing but marks and punctuation stands beside them.
    const words = /^[^\p{L}\p{N}[\]()<>]*(\p{L}[\p{L}\p{N} ;'’-]{0,40}?)[\s:：—–*_.#-]{0,12}$/u.exec(written)?.[1]
    const from = words === undefined || roleOf(words) !== 'quick-answer' ? -1 : written.indexOf(words)
    yield {
      at: answer.at,
      message: `Unexpected label \`${bareEnd(answer.label)}\`, expected \`${label}\`, rename it`,
      ...(words === undefined || from < 0
        ? {}
        : { fix: [{ start: start + from, end: start + from + words.length, text: label }] }),
    }
  },
})
