import type { Finding, QuotedLine, Report } from './report.ts'

/** A longer line is cut around what the finding is about. */
const longest = 120
/** So much of the lines after it is kept, for a passage. */
const mostRest = 800
/** How much of the line is kept before it. */
const before = 32
/** A line may be so much longer, to have all of what the finding is about. */
const slack = 40

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
function lineOf(
  source: string,
  { start, end, message }: Pick<Finding, 'start' | 'end' | 'message'>,
): QuotedLine | undefined {
  const marker = alertAt(source, start.offset)
  if (marker > 0 && start.offset + marker < end.offset)
    return lineOf(source, { start: placeAfter(start, marker, source), end, message })
  const lineStart = start.offset - (start.column - 1)
  if (lineStart < 0 || start.offset > source.length) return undefined
  if (lineStart > 0 && !/[\r\n]/.test(source[lineStart - 1]!)) return undefined
  const lineEnd = endOfLine(source, lineStart)
  const whole = source.slice(lineStart, lineEnd)
  if (whole.trim() === '') return undefined
  const from = start.offset - lineStart
  const range = { start: from, end: Math.max(from, Math.min(end.offset, lineEnd) - lineStart) }
  const following = source.slice(lineEnd, Math.min(end.offset, lineEnd + mostRest)).trim()
  const rest = end.offset > lineEnd + mostRest ? `${following.replace(/\S*$/, '')}…` : following
  const more = rest === '' ? {} : { rest }
  if (whole.length <= longest) return { text: whole, ...range, ...more }
  const own = range.end - range.start > longest - before ? focusIn(whole, range, message) : range
  // Between two words, and never within a character.
  const cutStart = boundary(whole, Math.max(0, Math.min(own.start - before, whole.length - longest)))
  const fits = own.end - cutStart <= longest + slack
  const cutEnd = Math.max(
    whole.length - cutStart <= longest + slack ? whole.length : boundary(whole, cutStart + longest),
    fits ? own.end : Math.min(own.start, whole.length),
  )
  const kept = whole.slice(cutStart, cutEnd).trimEnd()
  const lead = cutStart > 0 ? '… ' : ''
  const place = (column: number) => lead.length + Math.min(column - cutStart, kept.length)
  const tail = cutEnd < whole.length ? ' …' : ''
  const isCut = lead !== '' || tail !== ''
  return {
    text: lead + kept + tail,
    start: place(own.start),
    end: place(own.end),
    ...(isCut ? { isCut } : {}),
    ...more,
  }
}

/** How long the marker of an alert is that stands at a place, such as `[!NOTE]`, with the start of the next line; 0 for none. */
function alertAt(source: string, offset: number): number {
  alert.lastIndex = offset
  return alert.exec(source)?.[0].length ?? 0
}

const alert = /\[!\w+\][ \t]*\r?\n[ \t]*>?[ \t]*/y

/** The place so many characters after another, in the line after it. */
function placeAfter(start: Finding['start'], length: number, source: string): Finding['start'] {
  const offset = start.offset + length
  const lineStart = Math.max(source.lastIndexOf('\n', offset - 1), source.lastIndexOf('\r', offset - 1)) + 1
  return { line: start.line + 1, column: offset - lineStart + 1, offset }
}

/** Where a range is too long to be shown: what the message names of it, if it is there to the letter. */
function focusIn(whole: string, range: Range, message: string): Range {
  const text = whole.slice(range.start, range.end)
  for (const [, named] of message.matchAll(/`([^`]+)`/g)) {
    const at = text.indexOf(named!)
    if (at >= 0) return { start: range.start + at, end: range.start + at + named!.length }
  }
  return range
}

interface Range {
  start: number
  end: number
}

function endOfLine(source: string, from: number): number {
  lineEnd.lastIndex = from
  return lineEnd.exec(source)?.index ?? source.length
}

const lineEnd = /[\r\n]/g

/** The last place up to `at` where a word begins, not too far back; else where a character does. */
function boundary(text: string, at: number): number {
  for (let place = at; place > Math.max(0, at - 24); place--) if (/\s/.test(text[place - 1]!)) return place
  return at > 0 && /[\uDC00-\uDFFF]/.test(text[at]!) ? at - 1 : at
}
