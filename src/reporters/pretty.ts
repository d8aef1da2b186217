import pc from 'picocolors'
import type { Finding, QuotedLine, Report, Severity } from '../report/report.ts'
import { printable } from '../printable.ts'
import { byArticle } from './by-article.ts'
import { count, digits } from './count.ts'

/** How the terminal text is made. */
export interface PrettyOptions {
  color?: boolean
  /** Show known findings too. */
  known?: boolean
  /** At most so many findings of one rule; what is left out is counted. */
  perRule?: number
  /** The address of an article, where the terminal opens links. */
  addressOf?: (path: string) => string
}

/** Findings by article, for a terminal, with the totals and what to do next. */
export function pretty(
  report: Report,
  { color = false, known = false, perRule = Infinity, addressOf }: PrettyOptions = {},
): string {
  const colors = pc.createColors(color)
  const paint: Record<Severity, (text: string) => string> = {
    error: colors.red,
    warning: colors.yellow,
    suggestion: colors.cyan,
  }
  const linked = (path: string, text: string) =>
    addressOf ? `\u001B]8;;${addressOf(path)}\u0007${text}\u001B]8;;\u0007` : text
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
  for (const [path, findings] of byArticle(kept)) {
    lines.push(linked(path, colors.underline(printable(path))))
    const placeWidth = Math.max(...findings.map((finding) => placeOf(finding).length))
    const levelWidth = Math.max(...findings.map((finding) => finding.severity.length))
    const indent = ' '.repeat(placeWidth + levelWidth + 6)
    for (const finding of findings) {
      const place = placeOf(finding).padStart(placeWidth)
      const level = paint[finding.severity](finding.severity.padEnd(levelWidth))
      const mark = finding.status === 'known' ? colors.dim(' (known)') : ''
      const message = printable(finding.message)
      lines.push(`  ${colors.dim(place)}  ${level}  ${message}  ${colors.dim(finding.rule)}${mark}`)
      if (finding.quoted) lines.push(...quoteOf(finding.quoted).map((line) => indent + line))
      for (const other of finding.related) {
        const there = printable(`${other.path}:${placeOf(other)}`)
        const [before, after] = [printable(other.message), printable(`“${other.quote}”`)]
        lines.push(indent + colors.dim(`${before}: ${linked(other.path, there)} ${after}`))
      }
    }
    lines.push('')
  }
  for (const [rule, number] of left) lines.push(colors.dim(`… and ${digits(number)} more of ${rule}`))
  if (left.size > 0) lines.push('')
  return `${[...lines, ...closing(report)].join('\n')}\n`

  /** The line that a finding is about, what it is about underlined. */
  function quoteOf({ text, start, end }: QuotedLine): string[] {
    const [before, own, after] = [text.slice(0, start).trimStart(), text.slice(start, end), text.slice(end)].map(
      printable,
    )
    if (color) {
      const missing = own === '' ? colors.red('‸') : ''
      return [colors.dim(before!) + missing + colors.underline(own!) + colors.dim(after!)]
    }
    const marks = own === '' ? '^' : '~'.repeat(own!.length)
    return [before! + own! + after!, ' '.repeat(before!.length) + marks]
  }
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
      ? ` (${summary.known === total ? 'all' : digits(summary.known)} known: in the baseline${summary.known === total ? '' : `; ${digits(summary.new)} new`})`
      : ''
  const lines = [
    `${count(summary.articles, 'article')}: ${parts.length > 0 ? parts.join(', ') : 'nothing to report'}${known}`,
  ]
  const fresh = findings.filter(({ status }) => status === 'new')
  const fixable = fresh.filter((finding) => finding.fixable).length
  if (fixable > 0) lines.push(`${digits(fixable)} of ${digits(summary.new)} can be fixed with --fix`)
  else if (fresh.length > 0) lines.push(`What a rule asks, and why: deskcheck explain ${commonest(fresh)}`)
  return lines
}

/** The rule with the most findings. */
function commonest(findings: readonly Finding[]): string {
  const counts = new Map<string, number>()
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most))[0]
}

function placeOf({ start }: { start: { line: number; column: number } }): string {
  return `${start.line}:${start.column}`
}
