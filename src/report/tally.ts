import type { Report, Tally } from './report.ts'

/** More reports than this are no trend for the eye: two years of weeks. */
const longest = 104

/** A report in numbers. */
export function tallyOf({ today, summary, queue = [] }: Report): Tally {
  return { today, articles: summary.articles, findings: summary.findings, queue: queue.length }
}

/**
 * The numbers of the reports before a day, from the last report: what it knew, and its own.
 *
 * @param today a report of the same day is replaced, and one of a later day is no report before
 */
export function trendBefore(today: string, last: Report): Tally[] {
  return [...(last.trend ?? []), tallyOf(last)].filter((tally) => tally.today < today).slice(-longest)
}
