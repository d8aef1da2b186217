import type { Report, Severity } from '../report/report.ts'
import { withIds } from './with-ids.ts'

const severities: Record<Severity, string> = { error: 'major', warning: 'minor', suggestion: 'info' }

/**
 * A code quality report for GitLab, which tells by itself what is new in a merge request: known findings are in it too.
 *
 * The format: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
export function gitlab({ findings }: Report): string {
  const issues = withIds(findings).map(({ finding: { rule, severity, path, start, end, message, related }, id }) => ({
    description: message + related.map((other) => ` (${other.message}: ${other.path}:${other.start.line})`).join(''),
    check_name: rule,
    fingerprint: id,
    severity: severities[severity],
    location: { path, lines: { begin: start.line, end: end.line } },
  }))
  return `${JSON.stringify(issues, null, 2)}\n`
}
