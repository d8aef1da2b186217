import * as z from 'zod'
import { daysBetween, defineCorpusRule, type Facts } from '../../src/rule/rule.ts'

export default defineCorpusRule({
  id: 'freshness/passed-deadline',
  description: 'Dates that have passed are not spoken of as to come.',
  why: 'A reader who is told what will happen last year doubts everything else on the page, and does not know what holds today.',
  severity: 'warning',
  options: z.strictObject({
    graceDays: z.number().int().nonnegative().default(0).describe('days after the date before it is reported'),
  }),
  examples: [
    {
      name: 'Announced, and over',
      today: '2026-11-23',
      files: { 'webhooks.md': '# What changes?\n\nFrom 28 Nov 2025, all new webhooks must use POST.\n' },
      findings: [
        'webhooks.md:3:6-3:17: Unexpected date `28 Nov 2025` spoken of as to come, passed 360 days ago, expected what holds now, rewrite the sentence',
      ],
    },
    {
      name: 'Still to come',
      today: '2025-11-01',
      files: { 'webhooks.md': '# What changes?\n\nFrom 28 Nov 2025, all new webhooks must use POST.\n' },
      findings: [],
    },
    {
      name: 'History, and things told apart by date',
      today: '2026-11-23',
      files: {
        'history.md':
          '# When did it start?\n\nThe app was released in March 2021. Numbers bought before 1 May 2022 must be registered again.\n',
      },
      findings: [],
    },
  ],
  *check(corpus, { graceDays }, { today }) {
    for (const { path, deadlines } of corpus.having(hasDeadlines)) {
      for (const { day, text, quote, at } of deadlines) {
        const daysOver = daysBetween(day, today)
        if (daysOver <= graceDays) continue
        yield {
          path,
          at,
          message: `Unexpected date \`${text}\` spoken of as to come, passed ${daysOver} ${daysOver === 1 ? 'day' : 'days'} ago, expected what holds now, rewrite the sentence`,
          data: { evidence: quote, date: day, daysOver },
          key: quote,
        }
      }
    }
  },
})

const hasDeadlines = ({ deadlines }: Facts) => deadlines.length > 0
