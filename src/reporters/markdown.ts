import { severities, type Finding, type Report, type Severity } from '../report/report.ts'
import { count, digits } from './count.ts'

/** More rows than this make a job summary or a comment unreadable; the rest is counted. */
const rowsPerRule = 20

/** A comment on GitHub or GitLab takes 65,536 characters and more; what a page around it adds fits beside this. */
const mostCharacters = 60_000

/**
 * The report as Markdown, for a job summary or a comment: totals, then a table for each rule, errors first and suggestions
 * folded. Known findings are counted and not listed. Where there is no room for all, each rule has at least its exact count.
 */
export function markdown(report: Report): string {
  const { summary } = report
  const lines = ['# Deskcheck', '', verdictOf(report)]
  if (summary.known > 0)
    lines.push('', `${count(summary.known, 'finding')} known from the baseline, ${digits(summary.new)} new.`)
  const sections = severities.flatMap((severity) => sectionsOf(report, severity))
  let room =
    mostCharacters - lines.join('\n').length - sections.reduce((sum, { heading }) => sum + heading.length + 40, 0)
  let isFolded = false
  for (const { severity, heading, rows, left } of sections) {
    const fits = rows.filter((row) => (room -= row.length + 1) > 0)
    const missing = left + rows.length - fits.length
    if (severity === 'suggestion' && !isFolded) {
      lines.push('', `<details><summary>${count(freshOf(report, severity).length, 'suggestion')}</summary>`)
      isFolded = true
    }
    lines.push('', heading)
    if (fits.length > 0) lines.push('', '| place | finding |', '| --- | --- |', ...fits)
    if (missing > 0) lines.push('', `… and ${digits(missing)} more.`)
  }
  if (isFolded) lines.push('', '</details>')
  return `${lines.join('\n')}\n`
}

function verdictOf({ summary, today, findings }: Report): string {
  const counts = severities.map((severity) => count(summary.findings[severity], severity)).join(', ')
  const fixable = findings.filter((finding) => finding.fixable && finding.status === 'new').length
  const fix = fixable > 0 ? ` ${digits(fixable)} of the new ones can be fixed with \`deskcheck --fix\`.` : ''
  return `${count(summary.articles, 'article')} on ${today}: ${counts}.${fix}`
}

function freshOf({ findings }: Report, severity: Severity): Finding[] {
  return findings.filter((finding) => finding.status === 'new' && finding.severity === severity)
}

interface Section {
  severity: Severity
  heading: string
  rows: string[]
  /** Findings without a row. */
  left: number
}

/** New findings of one severity by rule. */
function sectionsOf(report: Report, severity: Severity): Section[] {
  const fresh = freshOf(report, severity)
  return Object.keys(report.summary.byRule).flatMap((rule) => {
    const own = fresh.filter((finding) => finding.rule === rule)
    if (own.length === 0) return []
    const rows = own.slice(0, rowsPerRule).map((one) => `| ${placeOf(one)} | ${escapeCell(one.message)} |`)
    return [{ severity, heading: `## ${rule} (${count(own.length, severity)})`, rows, left: own.length - rows.length }]
  })
}

/** `path:line` as code. */
export function placeOf({ path, start }: { path: string; start: { line: number } }): string {
  return `\`${path.replace(/[\s\p{Cc}]+/gu, ' ').replace(/[`|]/g, '')}:${start.line}\``
}

/**
 * Text for a table cell: what stands between two backticks stays code, all else that Markdown or HTML would read as mark-up
 * is escaped, as it may come from an article. A backtick without a partner is escaped too, so that no text can open a span.
 */
export function escapeCell(text: string): string {
  // A name after `@` is told, and a number after `#` gets a link, even where these are escaped: not with a sign between that
  // nobody sees.
  const escape = (part: string) => part.replace(/[\\`*_{}[\]<>()#+!|~@&]/g, '\\$&').replace(/[@#](?=\w)/g, '$&\u2060')
  const line = text.replace(/\s+/g, ' ')
  let escaped = ''
  let from = 0
  for (const match of line.matchAll(/(?<!`)`([^`]+)`(?!`)/g)) {
    escaped += escape(line.slice(from, match.index)) + `\`${match[1]!.replace(/\|/g, '\\|')}\``
    from = match.index + match[0].length
  }
  return escaped + escape(line.slice(from))
}
