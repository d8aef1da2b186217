import { severities, type Report } from '../report/report.ts'
import { count } from './count.ts'

/** More rows than this make a job summary or a comment unreadable; the rest is counted. */
const rowsPerRule = 20

/**
 * The report as Markdown, for a job summary or a comment: totals, then a table for each rule, errors first. Known findings
 * are counted and not listed.
 */
export function markdown(report: Report): string {
  const { summary } = report
  const fresh = report.findings.filter((finding) => finding.status === 'new')
  const lines = [
    '# Deskcheck',
    '',
    `${count(summary.articles, 'article')} on ${report.today}: ${severities.map((severity) => count(summary.findings[severity], severity)).join(', ')}.`,
  ]
  if (summary.known > 0)
    lines.push('', `${count(summary.known, 'finding')} known from the baseline, ${summary.new} new.`)
  for (const severity of severities) {
    for (const rule of Object.keys(summary.byRule)) {
      const findings = fresh.filter((finding) => finding.rule === rule && finding.severity === severity)
      if (findings.length === 0) continue
      lines.push('', `## ${rule} (${count(findings.length, severity)})`, '', '| place | finding |', '| --- | --- |')
      for (const finding of findings.slice(0, rowsPerRule))
        lines.push(`| ${placeOf(finding)} | ${escapeCell(finding.message)} |`)
      if (findings.length > rowsPerRule) lines.push('', `… and ${findings.length - rowsPerRule} more.`)
    }
  }
  return `${lines.join('\n')}\n`
}

/** `path:line` as code. */
export function placeOf({ path, start }: { path: string; start: { line: number } }): string {
  return `\`${path.replace(/[`|]/g, '')}:${start.line}\``
}

/**
 * Text for a table cell: what stands between two backticks stays code, all else that Markdown or HTML would read as mark-up
 * is escaped, as it may come from an article. A backtick without a partner is escaped too, so that no text can open a span.
 */
export function escapeCell(text: string): string {
  const escape = (part: string) => part.replace(/[\\`*_{}[\]<>()#+!|~@&]/g, '\\$&')
  const line = text.replace(/\s+/g, ' ')
  let escaped = ''
  let from = 0
  for (const match of line.matchAll(/(?<!`)`([^`]+)`(?!`)/g)) {
    escaped += escape(line.slice(from, match.index)) + `\`${match[1]!.replace(/\|/g, '\\|')}\``
    from = match.index + match[0].length
  }
  return escaped + escape(line.slice(from))
}
