import * as z from 'zod'
import {
  addDuration,
  articleTypes,
  daysBetween,
  defineCorpusRule,
  isDuration,
  type Facts,
} from '../../src/rule/rule.ts'

const duration = z.string().refine(isDuration, 'a duration such as `P6M`')

export default defineCorpusRule({
  id: 'freshness/review-overdue',
  description: 'Articles are verified again within the time they name.',
  why: 'A date of verification is a promise that somebody still looks. Once it is old, it tells the reader that nobody does.',
  severity: 'warning',
  options: z.strictObject({
    every: duration
      .default('P1Y')
      .describe('how long a verification holds where the article has no `review_every`, as an ISO 8601 duration'),
    types: z
      .partialRecord(z.enum(articleTypes), duration)
      .default({})
      .describe("the same by type of article, such as `{ policy: 'P3M' }`"),
  }),
  examples: [
    {
      name: 'Verified this year',
      today: '2026-11-23',
      files: { 'storage.md': '---\ntitle: How long is data kept?\nlast_verified: 2026-03-01\n---\n' },
      findings: [],
    },
    {
      name: 'Overdue by its own rhythm',
      today: '2026-11-23',
      files: {
        'storage.md': '---\ntitle: How long is data kept?\nlast_verified: 2026-03-01\nreview_every: P6M\n---\n',
      },
      findings: [
        'storage.md:3:16-3:26: Unexpected last verification on `2026-03-01`, expected one within `P6M`, verify the article again (83 days overdue)',
      ],
    },
    {
      name: 'A line in the text',
      today: '2026-11-23',
      files: { 'storage.md': '# How long is data kept?\n\nLast verified: July 25, 2025\n\nFor a year.\n' },
      findings: [
        'storage.md:3:16-3:29: Unexpected last verification on `July 25, 2025`, expected one within `P1Y`, verify the article again (121 days overdue)',
      ],
    },
    {
      name: 'By type',
      today: '2026-11-23',
      options: { types: { policy: 'P3M' } },
      files: {
        'storage.md': '---\ntitle: How long is data kept?\ntype: policy\nlast_verified: 2026-08-01\n---\n',
        'pause.md': '---\ntitle: How do I pause a number?\ntype: how-to\nlast_verified: 2026-08-01\n---\n',
      },
      findings: [
        'storage.md:4:16-4:26: Unexpected last verification on `2026-08-01`, expected one within `P3M`, verify the article again (22 days overdue)',
      ],
    },
    {
      name: 'Never verified',
      today: '2026-11-23',
      files: { 'storage.md': '# How long is data kept?\n' },
      findings: [],
    },
  ],
  *check(corpus, { every, types }, { today }) {
    for (const { path, type, review } of corpus.having(isReviewed)) {
      if (!review) continue
      const within = review.every !== undefined && isDuration(review.every) ? review.every : (types[type] ?? every)
      const due = addDuration(review.verified, within)
      const daysOver = daysBetween(due, today)
      if (daysOver <= 0) continue
      yield {
        path,
        at: review.at,
        message: `Unexpected last verification on \`${review.text}\`, expected one within \`${within}\`, verify the article again (${daysOver} ${daysOver === 1 ? 'day' : 'days'} overdue)`,
        data: { evidence: `last verified on ${review.verified}`, date: due, daysOver },
        key: review.verified,
      }
    }
  },
})

const isReviewed = ({ review }: Facts) => review !== undefined
