import { wordsOf } from '../article/prose.ts'
import type { Facts } from '../facts/facts.ts'
import { stemsOf } from '../facts/terms.ts'

/** A word of a title. */
export interface TitleWord {
  word: string
  stem: number
  /** Whether it names something: it has a digit or a capital that does not open the title. */
  isName: boolean
}

/** The words of a title but for those that hold any sentence together. */
export function titleWordsOf({ title }: Facts): TitleWord[] {
  const words = wordsOf(title ?? '')
  // In A Title Like This capitals say nothing.
  const isInCapitals = words.filter((word) => /^\p{Lu}/u.test(word)).length > words.length * 0.7
  return words.flatMap((word, index) => {
    const [stem] = stemsOf(word)
    if (stem === undefined) return []
    const isName = /\d|\p{Ll}\p{Lu}|^\p{Lu}{2}/u.test(word) || (!isInCapitals && index > 0 && /^\p{Lu}/u.test(word))
    return [{ word, stem, isName }]
  })
}

/** The words of a title of which the other one has not even the stem. */
export function onlyInTitle(here: Facts, there: Facts): TitleWord[] {
  const theirs = new Set(stemsOf(there.title ?? ''))
  return titleWordsOf(here).filter(({ stem }) => !theirs.has(stem))
}
