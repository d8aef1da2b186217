import { severities, type Finding, type Report, type Severity } from '../report/report.ts'
import { inTurn } from './in-turn.ts'
import { count } from './count.ts'

const commands: Record<Severity, string> = { error: 'error', warning: 'warning', suggestion: 'notice' }

/** GitHub shows so many annotations of each level in a step, and none of the others. */
const shown = 10

/**
 * Workflow commands that GitHub Actions shows as annotations in the changed files: of each level as many as it shows, rule by
 * rule in turn, so that many of one kind hide none of another. The others stand in the log, folded, and the last line has the
 * exact counts. Known findings are left out.
 *
 * The format: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function github({ findings, summary }: Report): string {
  const lines: string[] = []
  const others: string[] = []
  for (const severity of severities) {
    const own = inTurn(findings.filter((finding) => finding.status === 'new' && finding.severity === severity))
    for (const [index, finding] of own.entries())
      if (index < shown) lines.push(annotation(finding))
      else others.push(inLog(finding))
  }
  const group = `::group::${count(others.length, 'finding')} more than GitHub shows as annotations`
  const folded = others.length > 0 ? [group, ...others, '::endgroup::'] : []
  const { error, warning, suggestion } = summary.findings
  const known = summary.known > 0 ? `, ${summary.known} of them known` : ''
  const counts = `${count(error, 'error')}, ${count(warning, 'warning')}, ${count(suggestion, 'suggestion')}${known}`
  return `${[...lines, ...folded, `deskcheck: ${count(summary.articles, 'article')}, ${counts}`].join('\n')}\n`
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

/** A finding as a line of the log; what it says must not be read as a command. */
function inLog({ severity, path, start, rule, message }: Finding): string {
  const text = `${path}:${start.line}:${start.column} ${severity} ${message} ${rule}`
  // An older form of commands is taken for one anywhere in a line.
  return `- ${data(text).replaceAll('##[', '##\u2060[')}`
}

function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C')
}
