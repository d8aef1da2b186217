import { load } from '../load.ts'

/** What `prose/readability` finds too hard when nobody says otherwise. */
export const readabilityDefaults = { age: 18, threshold: 0.7, minWords: 20 }

/** The few thousand words of a language make up nearly all of a text: each is taken apart once. */
const syllablesKnown = new Map<string, number>()
const mostKnown = 50_000

function syllablesOf(word: string): number {
  const known = syllablesKnown.get(word)
  if (known !== undefined) return known
  const count = load<typeof import('syllable')>('syllable').syllable(word)
  if (syllablesKnown.size >= mostKnown) syllablesKnown.clear()
  syllablesKnown.set(word, count)
  return count
}

/** The words that the formulas of Dale-Chall and of Spache take to be known to young readers. */
let lists: { easy: ReadonlySet<string>; familiar: ReadonlySet<string> } | undefined

function knownWords(): NonNullable<typeof lists> {
  return (lists ??= {
    easy: answeringAtOnce(load<typeof import('dale-chall')>('dale-chall').daleChall),
    familiar: answeringAtOnce(load<typeof import('spache')>('spache').spache),
  })
}

/** The words of a list as a set; the list asks it too, as the plugin goes through thousands of words for each word. */
function answeringAtOnce(list: string[]): ReadonlySet<string> {
  const words = new Set(list)
  list.includes = (word) => words.has(word)
  return words
}

/**
 * Whether enough of the plugin's seven formulas find a sentence too hard: the same formulas, without a tree to walk and
 * lists of thousands of words to go through for each word.
 *
 * Formulas, and ages from grades: as in retext-readability and the packages that it names.
 */
export function isHard(words: string[], { age, threshold, minWords }: typeof readabilityDefaults): boolean {
  const count = words.length
  if (count < minWords) return false
  const needed = threshold * 7
  const tooOld = (years: number) => (years > age ? 1 : 0)
  const tooHard = (grade: number) => tooOld(ageOf(grade))
  const perWord = words.reduce((sum, word) => sum + word.length, 0) / count
  let agree =
    tooHard(4.71 * perWord + 0.5 * count - 21.43) + // Automated Readability Index
    tooHard(5.88 * perWord - 29.6 / count - 15.8) // Coleman-Liau
  // The others ask what the words are, which costs more: first the worst that two of them can say, then one after another.
  if (agree + tooHard(gradeBySpache(count, 1)) + tooOld(ageBySmog(count)) + 3 < needed) return false
  const small = new Set(words.map((word) => word.toLowerCase()))
  const shareWithout = (list: ReadonlySet<string>) => {
    let found = 0
    for (const word of small) if (list.has(word)) found++
    return (count - found) / count
  }
  const { easy, familiar } = knownWords()
  agree += tooHard(gradeByDaleChall(count, shareWithout(easy))) + tooHard(gradeBySpache(count, shareWithout(familiar)))
  if (agree + tooOld(ageBySmog(count)) + 2 < needed) return false
  const syllables = words.map(syllablesOf)
  const ofThree = syllables.filter((number) => number >= 3).length
  agree +=
    tooOld(ageByFlesch(count, sum(syllables))) +
    tooHard(0.4 * (count + (100 * ofThree) / count)) + // Gunning Fog
    tooOld(ageBySmog(ofThree))
  return agree >= needed
}

/** @param share of the words that are not in the list, or in it again */
const gradeBySpache = (count: number, share: number) => 0.659 + 0.121 * count + 8.2 * share

/** The higher of the grades that the table of Dale and Chall gives. @param share as above */
function gradeByDaleChall(count: number, share: number): number {
  const score = 15.79 * share + 0.0496 * count + (share > 0.05 ? 3.6365 : 0)
  if (score < 5) return 4
  return [6, 8, 10, 12, 15][Math.floor(score) - 5] ?? Infinity
}

const ageByFlesch = (count: number, syllables: number) =>
  20 - Math.floor((206.835 - 1.015 * count - (84.6 * syllables) / count) / 10)

/** @param ofThree words of three syllables or more */
const ageBySmog = (ofThree: number) => Math.ceil(Math.sqrt(3.1291 + 1.043 * Math.sqrt(30 * ofThree)) + 2.5)

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)

/** The age, on the higher end, at which someone begins a grade. */
const ageOf = (grade: number) => Math.round(grade + 5)
