import { stemsOf } from '../../facts/terms.ts'
import { isGeneric } from './claim-index.ts'
import { withoutValues, type Reading } from './reading.ts'

/** So many words that are exchanged may be a thing; more are another sentence. */
const mostExchanged = 3
/** So many words must be the same for what is exchanged to be all that differs. */
const fewestSame = 4
/** What stands before the name of a thing, where it does not open the sentence. */
const beforeThing = /^(?:the|an?|our|your|for|of|with|in|on|at|by|from|per|each|every|any|all|and|or)$/

/**
 * Whether two claims are the same sentence about two things: word for word, but for their values and one name that stands in
 * the same place, as in `Spam is usually gone within a day` and `Phishing is usually gone within two hours`. Somebody who says
 * the same thing again in other words exchanges a verb, or more than one word.
 */
export function areOfTwoThings(a: Reading, b: Reading): boolean {
  const [here, there] = [wordsOf(a), wordsOf(b)]
  let from = 0
  while (from < here.length && from < there.length && here[from] === there[from]) from++
  let [endHere, endThere] = [here.length, there.length]
  while (endHere > from && endThere > from && here[endHere - 1] === there[endThere - 1]) {
    endHere--
    endThere--
  }
  const [mine, yours] = [endHere - from, endThere - from]
  if (from + here.length - endHere < fewestSame || mine === 0 || yours === 0) return false
  const [thing, another] = [here.slice(from, endHere), there.slice(from, endThere)].map((words) => [
    ...new Set(stemsOf(words.join(' '))),
  ])
  // `Every`, `both`, `only`: no thing; `a card payment` and `card payments`: one.
  if (thing!.length === 0 || another!.length === 0) return false
  if (thing!.length === another!.length && thing!.every((stem) => another!.includes(stem))) return false
  return Math.max(mine, yours) <= mostExchanged && (from === 0 || beforeThing.test(here[from - 1]!))
}

/** So many words make a sentence that hardly two things have in common, and so many of them must say something. */
export const fewestOfSentence = 5
const fewestTelling = 2
/** Words that say of what stands before or above. */
export const pointing =
  /\b(?:this|these|that|those|it|its|it's|they|their|them|he|she|here|there|then|following|above|below|step|example|process|result|same|other|another|also|next|previous)\b/i

/** Whether two claims are the same sentence, word for word but for their values, and one that says what it is about. */
export function areOfOneSentence(a: Reading, b: Reading): boolean {
  if (pointing.test(a.quote)) return false
  // What to do with it may be told of many things; where to write to, of one.
  const isContact = a.values.some(({ kind }) => kind === 'email') && a.stems.length > fewestTelling
  if ((a.isInstruction || b.isInstruction) && !isContact) return false
  const [here, there] = [wordsOf(a), wordsOf(b)]
  return (
    here.length >= fewestOfSentence - a.values.length &&
    (a.stems.length >= fewestTelling || a.stems.some((stem) => !isGeneric(stem))) &&
    here.length === there.length &&
    here.every((word, place) => word === there[place])
  )
}

/** The words of a sentence, in small letters, without its values. */
function wordsOf(reading: Reading): string[] {
  return (
    withoutValues(reading)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? []
  )
}
