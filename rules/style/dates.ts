import * as z from 'zod'
import { datesIn, defineArticleRule, type Article, type Block } from '../../src/rule/rule.ts'

const orders = {
  'day month year': 'the day before the name of the month',
  'month day year': 'the name of the month before the day',
  'year-month-day': 'year, month and day in figures',
  figures: 'figures only',
} as const
type Order = keyof typeof orders

/** A day, as an article writes it. */
interface WrittenDay {
  block: Block
  start: number
  text: string
  order: Order
  /** `YYYY-MM-DD`. */
  day: string
}

const months = 'January February March April May June July August September October November December'.split(' ')

export default defineArticleRule({
  id: 'style/dates',
  description: 'Dates are written in one way within an article, and nobody takes the day for the month.',
  why: 'One half of the world reads `03/04/2025` as the third of April, the other half as the fourth of March.',
  severity: 'suggestion',
  options: z.strictObject({}),
  examples: [
    {
      name: 'One way',
      input: 'From 28 November 2025 the old route is off. It was announced on 3 Oct 2025, for the end of 2025.\n',
      findings: [],
    },
    {
      name: 'One that differs',
      input:
        'The old route is off from 28 November 2025. Move by 14 November 2025.\n\n- Announced: October 3, 2025\n- Trial: 2025-10-20\n',
      findings: [
        '3:14-3:29: Unexpected date `October 3, 2025`, expected the day before the name of the month as in 2 other dates, write `3 October 2025`',
        '4:10-4:20: Unexpected date `2025-10-20`, expected the day before the name of the month as in 2 other dates, write `20 October 2025`',
      ],
    },
    {
      name: 'A day that can be taken for the month',
      input: 'The invoice of 03/04/2025 is due on 28/04/2025.\n',
      findings: [
        '1:16-1:26: Unexpected date `03/04/2025`, which is in March or in April, expected one that can be read in one way, write the name of the month',
      ],
    },
    {
      name: 'Code, tables, quoted input, versions and patterns are as they are',
      input:
        'Type "03/04/2025" or `03/04/2025` in the form DD/MM/YYYY, such as 05/04/2025.\n\nEnter 05/04/2025 there, as in May 5, 2025 (05/05/2025). Install 3.8.2023.2.\n\nThe log says 05/04/2025 10:15.\n\n| Day |\n| --- |\n| 03/04/2025 |\n',
      findings: [],
    },
  ],
  *check(article) {
    if (!mayHold(article)) return
    const days = daysIn(article)
    for (const { block, start, text, order } of days) {
      if (order !== 'figures' || !isAmbiguous(text)) continue
      const [a, b] = text.split(/\D/).map((figure) => months[Number(figure) - 1])
      yield {
        at: block.at(start, start + text.length),
        message: `Unexpected date \`${text}\`, which is in ${a} or in ${b}, expected one that can be read in one way, write the name of the month`,
        data: { problem: 'ambiguous' },
      }
    }
    const counts = new Map<Order, number>()
    // Figures that can be read in one way only mostly show what a program writes.
    const others = days.filter(({ order }) => order !== 'figures')
    for (const { order } of others) counts.set(order, (counts.get(order) ?? 0) + 1)
    if (counts.size < 2) return
    const [[most, count], [, next]] = [...counts].sort(([, a], [, b]) => b - a) as [[Order, number], [Order, number]]
    // Where two are as frequent, nobody can say which one is the article's own.
    if (count === next) return
    for (const { block, start, text, order, day } of others) {
      if (order === most) continue
      // What stands elsewhere too, as in code, is spoken of as it is written there.
      if (order === 'year-month-day' && isRepeated(text, article.source)) continue
      yield {
        at: block.at(start, start + text.length),
        message: `Unexpected date \`${text}\`, expected ${orders[most]} as in ${count} other dates, write \`${written(day, most)}\``,
        data: { problem: 'differs' },
      }
    }
  },
})

const inFigures = /\d[/-]\d{1,2}[/-](?:19|20)\d\d/
const withYearFirst = /(?:19|20)\d\d-\d\d-\d\d/
const withMonthFirst = /\d(?<=[a-z]\.? \d{1,2})(?:st|nd|rd|th)?,? (?:19|20)\d\d/
/** Takes longest: digits are everywhere. */
const withDayFirst = /\d(?:st|nd|rd|th)?(?: of)?[ -][A-Za-z]{3,9}\.?,?[ -](?:19|20)\d\d/

/** Whether an article may hold days in two styles, or one in figures: few do. */
function mayHold({ source, bodyStart }: Article): boolean {
  const body = source.slice(bodyStart)
  if (inFigures.test(body)) return true
  const some = [withYearFirst, withMonthFirst].filter((trace) => trace.test(body)).length
  return some === 2 || (some === 1 && withDayFirst.test(body))
}

function isRepeated(text: string, source: string): boolean {
  return source.indexOf(text) !== source.lastIndexOf(text)
}

const anyYear = /(?:19|20)\d\d/
const pattern = /\b(?:dd?[./-]mm?|mm?[./-]dd?|yyyy)\b/i

/** The whole days that an article's prose names. */
function daysIn({ blocks }: Article): WrittenDay[] {
  const found: WrittenDay[] = []
  for (const block of blocks) {
    const { kind, text } = block
    if (kind === 'cell' || !anyYear.test(text) || text.length > longest || pattern.test(text)) continue
    for (const { index: start, text: date, from, to } of datesIn(text)) {
      const order = orderOf(date)
      const end = start + date.length
      if (!order || (from !== to && order !== 'figures')) continue
      // A value that is to be typed, a version, a time that a machine wrote.
      if (
        /(?:["“'‘[(#=:<>/\\@_.+-]|\b(?:type|typed|enter|entered) )$/i.test(
          text.slice(Math.max(0, start - 10), start),
        ) ||
        /^(?:["”'’#\]>]|[./-]\w|,? \d{1,2}:\d)/.test(text.slice(end, end + 6))
      )
        continue
      found.push({ block, start, text: date, order, day: to })
    }
  }
  return found
}

/** Longer is a dump of what a machine wrote. */
const longest = 5000

function orderOf(date: string): Order | undefined {
  if (/^\d{4}-\d\d-\d\d$/.test(date)) return 'year-month-day'
  if (/^\d{1,2}(?:st|nd|rd|th)?\b.*\p{L}{3}/u.test(date)) return 'day month year'
  if (/^\p{L}{3,}\.?\s+\d/u.test(date)) return 'month day year'
  return /^\d{1,2}[/-]\d{1,2}[/-]\d{4}$/.test(date) ? 'figures' : undefined
}

/** Whether both figures can be the month, and it matters. */
function isAmbiguous(date: string): boolean {
  const [a, b] = date.split(/\D/).map(Number)
  return a !== b && a! <= 12 && b! <= 12
}

function written(day: string, order: Order): string {
  const [year, month, date] = day.split('-').map(Number)
  if (order === 'year-month-day') return day
  const name = months[month! - 1]!
  return order === 'day month year' ? `${date} ${name} ${year}` : `${name} ${date}, ${year}`
}
