import type { Finding, QuotedLine, Report } from './report.ts'

/** A longer line is cut around what the finding is about. */
const longest = 120
/** How much of the line is kept before it. */
const before = 32

/**
 * A report whose findings quote the lines that they begin in, for what shows them.
 *
 * @param sourceOf the text of an article; undefined where it cannot be had any more, and nothing is quoted
 */
export function withLines(report: Report, sourceOf: (path: string) => string | undefined): Report {
  let path: string | undefined
  let source: string | undefined
  // They are in order of their paths: each article is asked for once.
  const findings = report.findings.map((finding): Finding => {
    if (finding.path !== path) source = sourceOf((path = finding.path))
    const quoted = source === undefined ? undefined : lineOf(source, finding)
    return quoted ? { ...finding, quoted } : finding
  })
  return { ...report, findings }
}

/** The line that a range begins in; undefined for an empty one, and where the text is another than the range is of. */
function lineOf(source: string, { start, end }: Finding): QuotedLine | undefined {
  const lineStart = start.offset - (start.column - 1)
  if (lineStart < 0 || start.offset > source.length) return undefined
  const lineEnd = endOfLine(source, lineStart)
  const whole = source.slice(lineStart, lineEnd)
  if (whole.trim() === '') return undefined
  const from = start.offset - lineStart
  const to = Math.max(from, Math.min(end.offset, lineEnd) - lineStart)
  if (whole.length <= longest) return { text: whole, start: from, end: to }
  // Between two words, and never within a character.
  const cutStart = boundary(whole, Math.max(0, Math.min(from - before, whole.length - longest)))
  const cutEnd = whole.length - cutStart <= longest ? whole.length : boundary(whole, cutStart + longest)
  const kept = whole.slice(cutStart, cutEnd).trimEnd()
  const lead = cutStart > 0 ? '… ' : ''
  const place = (column: number) => lead.length + Math.min(column - cutStart, kept.length)
  return { text: `${lead}${kept}${cutEnd < whole.length ? ' …' : ''}`, start: place(from), end: place(to) }
}

function endOfLine(source: string, from: number): number {
  const lineFeed = source.indexOf('\n', from)
  const end = lineFeed < 0 ? source.length : lineFeed
  return source[end - 1] === '\r' && end > from ? end - 1 : end
}

/** The last place up to `at` where a word begins, not too far back; else where a character does. */
function boundary(text: string, at: number): number {
  for (let place = at; place > Math.max(0, at - 24); place--) if (/\s/.test(text[place - 1]!)) return place
  return at > 0 && /[\uDC00-\uDFFF]/.test(text[at]!) ? at - 1 : at
}
