import type { Facts } from '../../facts/facts.ts'
import { stemsOf } from '../../facts/terms.ts'
import { disagree, meaningOfUnits, valuesIn, type Value } from '../../facts/values.ts'
import type { ClaimIndex } from './claim-index.ts'
import type { Reading } from './reading.ts'
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
export function againstSettled(
  articles: readonly Facts[],
  index: ClaimIndex,
  read: (claim: number) => Reading,
  facts: readonly SettledFact[],
): AgainstSettled[] {
  const subjects = facts.map((fact) => {
    const stems = [...new Set(stemsOf(fact.subject))]
    // A word that no article has speaks of something that none is about.
    const weights = stems.map((stem) => index.weightOf(stem) || 9)
    const [settled] = valuesIn(fact.value, undefined)
    const found: AgainstSettled[] = []
    return { fact, stems, weights, all: weights.reduce((sum, weight) => sum + weight, 0), settled, found }
  })
  for (const article of subjects.length > 0 ? articles : []) {
    const [from, to] = index.claimsOf(article)
    for (let claim = from; claim < to; claim++) {
      const own = index.stemsOf(claim)
      for (const { fact, stems, weights, all, settled, found } of subjects) {
        let named = 0
        stems.forEach((stem, place) => {
          if (has(own, stem)) named += weights[place]!
        })
        if (named < (leastNamed * all) / 3) continue
        const reading = read(claim)
        stems.forEach((stem, place) => {
          if (!has(own, stem) && reading.around.has(stem)) named += weights[place]! * aboveShare
        })
        if (named < leastNamed * all || !isInScope(reading, fact)) continue
        const value = otherValue(reading, fact, settled)
        if (value !== undefined) found.push({ reading, value, fact })
      }
    }
  }
  return subjects.flatMap(({ found }) => found)
}

/** Whether a claim speaks of the scope of a fact, and of no narrower one. */
function isInScope({ quote, context, article }: Reading, { subject, scope = '' }: SettledFact): boolean {
  const about = `${quote} ${context} ${article.title ?? ''}`
  const stems = new Set(stemsOf(about))
  const wanted = stemsOf(scope)
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
