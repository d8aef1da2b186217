import { severities, type Finding, type Report, type Severity } from '../report/report.ts'
import { count } from './count.ts'

const commands: Record<Severity, string> = { error: 'error', warning: 'warning', suggestion: 'notice' }

/**
 * Workflow commands that GitHub Actions shows as annotations in the changed files. GitHub shows only the first ten of
 * each level in a step, so the worst come first; a last line has the exact counts. Known findings are left out.
 *
 * The format: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function github(report: Report): string {
  const fresh = report.findings.filter((finding) => finding.status === 'new')
  const lines = severities.flatMap((severity) =>
    fresh.filter((finding) => finding.severity === severity).map(annotation),
  )
  const { error, warning, suggestion } = report.summary.findings
  const known = report.summary.known > 0 ? `, ${report.summary.known} of them known` : ''
  const counts = `${count(error, 'error')}, ${count(warning, 'warning')}, ${count(suggestion, 'suggestion')}${known}`
  return `${[...lines, `deskcheck: ${count(report.summary.articles, 'article')}, ${counts}`].join('\n')}\n`
}

function annotation({ severity, path, start, end, rule, message, related }: Finding): string {
  const properties = [
    `file=${property(path)}`,
    `line=${start.line}`,
    `endLine=${end.line}`,
    // GitHub takes columns only for a range within one line.
    ...(start.line === end.line ? [`col=${start.column}`, `endColumn=${Math.max(end.column, start.column)}`] : []),
    `title=${property(rule)}`,
  ]
  const others = related.map((other) => `\n${other.message}: ${other.path}:${other.start.line}`).join('')
  return `::${commands[severity]} ${properties.join(',')}::${data(message + others)}`
}

function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C')
}
