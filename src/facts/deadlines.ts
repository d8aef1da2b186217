import { isQuoted } from '../article/is-quoted.ts'
import type { DayOrder } from '../article/house.ts'
import { marksOf, mayHoldOne } from '../article/english.ts'
import type { Position } from '../article/position.ts'
import { bareLabel } from '../article/roles.ts'
import { sentencesOf, type Block } from '../article/prose.ts'
import { datesIn, type DateMention } from './dates.ts'
import { isHistorySection } from './history.ts'
import { announcedAmong, looksAhead } from './looks-ahead.ts'
import { relativeDatesIn } from './relative-dates.ts'

/** A date that the text speaks of as to come. */
export interface Deadline {
  /** The last day of the date, `YYYY-MM-DD`: it has passed on the day after. */
  day: string
  /** As written: `28 Nov 2025`. */
  text: string
  /** The sentence it stands in. */
  quote: string
  at: Position
}

const example =
  /\b(?:for example|for instance|e\.g\.|suppose|imagine|let's say|sample)\b|^(?:example|say)\b|\bsay,|\(say\b/i
/** What lets a section go on with an example: `Consider the following scenario:`. */
const opensExample = /\b(?:examples?|scenarios?|suppose|imagine|assume)\b[^.!?]{0,80}:$/i
/** Sections that show examples, by their bare labels. */
const examples = /^(?:examples?|samples?)$/

/**
 * A year that is more than a part of a name, as in `Office 2016`: with something of a date beside it, or after a word or a
 * mark that may make a deadline of it.
 */
const mayHold =
  /\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)|(?:19|20)\d\d[-/]|[-./](?:19|20)\d\d|\b[qh][1-4]|quarter|half|spring|summer|autumn|fall|winter|christmas|easter|early|mid|late|beginning|start|end|(?:\b(?:by|until|till|before|in|from|of|the|year)|[:–—-])\s*(?:19|20)\d\d/i

const anyYear = /(?:19|20)\d\d|['’]\d\d\b/
/** What a day without a year begins with; of `May`, only beside a number, as it may be a verb. */
const relative = marksOf([
  ...'january february march april june july august september october november december'.split(' '),
  ...'jan feb mar apr jun jul aug sep sept oct nov dec tomorrow q1 q2 q3 q4'.split(' '),
  ...Array.from({ length: 31 }, (_, day) => [
    `${day + 1} may`,
    `may ${day + 1}`,
    `${day + 1}th may`,
    `may ${day + 1}th`,
  ]).flat(),
  ...[
    'may',
    'spring',
    'summer',
    'autumn',
    'fall',
    'winter',
    'week',
    'weeks',
    'month',
    'months',
    'quarter',
    'year',
  ].flatMap((span) => [`next ${span}`, `this ${span}`, `coming ${span}`, `few ${span}`, `the ${span}`]),
  ...['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].flatMap((day) => [
    `next ${day}`,
    `this ${day}`,
  ]),
  ...[
    'from today',
    'from now',
    'of may',
    'early may',
    'late may',
    'new year',
    'couple of',
    'in several',
    'the next',
    'next two',
    'next few',
  ],
  ...[
    'january',
    'february',
    'march',
    'april',
    'june',
    'july',
    'august',
    'september',
    'october',
    'november',
    'december',
  ].map((month) => `next ${month}`),
])

/**
 * Dates that a text speaks of as to come: what will be, must be done, ends or begins by them.
 *
 * A date counts when the words just before it set a limit (`by`, `until`) or an onset (`from`, `on`) and the sentence looks
 * ahead (`will`, `must`, an instruction); not when it tells history, gives an example, picks out things by their date
 * (`created before 2024`), or stands under a heading of a change log. A bare year after `in` or `on` is too vague.
 *
 * @param dayOrder as in `datesIn`
 * @param dated the day on which the text was last changed, by its own word: from it, `next month` and `by Q2` are counted
 */
export function deadlinesIn(blocks: Block[], dayOrder?: DayOrder, dated?: string): Deadline[] {
  const deadlines: Deadline[] = []
  let exampleUnder: readonly string[] | undefined
  for (const block of blocks) {
    if (exampleUnder && !isUnder(block, exampleUnder)) exampleUnder = undefined
    if (block.text.endsWith(':') && block.kind !== 'heading' && opensExample.test(block.text))
      exampleUnder = block.headings
    const isDated = anyYear.test(block.text) && mayHold.test(block.text)
    const isRelative = dated !== undefined && mayHoldOne(block, relative)
    if (exampleUnder || block.kind === 'heading' || !(isDated || isRelative)) continue
    if (block.headings.some((heading) => isHistorySection(heading) || examples.test(bareLabel(heading)))) continue
    let inExample = false
    for (const sentence of sentencesOf(block.text)) {
      // `Suppose you join on 1 May. Your trial will end on 15 May.`: the example goes on.
      inExample ||= example.test(sentence.text)
      // What is longer is a table or a dump, and the patterns above are not made for it.
      if (inExample || sentence.text.length > 1000) continue
      const dates = isDated && mayHold.test(sentence.text) ? datesIn(sentence.text, dayOrder) : []
      if (isExample(sentence.text, dates)) continue
      const deadlinesHere = dates.filter(
        (date) =>
          looksAhead(sentence.text, date) && !isQuoted(sentence.text, date.index, date.index + date.text.length),
      )
      // Beside a date with its year, a day without one is a part of it, or of the same story.
      if (isRelative && dates.length === 0) {
        deadlinesHere.push(...announcedAmong(sentence.text, relativeDatesIn(sentence.text, dated)))
      }
      for (const date of deadlinesHere) {
        const start = sentence.start + date.index
        const at = block.at(start, start + date.text.length)
        deadlines.push({ day: date.to, text: date.text, quote: sentence.text, at })
      }
    }
  }
  return deadlines
}

/** Whether a block stands in a section, or in one of its own; what stands above all sections is not their section. */
function isUnder({ headings }: Block, section: readonly string[]): boolean {
  if (section.length < 2 && headings.length !== section.length) return false
  return section.every((heading, index) => heading === headings[index])
}

/** Whether a sentence shows by one day what follows for another: `A visit on 6 March can be cancelled until 5 March`. */
function isExample(sentence: string, dates: readonly DateMention[]): boolean {
  const days = dates.filter(({ from, to }) => from === to)
  if (days.length < 2) return false
  const before = sentence.slice(0, days[0]!.index)
  return (
    /^\s*(?:if|when|with)\b/i.test(sentence) ||
    /(?:^(?:so|thus|then|here)?,?\s*|,\s+)(?:a|an|anyone|someone)\s(?:[\w:’'-]+\s+){1,8}$/i.test(before)
  )
}
