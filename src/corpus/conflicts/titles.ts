import { startsAsInstruction } from '../../article/instruction.ts'
import { stemOfEach, stemsOf } from '../../facts/terms.ts'
import { genericStems } from './generic-words.ts'
import { placeWords } from './scope-words.ts'

/** `Migration to HKG1: questions`, `Migration to SMD: questions`: titles of one pattern, each with a name of its own. */
export function areSiblings(one: string | null | undefined, other: string | null | undefined): boolean {
  if (!one || !other) return false
  const [mine, yours] = [stemsOfTitle(one), stemsOfTitle(other)]
  const least = Math.min(mine.length, yours.length)
  let [start, end] = [0, 0]
  while (start < least && mine[start] === yours[start]) start++
  while (end < least - start && mine.at(-1 - end) === yours.at(-1 - end)) end++
  const slots = [mine, yours].map((stems) => stems.slice(start, stems.length - end))
  // A verb in the slot tells two tasks with one thing.
  return (
    start + end >= leastPattern &&
    slots.every((slot) => slot.length > 0 && slot.length <= longestSlot && slot.length <= start + end) &&
    !slots.some((slot) => slot.some((stem) => kindsOfText.has(stem) || saysLittle(stem))) &&
    (start > 0 || ![one, other].some(startsAsInstruction))
  )
}

/** Words that a pattern of titles has at least, and that its slot has at most, grammar set aside. */
const leastPattern = 2
const longestSlot = 3
/** What an article is called by what kind of text it is. */
const kindsOfText: ReadonlySet<number> = new Set(
  stemOfEach(
    'overview notes guide faq questions introduction summary reference tutorial basics details part article page topic',
  ),
)

const titles = new Map<string, readonly number[]>()

/** The stems of a title in order, without grammar. */
function stemsOfTitle(title: string): readonly number[] {
  let stems = titles.get(title)
  if (!stems) {
    if (titles.size > 50_000) titles.clear()
    titles.set(title, (stems = stemOfEach(title.toLowerCase()).filter((stem) => stem !== 0)))
  }
  return stems
}

const placeStems: ReadonlySet<number> = new Set(stemsOf(placeWords.join(' ')))
const saysLittle = (stem: number) => genericStems.has(stem) && !placeStems.has(stem)
