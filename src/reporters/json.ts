import type { Report } from '../report/report.ts'

/** The report itself; its shape is a promise to the outside. */
export function json(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`
}
