import { stemOfEach } from '../../facts/terms.ts'
import { disagree, meaningOfUnits, valuesIn, type Value } from '../../facts/values.ts'
import type { ClaimIndex } from './claim-index.ts'
import { createReader, type Reading } from './reading.ts'
import { limitsBeyond } from './scope.ts'
import { has } from './sorted.ts'

/** A fact that the editors have decided: subject and scope in words. */
export interface SettledFact {
  subject: string
  value: string
  /** What some articles said instead. */
  not: string | string[]
  scope?: string | undefined
  since?: string | undefined
  by?: string | undefined
}

/** A claim that a settled fact speaks against. */
export interface AgainstSettled {
  reading: Reading
  /** What the claim gives. */
  value: string
  fact: SettledFact
}

/** Of the words of a subject, so much must be in the claim, or above it. */
const leastNamed = 0.75
const aboveShare = 0.7

/** The claims that give another value than a settled fact about the same subject, in the same scope. */
export function againstSettled(index: ClaimIndex, facts: readonly SettledFact[]): AgainstSettled[] {
  const read = createReader(index)
  const found: AgainstSettled[] = []
  for (const fact of facts) {
    const stems = [...new Set(stemOfEach(fact.subject.toLowerCase()))].filter((stem) => stem !== 0)
    const words = stems.map((stem) => index.wordFor(stem))
    // A word that no article has speaks of something that none is about.
    const weights = words.map((word) => (word === undefined ? 9 : index.weightOf(word)))
    const all = weights.reduce((sum, weight) => sum + weight, 0)
    const [settled] = valuesIn(fact.value, undefined)
    for (let claim = 0; claim < index.length; claim++) {
      const own = index.wordsOf(claim)
      let named = 0
      words.forEach((word, place) => {
        if (word !== undefined && has(own, word)) named += weights[place]!
      })
      if (named < (leastNamed * all) / 3) continue
      const reading = read(claim)
      words.forEach((word, place) => {
        if (word !== undefined && !has(own, word) && reading.around.has(word)) named += weights[place]! * aboveShare
      })
      if (named < leastNamed * all || !isInScope(reading, fact)) continue
      const value = otherValue(reading, fact, settled)
      if (value !== undefined) found.push({ reading, value, fact })
    }
  }
  return found
}

/** Whether a claim speaks of the scope of a fact, and of no narrower one. */
function isInScope({ quote, context, article }: Reading, { subject, scope = '' }: SettledFact): boolean {
  const about = `${quote} ${context} ${article.title ?? ''}`
  const stems = new Set(stemOfEach(about.toLowerCase()))
  const wanted = stemOfEach(scope.toLowerCase()).filter((stem) => stem !== 0)
  return wanted.every((stem) => stems.has(stem)) && !limitsBeyond(quote, `${subject} ${scope}`)
}

/** What a claim gives in place of a settled value. */
function otherValue(
  { quote, values }: Reading,
  { value, not }: SettledFact,
  settled: Value | undefined,
): string | undefined {
  const small = quote.toLowerCase()
  if (small.includes(value.toLowerCase())) return undefined
  const wrong = [not].flat().find((one) => small.includes(one.toLowerCase()))
  if (wrong !== undefined) return wrong
  if (!settled) return undefined
  const others = values.filter(
    (one) => one.kind === settled.kind && meaningOfUnits(one.dimension) === meaningOfUnits(settled.dimension),
  )
  if (others.length === 0 || others.some((one) => !disagree(one, settled))) return undefined
  // Only a value that is measured says which of several is meant.
  return settled.kind !== 'number' || settled.dimension !== '' || others.length === 1 ? others[0]!.text : undefined
}
