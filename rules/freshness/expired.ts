import * as z from 'zod'
import { daysBetween, defineCorpusRule, type Facts } from '../../src/rule/rule.ts'

export default defineCorpusRule({
  id: 'freshness/expired',
  description: 'Articles are gone, or renewed, before the day on which they expire.',
  why: 'Whoever wrote the day knew until when the article would be true.',
  severity: 'warning',
  options: z.strictObject({
    noticeDays: z
      .number()
      .int()
      .nonnegative()
      .default(14)
      .describe('days before that day on which it is first reported'),
  }),
  examples: [
    {
      name: 'Over',
      today: '2026-11-23',
      files: { 'offer.md': '---\ntitle: What is the spring offer?\nexpires: 2026-06-30\n---\n' },
      findings: [
        'offer.md:3:10-3:20: Unexpected article that expired on `2026-06-30` (146 days ago), expected it retired or renewed, take it down or set another day',
      ],
    },
    {
      name: 'Two weeks ahead, by a comment',
      today: '2026-11-23',
      files: { 'offer.md': '# What is the winter offer?\n\n<!-- expires 2026-12-01 -->\n\nTen calls are free.\n' },
      findings: [
        'offer.md:3:1-3:28: Unexpected article that expires on `2026-12-01` (in 8 days), expected a decision by then, plan to take it down or set another day',
      ],
    },
    {
      name: 'Not for long',
      today: '2026-11-23',
      files: { 'offer.md': '---\ntitle: What is the winter offer?\nexpires: 2027-02-28\n---\n' },
      findings: [],
    },
  ],
  *check(corpus, { noticeDays }, { today }) {
    for (const { path, record } of corpus.having(expires)) {
      const { day, text, at } = record.expires!
      const daysOver = daysBetween(day, today)
      if (daysOver < -noticeDays) continue
      const days = Math.abs(daysOver)
      const many = days === 1 ? '1 day' : `${days} days`
      yield {
        path,
        at,
        message:
          daysOver > 0
            ? `Unexpected article that expired on \`${text}\` (${many} ago), expected it retired or renewed, take it down or set another day`
            : `Unexpected article that expires on \`${text}\` (${days === 0 ? 'today' : `in ${many}`}), expected a decision by then, plan to take it down or set another day`,
        data: { evidence: `expires on ${day}`, date: day, daysOver },
        key: day,
      }
    }
  },
})

const expires = ({ record }: Facts) => record.expires !== undefined
