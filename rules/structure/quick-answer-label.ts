import { z } from 'zod'
import { bareLabel, defineArticleRule } from '../../src/rule/rule.ts'

export default defineArticleRule({
  id: 'structure/quick-answer-label',
  description: 'Quick answers carry the same label everywhere.',
  why: 'Readers who have met the label once look for it in the next article, and search tools pick the answer out by it.',
  severity: 'warning',
  options: z.strictObject({
    label: z.string().min(1).default('Quick answer').describe('the words of the label, without mark-up'),
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
    // Only the words are replaced: emoji, mark-up, numbering and punctuation around them stay.
    const words = /\p{L}(?:[^:：—–*_#>\n]*[\p{L}\p{N}])?/u.exec(written)
    yield {
      at: answer.at,
      message: `Unexpected label \`${answer.label.replace(/[\s:：—–-]+$/, '')}\`, expected \`${label}\`, rename it`,
      ...(words && bareLabel(words[0]) === bareLabel(answer.label)
        ? { fix: [{ start: start + words.index, end: start + words.index + words[0].length, text: label }] }
        : {}),
    }
  },
})
