import type { DateMention } from './dates.ts'

const monthNames = 'january|february|march|april|may|june|july|august|september|october|november|december'
const short = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Any of what is below, which most sentences have none of. */
const any = new RegExp(
  String.raw`\b(?:next|this|coming|tomorrow|from (?:today|now)|new year|in (?:a few|a couple of|several)|year is out|half of the year)\b|\bq[1-4]\b|\b(?:end|middle|beginning|start|close) of the (?:year|month|quarter)\b|\b(?:${monthNames}|${short.join('|')})\b`,
  'i',
)

const numerals = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const numeral = String.raw`\d{1,3}|${numerals.join('|')}`
const numberOf = (word: string) => numerals.indexOf(word.toLowerCase()) + 1 || Number(word)
const daysIn: Record<string, number> = { day: 1, week: 7, month: 31 }

/** The first and the last day that a match means. */
type Reader = (match: RegExpExecArray, dated: string) => [from: string, to: string]

const styles: [RegExp, Reader][] = [
  [/\btomorrow\b/gi, (_, dated) => both(daysAfter(dated, 1))],
  [
    /\bthis (?:week|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|\bthe end of (?:this|the) week\b/gi,
    (_, dated) => [dated, daysAfter(dated, 7)],
  ],
  [/\bnext (?:mon|tues|wednes|thurs|fri|satur|sun)day\b/gi, (_, dated) => [dated, daysAfter(dated, 13)]],
  [
    new RegExp(String.raw`\b(?:(?:with)?in )?(?:the )?next (${numeral}) (day|week|month)s?\b`, 'gi'),
    ([, many, unit], dated) => [dated, daysAfter(dated, numberOf(many!) * daysIn[unit!.toLowerCase()]!)],
  ],
  [
    new RegExp(String.raw`\b(${numeral}) (day|week|month)s? from (?:today|now)\b`, 'gi'),
    ([, many, unit], dated) => [dated, daysAfter(dated, numberOf(many!) * daysIn[unit!.toLowerCase()]!)],
  ],
  [/\bin (?:a few|a couple of|several) weeks\b/gi, (_, dated) => [dated, daysAfter(dated, 60)]],
  [/\bin (?:a few|a couple of|several) months\b/gi, (_, dated) => [dated, daysAfter(dated, 180)]],
  [/\b(?:early |late )?in the new year\b/gi, (_, dated) => quarterSpan(`${Number(dated.slice(0, 4)) + 1}-01-01`, 0)],
  [/\bbefore the year is out\b/gi, (_, dated) => yearSpan(dated, 0)],
  [
    /\b(?:the )?(first|second) half of the year\b/gi,
    ([, half], dated) => (/first/i.test(half!) ? span(parts(dated)[0], 1, 6) : span(parts(dated)[0], 7, 6)),
  ],
  [/\bnext week\b/gi, (_, dated) => [daysAfter(dated, 1), daysAfter(dated, 13)]],
  [/\bnext month\b/gi, (_, dated) => monthSpan(dated, 1)],
  [/\bnext quarter\b/gi, (_, dated) => quarterSpan(dated, 1)],
  [/\bearly next year\b/gi, (_, dated) => span(parts(dated)[0] + 1, 1, 4)],
  [/\bnext year\b/gi, (_, dated) => yearSpan(dated, 1)],
  [/\b(?:(?:in|over|within|during) the )?(?:coming|next few) weeks\b/gi, (_, dated) => [dated, daysAfter(dated, 60)]],
  [/\b(?:(?:in|over|within|during) the )?(?:coming|next few) months\b/gi, (_, dated) => [dated, daysAfter(dated, 180)]],
  [
    /\b(?:later|end of|the end of|early|late) (?:in )?this month\b|\bthe end of the month\b|\bthis month\b/gi,
    (_, dated) => monthSpan(dated, 0),
  ],
  [
    /\b(?:later|end of|the end of) (?:in )?this quarter\b|\bthe end of the quarter\b|\bthis quarter\b/gi,
    (_, dated) => quarterSpan(dated, 0),
  ],
  [
    /\b(?:later|the end of|end of|early|late) (?:in )?this year\b|\b(?:the )?end of the year\b|\bthis year\b/gi,
    (_, dated) => yearSpan(dated, 0),
  ],
  [new RegExp(String.raw`\bnext (${monthNames})\b`, 'gi'), ([, month], dated) => nextMonth(month!, dated)],
  [/\b(?:this )?coming (?:spring|summer|autumn|fall|winter)\b/gi, (_, dated) => [dated, daysAfter(dated, 365)]],
  [/\bnext (?:spring|summer|autumn|fall|winter)\b/gi, (_, dated) => yearSpan(dated, 1)],
  [/\bthis (?:spring|summer)\b/gi, (_, dated) => [dated, `${dated.slice(0, 4)}-09-22`]],
  [/\bthis (?:autumn|fall|winter)\b/gi, (_, dated) => yearSpan(dated, 0)],
  [
    /\b(?:the )?(?:(?:beginning|start|middle|end) of )?q([1-4])\b(?![\s,/-]*(?:of\s+)?(?:19|20)\d\d)(?!\s*(?:[:)]|&))/gi,
    ([, q], dated) => nextQuarter(Number(q), dated),
  ],
  [
    new RegExp(
      String.raw`\b(\d{1,2})(?:st|nd|rd|th)?(?: of)? (${monthNames}|${short.join('|')})\b(?![\s,]*\d{4})(?!\s*['’]\d\d)`,
      'gi',
    ),
    ([, day, month], dated) => nextDay(Number(day), month!, dated),
  ],
  [
    new RegExp(
      String.raw`\b(${monthNames}|${short.join('|')})\.? (\d{1,2})(?:st|nd|rd|th)?\b(?![\s,]*\d{4})(?!\s*['’:]\d\d)`,
      'gi',
    ),
    ([, month, day], dated) => nextDay(Number(day), month!, dated),
  ],
  [
    new RegExp(
      String.raw`\b(?:the )?(?:(?:beginning|start|middle|end) of |early |mid[- ]|late )(${monthNames.replace('|may|', '|')})\b(?![\s,]*\d{4})`,
      'gi',
    ),
    ([, month], dated) => nextMonth(month!, dated),
  ],
]

/**
 * Dates that a text names without a year, or from the day it was written: `next month`, `by Q2`, `on 15 March`. A day or a
 * quarter without a year is the next one after that day.
 *
 * @param dated the day on which the text was written, `YYYY-MM-DD`
 */
export function relativeDatesIn(text: string, dated: string): DateMention[] {
  if (!any.test(text)) return []
  const found: DateMention[] = []
  for (const [style, read] of styles) {
    for (const match of text.matchAll(style)) {
      const end = match.index + match[0].length
      if (found.some((date) => match.index < date.index + date.text.length && date.index < end)) continue
      const [from, to] = read(match, dated)
      if (from !== '') found.push({ index: match.index, text: match[0], from, to })
    }
  }
  return found.sort((a, b) => a.index - b.index)
}

const both = (day: string): [string, string] => [day, day]
const none: [string, string] = ['', '']
const two = (number: number) => `${number}`.padStart(2, '0')

/** The first and the last day of so many months from one. */
function span(year: number, firstMonth: number, months: number): [string, string] {
  const from = `${year + Math.floor((firstMonth - 1) / 12)}-${two(((firstMonth - 1) % 12) + 1)}-01`
  return [from, new Date(Date.UTC(year, firstMonth - 1 + months, 0)).toISOString().slice(0, 10)]
}

/** Without the library of calendars, which takes longer to load than an article to check. */
function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

const parts = (day: string) => [Number(day.slice(0, 4)), Number(day.slice(5, 7))] as const

function monthSpan(dated: string, ahead: number): [string, string] {
  const [year, month] = parts(dated)
  return span(year, month + ahead, 1)
}

function quarterSpan(dated: string, ahead: number): [string, string] {
  const [year, month] = parts(dated)
  return span(year, (Math.floor((month - 1) / 3) + ahead) * 3 + 1, 3)
}

function yearSpan(dated: string, ahead: number): [string, string] {
  return span(parts(dated)[0] + ahead, 1, 12)
}

function nextQuarter(quarter: number, dated: string): [string, string] {
  const [year] = parts(dated)
  const here = span(year, quarter * 3 - 2, 3)
  return here[1] >= dated ? here : span(year + 1, quarter * 3 - 2, 3)
}

function nextMonth(name: string, dated: string): [string, string] {
  const month = short.indexOf(name.slice(0, 3).toLowerCase()) + 1
  const [year] = parts(dated)
  const here = span(year, month, 1)
  return here[1] >= dated ? here : span(year + 1, month, 1)
}

function nextDay(day: number, name: string, dated: string): [string, string] {
  const month = short.indexOf(name.slice(0, 3).toLowerCase()) + 1
  const [year] = parts(dated)
  const [first, last] = span(year, month, 1)
  if (day < 1 || day > Number(last.slice(8))) return none
  const here = `${first.slice(0, 8)}${two(day)}`
  return both(here >= dated ? here : `${year + 1}${here.slice(4)}`)
}
