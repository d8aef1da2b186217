import type { Report } from '../report/report.ts'

/** The report itself; its shape is a promise to the outside. What only a page or a terminal shows is left out. */
export function json({ pairs: _, source: __, last: ___, ...report }: Report): string {
  const findings = report.findings.map(({ quoted: _, ...finding }) => finding)
  return `${JSON.stringify({ ...report, findings }, null, 2)}\n`
}
