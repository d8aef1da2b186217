import { load } from '../load.ts'
import type { Report } from '../report/report.ts'

type Cell = string | number | null

/**
 * Rows as CSV for a spreadsheet, by RFC 4180. What a spreadsheet would run as a formula is kept as text, as it may come from
 * an article.
 */
export function rowsAsCsv(columns: string[], rows: Cell[][]): string {
  const { stringify } = load<typeof import('csv-stringify/sync')>('csv-stringify/sync')
  return stringify([columns, ...rows], { escape_formulas: true, record_delimiter: '\r\n' })
}

/** Every finding as a row. */
export function csv({ findings }: Report): string {
  return rowsAsCsv(
    ['path', 'line', 'column', 'severity', 'rule', 'status', 'message', 'related', 'fixable', 'fingerprint'],
    findings.map(({ path, start, severity, rule, status, message, related, fixable, fingerprint }) => [
      path,
      start.line,
      start.column,
      severity,
      rule,
      status,
      message,
      related.map((other) => `${other.path}:${other.start.line}`).join(' '),
      fixable ? 'yes' : 'no',
      fingerprint,
    ]),
  )
}

/** The articles that want a review as rows, the first one first. */
export function queueCsv({ queue = [] }: Report): string {
  return rowsAsCsv(
    [
      'rank',
      'score',
      'path',
      'title',
      'owner',
      'readers',
      'last verified',
      'pieces of evidence',
      'reasons',
      'what to do',
    ],
    queue.map(({ rank, score, path, title, owner, readers, verified, reasons, todo }) => [
      rank,
      score,
      path,
      title,
      owner,
      readers,
      verified,
      reasons.length,
      reasons.map(({ line, message }) => `${line}: ${message}`).join('\n'),
      todo,
    ]),
  )
}
