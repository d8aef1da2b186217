import * as z from 'zod'
import { daysBetween, defineCorpusRule, type Facts } from '../../src/rule/rule.ts'

export default defineCorpusRule({
  id: 'freshness/renewed-date',
  description: 'The day of the last change is that of a change of the text.',
  why: 'A date that is renewed without a change tells readers, and search engines, that old instructions are new.',
  severity: 'suggestion',
  usesHistory: true,
  options: z.strictObject({
    graceDays: z
      .number()
      .int()
      .nonnegative()
      .default(90)
      .describe('days that the day may be after the last change of the text that git knows'),
  }),
  examples: [
    {
      name: 'Renewed alone',
      today: '2026-11-23',
      history: { 'pause.md': '2024-03-02' },
      files: { 'pause.md': '---\ntitle: How do I pause a number?\nupdated: 2026-05-02\n---\n' },
      findings: [
        'pause.md:3:10-3:20: Unexpected `updated: 2026-05-02`, expected the day of the last change of the text, which was on 2024-03-02, verify the article or set the day back',
      ],
    },
    {
      name: 'Changed with the text; and where git knows nothing',
      today: '2026-11-23',
      history: { 'pause.md': '2026-04-30' },
      files: {
        'pause.md': '---\ntitle: How do I pause a number?\nupdated: 2026-05-02\n---\n',
        'rename.md': '---\ntitle: How do I rename a number?\nupdated: 2026-05-02\n---\n',
      },
      findings: [],
    },
  ],
  *check(corpus, { graceDays }, { history }) {
    const known = corpus.having(isDated).flatMap((article) => {
      const changed = history.changedOn(article.path)
      return changed === undefined
        ? []
        : [{ ...article, changed, daysOver: daysBetween(changed, article.record.updated!.day) }]
    })
    const renewed = known.filter(({ daysOver }) => daysOver > graceDays)
    // Where most are so, the key holds something else, such as the day of publication of the site.
    if (known.length >= fewest && renewed.length > known.length / 2) return
    for (const { path, record, changed, daysOver } of renewed) {
      const { text, key, at } = record.updated!
      yield {
        path,
        at,
        message: `Unexpected \`${key}: ${text}\`, expected the day of the last change of the text, which was on ${changed}, verify the article or set the day back`,
        data: { evidence: `${key}: ${text}`, date: changed, daysOver },
        key: text,
      }
    }
  },
})

/** With fewer articles, more than half is no habit. */
const fewest = 20

const isDated = ({ record }: Facts) => record.updated !== undefined
