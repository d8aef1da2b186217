import type { DayOrder } from '../article/house.ts'

/** A date, or a span of days, named in a text; both ends are `YYYY-MM-DD` and inclusive. */
export interface DateMention {
  /** Where it stands in the text. */
  index: number
  text: string
  from: string
  to: string
}

const monthNames = [
  'jan(?:uary)?',
  'feb(?:ruary)?',
  'mar(?:ch)?',
  'apr(?:il)?',
  'may',
  'june?',
  'july?',
  'aug(?:ust)?',
  'sept?(?:ember)?',
  'oct(?:ober)?',
  'nov(?:ember)?',
  'dec(?:ember)?',
]
const month = `(?<month>${monthNames.join('|')})\\.?`
const year = '(?<year>(?:19|20)\\d\\d)'
const firstMonth = month.replace('<month>', '<firstMonth>')
const firstDay = '(?<firstDay>\\d{1,2})(?:st|nd|rd|th)?'
const day = '(?<day>\\d{1,2})(?:st|nd|rd|th)?'

type Groups = Record<string, string | undefined>

/** Date styles, the longer before the shorter; each turns its named groups into a span of days. */
const styles: [RegExp, (groups: Groups, order: DayOrder) => [string, string] | undefined][] = [
  [
    /(?<year>(?:19|20)\d\d)-(?<m>\d\d)-(?<day>\d\d)(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-])/,
    (g) => oneDay(g.year, g.m, g.day),
  ],
  // `1-15 March 2025`, `28 Feb – 3 Mar 2025`: until its last day.
  [
    new RegExp(
      `\\b${firstDay}(?:\\s+${firstMonth})?\\s*(?:[–—-]|to|and|until)\\s*${day}(?:\\s+of)?\\s+${month},?\\s+${year}\\b`,
      'i',
    ),
    (g) => daySpan(g),
  ],
  [
    new RegExp(
      `\\b${firstMonth}\\s+${firstDay}\\s*(?:[–—-]|to|and|until)\\s*(?:${month}\\s+)?${day},?\\s+${year}\\b`,
      'i',
    ),
    (g) => daySpan(g),
  ],
  [/(?<year>(?:19|20)\d\d)\/(?<m>\d\d?)\/(?<day>\d\d?)(?![\d/])/, (g) => oneDay(g.year, g.m, g.day)],
  [
    new RegExp(`${day}(?:\\s+of)?[\\s-]+${month},?[\\s-]+${year}\\b`, 'i'),
    (g) => oneDay(g.year, monthOf(g.month), g.day),
  ],
  [new RegExp(`\\b${month}\\s+${day},?\\s+${year}\\b`, 'i'), (g) => oneDay(g.year, monthOf(g.month), g.day)],
  [/(?<a>\d{1,2})[./-](?<b>\d{1,2})[./-](?<year>(?:19|20)\d\d)(?![\d/])/, (g, order) => inFigures(g, order)],
  [
    /(?:\b(?:the )?(?<part>early|mid|late|beginning of|start of|middle of|end of)[\s-]+)?(?:\bq(?<q>[1-4])(?:\s+of)?[\s,/-]+(?<year>(?:19|20)\d\d)|(?<year2>(?:19|20)\d\d)[\s-]q(?<q2>[1-4])|\b(?<word>first|second|third|fourth|last) quarter of (?<year3>(?:19|20)\d\d))\b/i,
    (g) => quarter(g),
  ],
  [
    /\b(?:h(?<h>[12])|(?<half>first|second) half of)\s+(?<year>(?:19|20)\d\d)\b/i,
    (g) =>
      (g.h ?? (g.half?.toLowerCase() === 'first' ? '1' : '2')) === '1' ? months(g.year, 1, 6) : months(g.year, 7, 12),
  ],
  // `July and August 2026`: until the end of the last one.
  [
    new RegExp(`\\b${firstMonth}\\s*(?:[–—-]|to|and|until|through)\\s*${month},?\\s+${year}\\b`, 'i'),
    (g) => monthSpan(g),
  ],
  [
    new RegExp(
      `(?:\\b(?:the )?(?<part>early|mid|late|beginning of|start of|middle of|end of)[\\s-]+)?\\b${month},?\\s+(?:of\\s+)?${year}\\b`,
      'i',
    ),
    (g) => months(g.year, monthOf(g.month), monthOf(g.month)),
  ],
  [/\b(?:christmas|xmas)(?: day)?,?\s+(?<year>(?:19|20)\d\d)\b/i, (g) => oneDay(g.year, 12, '25')],
  [
    /\beaster(?: (?:sunday|monday|weekend))?,?\s+(?<year>(?:19|20)\d\d)\b/i,
    (g) => [`${g.year}-03-22`, `${g.year}-04-26`],
  ],
  // `Aug '26`: of this century.
  [
    new RegExp(`\\b${month}\\s+['’](?<yy>\\d\\d)\\b`, 'i'),
    (g) => months(`20${g.yy}`, monthOf(g.month), monthOf(g.month)),
  ],
  [/\bq(?<q>[1-4])\s+['’](?<yy>\d\d)\b/i, (g) => quarter({ ...g, year: `20${g.yy}` })],
  [
    /\b(?:the )?(?<part>early|mid|late|beginning of|start of|middle of|end of)[\s-]+(?:the year )?(?<year>(?:19|20)\d\d)\b/i,
    (g) => partOfYear(g),
  ],
  [
    /\b(?:(?:early|mid|late)[\s-]+)?(?<season>spring|summer|autumn|fall|winter)(?:\s+of)?,?\s+(?<year>(?:19|20)\d\d)\b/i,
    (g) => season(g),
  ],
  [/(?<year>(?:19|20)\d\d)-(?<m>0[1-9]|1[0-2])(?![\d-])/, (g) => months(g.year, Number(g.m), Number(g.m))],
  [/\b(?<year>(?:19|20)\d\d)\b(?![-/.]\d)/, (g) => months(g.year, 1, 12)],
]

const searches = styles.map(([style, read]) => [new RegExp(style, `${style.flags}g`), read] as const)

const anyYear = /(?:19|20)\d\d|['’]\d\d\b/

/**
 * Every date of a text with at least a year, in all common styles: `28 Nov 2025`, `November 28, 2025`, `2025-11-28`,
 * `28/11/2025`, `Nov 2025`, `Q2 2025`, `early 2025`, `the end of 2024`, `2024`. Where day and month cannot be told apart,
 * the span holds both readings. Days that do not exist are no dates.
 *
 * @param order what comes first in `03/04/2026`; with `either`, both may
 */
export function datesIn(text: string, order: DayOrder = 'either'): DateMention[] {
  if (!anyYear.test(text)) return []
  const found: DateMention[] = []
  for (const [search, read] of searches) {
    for (const match of text.matchAll(search)) {
      const start = match.index
      const end = start + match[0].length
      if (
        /[\p{L}\p{N}]/u.test(text[start - 1] ?? ' ') ||
        found.some((date) => start < date.index + date.text.length && date.index < end)
      )
        continue
      const span = read(match.groups ?? {}, order)
      if (span) found.push({ index: start, text: match[0], from: span[0], to: span[1] })
    }
  }
  return found.sort((a, b) => a.index - b.index)
}

const two = (number: number) => (number < 10 ? `0${number}` : `${number}`)

/** `YYYY-MM-DD` if there is such a day. */
function isoDay(year: number, monthNumber: number, dayNumber: number): string | undefined {
  if (!(monthNumber >= 1 && monthNumber <= 12 && dayNumber >= 1 && dayNumber <= daysIn(year, monthNumber)))
    return undefined
  return `${year}-${two(monthNumber)}-${two(dayNumber)}`
}

function daysIn(year: number, monthNumber: number): number {
  if (monthNumber === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(monthNumber) ? 30 : 31
}

function monthOf(name: string | undefined): number {
  const lower = (name ?? '').toLowerCase().slice(0, 3)
  return ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].indexOf(lower) + 1
}

function oneDay(
  y: string | undefined,
  m: string | number | undefined,
  d: string | undefined,
): [string, string] | undefined {
  const iso = isoDay(Number(y), Number(m), Number(d))
  return iso ? [iso, iso] : undefined
}

function inFigures(g: Groups, order: DayOrder): [string, string] | undefined {
  const [year, a, b] = [Number(g.year), Number(g.a), Number(g.b)]
  const days = [
    order === 'day-first' ? undefined : isoDay(year, a, b),
    order === 'month-first' ? undefined : isoDay(year, b, a),
  ]
    .filter((iso) => iso !== undefined)
    .sort()
  return days[0] ? [days[0], days.at(-1)!] : undefined
}

function months(y: string | undefined, first: number, last: number): [string, string] | undefined {
  const from = isoDay(Number(y), first, 1)
  const to = isoDay(Number(y), last, daysIn(Number(y), last))
  return from && to ? [from, to] : undefined
}

/** A span whose month or year may be said once. */
function daySpan(g: Groups): [string, string] | undefined {
  const month = monthOf(g.month ?? g.firstMonth)
  const to = isoDay(Number(g.year), month, Number(g.day))
  const from = isoDay(Number(g.year), g.firstMonth === undefined ? month : monthOf(g.firstMonth), Number(g.firstDay))
  return from && to ? (from <= to ? [from, to] : [to, to]) : undefined
}

/** From one month to another of the same year. */
function monthSpan(g: Groups): [string, string] | undefined {
  const [first, last] = [monthOf(g.firstMonth), monthOf(g.month)]
  return first <= last ? months(g.year, first, last) : months(g.year, last, last)
}

/** Of either half of the world, the months that it may end with; a winter ends in the next year. */
function season(g: Groups): [string, string] | undefined {
  const name = g.season?.toLowerCase()
  if (name === 'spring') return months(g.year, 3, 6)
  if (name === 'summer') return months(g.year, 6, 9)
  if (name === 'winter') {
    const until = months(`${Number(g.year) + 1}`, 3, 3)?.[1]
    return until === undefined ? undefined : [`${g.year}-01-01`, until]
  }
  return months(g.year, 9, 12)
}

function quarter(g: Groups): [string, string] | undefined {
  const ordinal = ['first', 'second', 'third', 'fourth'].indexOf(g.word?.toLowerCase() ?? '') + 1
  const q = Number(g.q ?? g.q2 ?? (ordinal || 4))
  return months(g.year ?? g.year2 ?? g.year3, q * 3 - 2, q * 3)
}

function partOfYear(g: Groups): [string, string] | undefined {
  const part = g.part?.toLowerCase() ?? ''
  if (/early|beginning|start/.test(part)) return months(g.year, 1, 4)
  if (/mid/.test(part)) return months(g.year, 5, 7)
  return months(g.year, 9, 12)
}
