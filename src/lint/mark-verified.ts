import type { Article } from '../article/article.ts'
import { datesIn } from '../facts/dates.ts'
import { reviewRecordOf, verifiedKeys } from '../facts/review.ts'
import type { Edit } from '../report/report.ts'
import { applyFixes } from './apply-fixes.ts'

const monthNames = 'January February March April May June July August September October November December'.split(' ')

/**
 * An article's text with the day of its verification, and by whom. Where it names one already, in front matter under whatever
 * key the house has for it or in a line of its own, only that day is changed, and keeps its style; else a line is added to the
 * front matter, or a front matter to the file.
 *
 * @param today `YYYY-MM-DD`
 * @param by a name; with none, nothing is written of it
 */
export function markVerified(article: Article, today: string, by?: string): string {
  const { source, frontMatter, house } = article
  const review = reviewRecordOf(article)
  const edits: Edit[] = []
  const added: string[] = []
  const keys = [...house.keys.last_verified, ...verifiedKeys]
  // A value that holds no day, such as none at all, is the place for it too.
  const entry = keys.map((key) => frontMatter.entries.get(key)).find((one) => one !== undefined)
  const isToml = /^\uFEFF?\+\+\+/.test(source)
  if (review) {
    const { start, end } = review.at
    const written = source.slice(start.offset, end.offset)
    const date = datesIn(written, house.dayOrder)[0]
    const at = date ? start.offset + date.index : start.offset
    const length = date ? date.text.length : end.offset - start.offset
    edits.push({ start: at, end: at + length, text: inStyleOf(date?.text ?? '', today, house.dayOrder) })
  } else if (entry) {
    const { start, end } = entry.valueAt
    const after = endOfLine(source, entry.keyAt.end.offset)
    // Of a key without a value, the place is that of the key.
    const isEmpty = start.offset === entry.keyAt.start.offset || start.offset >= after
    edits.push(
      isEmpty ? { start: after, end: after, text: ` ${today}` } : { start: start.offset, end: end.offset, text: today },
    )
  } else {
    added.push(isToml ? `last_verified = ${today}` : `last_verified: ${today}`)
  }
  if (by !== undefined) {
    const before = frontMatter.entries.get('verified_by')
    if (before)
      edits.push({ start: before.valueAt.start.offset, end: before.valueAt.end.offset, text: quoted(by, isToml) })
    else added.push(isToml ? `verified_by = ${quoted(by, true)}` : `verified_by: ${quoted(by, false)}`)
  }
  if (added.length > 0) edits.push(insertion(article, added))
  return applyFixes(
    source,
    edits.map((edit) => [edit]),
  )
}

/** Where lines are added: before the closing fence, or as a front matter of their own. */
function insertion({ source, frontMatter }: Article, lines: string[]): Edit {
  const newline = /\r\n|\n/.exec(source)?.[0] ?? '\n'
  const start = source.startsWith('\uFEFF') ? 1 : 0
  if (!frontMatter.at) return { start, end: start, text: ['---', ...lines, '---', '', ''].join(newline) }
  const end = frontMatter.at.end.offset
  const fence = source.lastIndexOf(newline, end - 1) + newline.length
  return { start: fence, end: fence, text: lines.map((line) => `${line}${newline}`).join('') }
}

function endOfLine(source: string, from: number): number {
  const end = source.slice(from).search(/[ \t]*(?:\r?\n|$)/)
  return end < 0 ? source.length : from + end
}

/** A name as a value: in quotation marks where YAML would read it as something else. */
function quoted(name: string, isToml: boolean): string {
  return !isToml && /^[\p{L}][\p{L}\p{N} ._-]*$/u.test(name) && !/^(?:true|false|yes|no|null|on|off)$/i.test(name)
    ? name
    : JSON.stringify(name)
}

/** A day in the style of another: `July 25, 2025`, `25 Jul 2025`, `07/25/2025`, else `2025-07-25`. */
function inStyleOf(written: string, today: string, dayOrder: string): string {
  const [year = '', month = '', day = ''] = today.split('-')
  const name = monthNames[Number(month) - 1]!
  const nameLike = (old: string) =>
    old.replace('.', '').length <= 4 && old.toLowerCase() !== 'june' && old.toLowerCase() !== 'july'
      ? name.slice(0, 3)
      : name
  const american = /^([A-Za-z]+)\.? \d{1,2}(,?) \d{4}$/.exec(written)
  if (american) return `${nameLike(american[1]!)} ${Number(day)}${american[2]} ${year}`
  const british = /^\d{1,2} ([A-Za-z]+)\.?(,?) \d{4}$/.exec(written)
  if (british) return `${Number(day)} ${nameLike(british[1]!)}${british[2]} ${year}`
  const figures = /^(\d{1,2})([./-])(\d{1,2})\2\d{4}$/.exec(written)
  if (figures) {
    const [, first = '', mark = '', second = ''] = figures
    // What comes first is known where the house says so, or where only one of the two can be a month; the new day must tell too.
    if (dayOrder === 'either' && Number(day) <= 12) return today
    const isMonthFirst = dayOrder === 'month-first' || (dayOrder === 'either' && Number(second) > 12)
    const isDayFirst = dayOrder === 'day-first' || (dayOrder === 'either' && Number(first) > 12)
    const isPadded = first.length === 2 && second.length === 2
    const two = (text: string) => (isPadded ? text : `${Number(text)}`)
    if (isMonthFirst) return [two(month), two(day), year].join(mark)
    if (isDayFirst) return [two(day), two(month), year].join(mark)
  }
  const slashes = /^\d{4}\/\d{1,2}\/\d{1,2}$/.test(written)
  return slashes ? today.replaceAll('-', '/') : today
}
