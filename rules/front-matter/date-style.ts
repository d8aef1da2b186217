import * as z from 'zod'
import { datesIn, defineArticleRule, isDay, valuesOf, verifiedKeys } from '../../src/rule/rule.ts'

const keys = [...verifiedKeys, 'expires']

export default defineArticleRule({
  id: 'front-matter/date-style',
  description: 'Days in front matter are written in one style.',
  why: 'Days such as `2026-11-23` sort as text, read the same in every country, and are found by one search.',
  severity: 'suggestion',
  options: z.strictObject({}),
  fixable: true,
  examples: [
    {
      name: 'One style',
      input: '---\ntitle: How do I pause a number?\nlast_verified: 2026-05-02\nexpires: 2027-01-01T00:00:00Z\n---\n',
      findings: [],
    },
    {
      name: 'Month by name',
      input: '---\ntitle: How do I pause a number?\nlast_verified: May 2, 2026\nexpires: "1st of January 2027"\n---\n',
      findings: [
        '3:16-3:27: Unexpected day `May 2, 2026`, expected `2026-05-02`, write year, month and day',
        '4:11-4:30: Unexpected day `1st of January 2027`, expected `2027-01-01`, write year, month and day',
      ],
      fixed: '---\ntitle: How do I pause a number?\nlast_verified: 2026-05-02\nexpires: "2027-01-01"\n---\n',
    },
    {
      name: 'In numbers that can be read in one way only',
      input: '---\ntitle: How do I pause a number?\nreviewed: 25/07/2026\n---\n',
      findings: ['3:11-3:21: Unexpected day `25/07/2026`, expected `2026-07-25`, write year, month and day'],
      fixed: '---\ntitle: How do I pause a number?\nreviewed: 2026-07-25\n---\n',
    },
    {
      name: 'March or April: nobody can tell',
      input: '---\ntitle: How do I pause a number?\nreviewed: 03/04/2026\n---\n',
      findings: [],
    },
    {
      name: 'Where the house has said so, everybody can tell',
      house: { dayOrder: 'month-first' },
      input: '---\ntitle: How do I pause a number?\nreviewed: 03/04/2026\n---\n',
      findings: ['3:11-3:21: Unexpected day `03/04/2026`, expected `2026-03-04`, write year, month and day'],
      fixed: '---\ntitle: How do I pause a number?\nreviewed: 2026-03-04\n---\n',
    },
    {
      name: 'A month is no day, and a day that does not exist is for `front-matter/schema`',
      input: '---\ntitle: How do I pause a number?\nreviewed: July 2026\nexpires: 31 June 2026\n---\n',
      findings: [],
    },
    {
      name: 'Keys that this program does not read',
      input: '---\ntitle: How do I pause a number?\nms.date: 25/07/2026\n---\n',
      findings: [],
    },
  ],
  *check(article) {
    for (const key of keys) {
      const entry = article.frontMatter.entries.get(key)
      if (typeof entry?.value !== 'string' || isDay(entry.value)) continue
      const [date] = datesIn(entry.value, article.house.dayOrder)
      const written = entry.value.trim()
      if (!date || date.text !== written || date.from !== date.to) continue
      const [{ at } = { at: entry.valueAt }] = valuesOf({ ...entry, value: written }, article)
      const { start, end } = { start: at.start.offset, end: at.end.offset }
      yield {
        at,
        message: `Unexpected day \`${written}\`, expected \`${date.to}\`, write year, month and day`,
        ...(article.source.slice(start, end) === written ? { fix: [{ start, end, text: date.to }] } : {}),
      }
    }
  },
})
