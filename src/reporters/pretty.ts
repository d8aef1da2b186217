import pc from 'picocolors'
import type { Finding, Report, Severity } from '../report/report.ts'
import { printable } from '../printable.ts'
import { count } from './count.ts'

/** How the terminal text is made. */
export interface PrettyOptions {
  color?: boolean
  /** Show known findings too. */
  known?: boolean
  /** At most so many findings of one rule; what is left out is counted. */
  perRule?: number
}

/** Findings by article, for a terminal, with the totals and what to do next. */
export function pretty(
  report: Report,
  { color = false, known = false, perRule = Infinity }: PrettyOptions = {},
): string {
  const colors = pc.createColors(color)
  const paint: Record<Severity, (text: string) => string> = {
    error: colors.red,
    warning: colors.yellow,
    suggestion: colors.cyan,
  }
  const shown = new Map<string, number>()
  const left = new Map<string, number>()
  const kept = report.findings.filter((finding) => {
    if (finding.status === 'known' && !known) return false
    const soFar = shown.get(finding.rule) ?? 0
    if (soFar >= perRule) left.set(finding.rule, (left.get(finding.rule) ?? 0) + 1)
    else shown.set(finding.rule, soFar + 1)
    return soFar < perRule
  })

  const lines: string[] = []
  for (const [path, findings] of groupByPath(kept)) {
    lines.push(colors.underline(printable(path)))
    const placeWidth = Math.max(...findings.map((finding) => placeOf(finding).length))
    const levelWidth = Math.max(...findings.map((finding) => finding.severity.length))
    for (const finding of findings) {
      const place = placeOf(finding).padStart(placeWidth)
      const level = paint[finding.severity](finding.severity.padEnd(levelWidth))
      const mark = finding.status === 'known' ? colors.dim(' (known)') : ''
      const message = printable(finding.message)
      lines.push(`  ${colors.dim(place)}  ${level}  ${message}  ${colors.dim(finding.rule)}${mark}`)
      for (const other of finding.related) {
        const indent = ' '.repeat(placeWidth + levelWidth + 6)
        lines.push(
          colors.dim(`${indent}${printable(`${other.message}: ${other.path}:${placeOf(other)} “${other.quote}”`)}`),
        )
      }
    }
    lines.push('')
  }
  for (const [rule, number] of left) lines.push(colors.dim(`… and ${number.toLocaleString('en-US')} more of ${rule}`))
  if (left.size > 0) lines.push('')
  return `${[...lines, ...closing(report)].join('\n')}\n`
}

function closing({ summary, findings }: Report): string[] {
  const { error, warning, suggestion } = summary.findings
  const total = error + warning + suggestion
  const parts = [
    error > 0 && count(error, 'error'),
    warning > 0 && count(warning, 'warning'),
    suggestion > 0 && count(suggestion, 'suggestion'),
  ].filter((part) => part !== false)
  const known =
    summary.known > 0
      ? ` (${summary.known === total ? 'all' : summary.known.toLocaleString('en-US')} known: in the baseline)`
      : ''
  const lines = [
    `${count(summary.articles, 'article')}: ${parts.length > 0 ? parts.join(', ') : 'nothing to report'}${known}`,
  ]
  const fixable = findings.filter((finding) => finding.fixable && finding.status === 'new').length
  if (fixable > 0)
    lines.push(`${fixable.toLocaleString('en-US')} of ${summary.new.toLocaleString('en-US')} can be fixed with --fix`)
  return lines
}

function placeOf({ start }: { start: { line: number; column: number } }): string {
  return `${start.line}:${start.column}`
}

function groupByPath(findings: Finding[]): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const group = groups.get(finding.path)
    if (group) group.push(finding)
    else groups.set(finding.path, [finding])
  }
  return groups
}
