import * as z from 'zod'
import { addDuration, atMost, daysBetween, defineCorpusRule, isDuration, type Facts } from '../../src/rule/rule.ts'

export default defineCorpusRule({
  id: 'freshness/words-of-the-moment',
  description: 'What was new when it was written is not called new for years.',
  why: 'A reader cannot know how long `recently` has been standing there, and takes what is two years old for the latest.',
  severity: 'suggestion',
  usesHistory: true,
  options: z.strictObject({
    after: z
      .string()
      .refine(isDuration, 'a duration such as `P1Y`')
      .default('P1Y')
      .describe(
        'how long such a word may stand after the last change, which git or a key such as `updated` tells; an ISO 8601 duration',
      ),
    atMost: atMost(3),
  }),
  examples: [
    {
      name: 'Two years ago',
      today: '2026-11-23',
      files: {
        'reports.md':
          '---\ntitle: Where are my reports?\nupdated: 2024-05-02\n---\n\nWe recently launched a page of its own for them. Exports are coming soon.\n',
      },
      findings: [
        'reports.md:6:1-6:21: Unexpected `We recently launched`, written in May 2024, expected what holds at any time, say when it was or leave it out',
        'reports.md:6:62-6:73: Unexpected `coming soon`, written in May 2024, expected what holds at any time, say when it was or leave it out',
      ],
    },
    {
      name: 'Still fresh, and of an article that names no day',
      today: '2026-11-23',
      files: {
        'reports.md': '---\ntitle: Where are my reports?\nupdated: 2026-05-02\n---\n\nExports are coming soon.\n',
        'exports.md': '# How do I export?\n\nExports are coming soon.\n',
      },
      findings: [],
    },
    {
      name: 'The reader’s own time',
      today: '2026-11-23',
      files: {
        'files.md':
          '---\ntitle: Where are my files?\nupdated: 2024-05-02\n---\n\nRecently opened files are on top. The user who is currently signed in sees them. If a file was recently added, wait.\n',
      },
      findings: [],
    },
  ],
  *check(corpus, { after }, { today, history }) {
    for (const { path, record, review, moments } of corpus.having(hasMoments)) {
      // Who verified it has read it again, and let it stand.
      const days = [history.changedOn(path) ?? record.updated?.day, review?.verified]
      const day = days
        .filter((one) => one !== undefined)
        .sort()
        .at(-1)
      if (day === undefined) continue
      const daysOver = daysBetween(addDuration(day, after), today)
      if (daysOver <= 0) continue
      for (const { text, quote, at } of moments) {
        yield {
          path,
          at,
          message: `Unexpected \`${text}\`, written in ${monthOf(day)}, expected what holds at any time, say when it was or leave it out`,
          data: { evidence: quote, date: day, daysOver },
          key: quote,
        }
      }
    }
  },
})

const hasMoments = ({ moments }: Facts) => moments.length > 0

const names = 'January February March April May June July August September October November December'.split(' ')

/** `May 2024`. */
const monthOf = (day: string) => `${names[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`
