import { ordinals, wordsOfTime } from './calendar-values.ts'

const ones = 'one two three four five six seven eight nine'.split(' ')
const teens = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ')
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

const amounts = new Map<string, number>([
  ['zero', 0],
  ...ones.map((word, index): [string, number] => [word, index + 1]),
  ...teens.map((word, index): [string, number] => [word, index + 10]),
  ...tens.map((word, index): [string, number] => [word, 10 * (index + 2)]),
  ['hundred', 100],
  ['once', 1],
  ['twice', 2],
  ['dozen', 12],
])

/** The words that numbers are made of, in small letters. */
export const wordsOfNumbers: readonly string[] = [...amounts.keys(), 'thousand', 'million']

const [one, ten, single] = [ones, tens, [...amounts.keys()]].map((words) => words.join('|'))
const belowHundred = `(?:${ten})[\\s-](?:${one})|${[...ones, ...teens, ...tens].join('|')}`

/** The source of a pattern for a number in words up to some hundreds: `twelve`, `thirty-six`, `one hundred and fifty`. */
export const numberWords = `(?:(?:${one}|a)\\s)?hundred(?:\\s(?:and\\s)?(?:${belowHundred}))?|(?:${ten})[\\s-](?:${one})|${single}`

/** `twice`, `only once`, `three times`. */
export const timesOver = new RegExp(
  `(?<![\\p{L}\\p{N}.,-])(?:(?:only|just|exactly|at most|no more than|up to)\\s(?<once>once)|(?<once2>once)(?=\\s(?:per|every|each)\\b)|(?<twice>twice)|(?:(?<figure>\\d+(?:[.,]\\d+)*)|(?<words>${numberWords}))\\stimes)\\b(?!\\s(?:as|more|faster|larger|longer|higher|the)\\b)`,
  'giu',
)

/** What a number in words comes to. @param words as {@link numberWords} matches them */
export function amountInWords(words: string): number {
  let amount = 0
  for (const word of words.toLowerCase().split(/[\s-]+/)) {
    if (word === 'hundred') amount = 100 * (amount || 1)
    else amount += amounts.get(word) ?? 0
  }
  return amount
}

/** `for an hour`, `after half a day`: as much as a number says it. */
export const oneOfTime =
  /(?<=\b(?:for|after|within|over|than|least|most|lasts?|takes?|up to|another)\s)(?<half>half\s)?an?\s(?<unit>second|minute|hour|day|week|fortnight|month|quarter|year)\b(?!\s(?:or|ago|later|of|in|from)\b)/gi

/** `only one`, `only a single`: said of as many, where `one` alone may be any. */
export const onlyOne =
  /\b(?:(?:only|just|exactly|at most|no more than|up to|a maximum of)\s(?<one>one|a single)|(?:to|per|for|have|has|with)\s(?<bare>one))\b(?=\s\p{L})(?!\s(?:of|or|and|by|another|more|time|side|hand|thing)\b)/giu

/** Whether a text may give a number. */
export const mayHoldNumber = new RegExp(
  `\\d|\\b(?:${[...wordsOfNumbers, ...wordsOfTime, ...ordinals, 'single', 'last day', 'last working day', 'last business day', 'last of'].join('|')})\\b|\\ban? (?:second|minute|hour|day|week|fortnight|month|quarter|year)\\b`,
  'i',
)
