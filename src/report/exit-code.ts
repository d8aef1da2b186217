import type { Report } from './report.ts'

/**
 * 1 when a new finding is an error, or when there are more new warnings than allowed; else 0.
 *
 * @param maxWarnings undefined: any number
 */
export function exitCodeOf(report: Report, maxWarnings?: number): 0 | 1 {
  const fresh = report.findings.filter((finding) => finding.status === 'new')
  const warnings = fresh.filter((finding) => finding.severity === 'warning').length
  if (fresh.some((finding) => finding.severity === 'error')) return 1
  return maxWarnings !== undefined && warnings > maxWarnings ? 1 : 0
}
