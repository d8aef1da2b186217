import type { Finding, Report, Tally } from './report.ts'

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

/** What has come and gone between two reports, by fingerprints. */
export function changesBetween(last: Report, now: Report): { came: Finding[]; went: Finding[] } {
  return { came: without(now.findings, last.findings), went: without(last.findings, now.findings) }
}

/** Findings without those that are among others too, each counted once. */
function without(findings: readonly Finding[], others: readonly Finding[]): Finding[] {
  const left = new Map<string, number>()
  for (const { fingerprint } of others) left.set(fingerprint, (left.get(fingerprint) ?? 0) + 1)
  return findings.filter(({ fingerprint }) => {
    const number = left.get(fingerprint) ?? 0
    if (number > 0) left.set(fingerprint, number - 1)
    return number === 0
  })
}
