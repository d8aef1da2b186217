/** Words for places in an order, from the first on, in small letters. */
export const ordinals = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ')
const weekdays = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ')

/** `the fourth day`, `after the 3rd failed attempt`: what comes in an order is as many as it says. */
const ordinalOf = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:(?<word>${ordinals.join('|')})|(?<figure>\\d{1,2})(?:st|nd|rd|th))\\s(?:(?:consecutive|failed|unsuccessful|wrong|working|business|calendar|full)\\s){0,2}(?<noun>day|night|week|month|year|attempt|try|reminder)\\b`,
  'giu',
)

/** The place of an ordinal, from 1 on. */
const placeOfOrdinal = (word: string): number => ordinals.indexOf(word.toLowerCase()) + 1

/** `Monday`, `on Tuesdays`. */
const weekday = new RegExp(`\\b(?<day>${weekdays.join('|')})s?\\b`, 'gi')

/** The place of a day in the week, from 1 on. */
const placeOfWeekday = (day: string): number => weekdays.indexOf(day.toLowerCase()) + 1

/** Days of the week, as they are written in small letters. */
export const dayNames: readonly string[] = [...weekdays, ...weekdays.map((day) => `${day}s`)]

/** Words that name a day of the week or a time of day. */
export const wordsOfTime: readonly string[] = [...dayNames, 'noon', 'midday', 'midnight']

/** `the 1st of each month`, `on the last day of the month`. */
const dayOfMonth =
  /\b(?:(?<day>\d{1,2})(?:st|nd|rd|th)|(?<word>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last))(?:\s(?<working>working |business )?day)?\sof\s(?:each|every|the|a)\s(?:following\s|next\s|calendar\s)?month\b/gi
const noon = /\b(?:12\s)?(?:noon|midday|midnight)\b/gi
const clock =
  /(?<![\d.:])(?<h>\d{1,2})(?:[:.](?<m>\d\d))?\s?(?<half>[ap]\.?m\b\.?)|(?<![\d.:])(?<h2>\d{1,2}):(?<m2>\d\d)(?![\d:])/gi

/** A place in an order: on the clock, in the week, in the month. */
export interface CalendarValue {
  start: number
  end: number
  /** `clock` in minutes, `weekday` from Monday on, `day of month`, or `nth` with what is counted. */
  dimension: string
  place: number
}

/** The times of day, days of the week and of any month, and the days, weeks or attempts by their number that a text names. */
export function* calendarValuesIn(text: string): Generator<CalendarValue> {
  const spanOf = ({ index, 0: written }: RegExpExecArray) => ({ start: index, end: index + written.length })
  // Most texts have none of them, and a pattern for each takes its time.
  if (/month/i.test(text))
    for (const match of text.matchAll(dayOfMonth)) {
      const { day, word, working } = match.groups!
      const place = word ? placeOfOrdinal(word) || 31 : Number(day)
      yield { ...spanOf(match), dimension: `${working ? 'working ' : ''}day of month`, place }
    }
  for (const match of text.matchAll(ordinalOf)) {
    const { word, figure, noun } = match.groups!
    yield {
      ...spanOf(match),
      dimension: `nth ${noun!.toLowerCase()}`,
      place: word ? placeOfOrdinal(word) : Number(figure),
    }
  }
  if (/day/i.test(text))
    for (const match of text.matchAll(weekday))
      yield { ...spanOf(match), dimension: 'weekday', place: placeOfWeekday(match.groups!['day']!) }
  if (/noon|mid/i.test(text))
    for (const match of text.matchAll(noon))
      yield { ...spanOf(match), dimension: 'clock', place: /midnight$/i.test(match[0]) ? 0 : 720 }
  for (const match of text.matchAll(clock)) {
    const { h, m, half, h2, m2 } = match.groups!
    const [hour, minute] = [Number(h ?? h2), Number(m ?? m2 ?? 0)]
    if (hour > 24 || minute > 59) continue
    const isAfternoon = half?.toLowerCase().startsWith('p') === true
    const place = ((hour % (half ? 12 : 24)) + (isAfternoon ? 12 : 0)) * 60 + minute
    yield { ...spanOf(match), dimension: 'clock', place }
  }
}
