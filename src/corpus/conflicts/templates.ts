import { disagree, isComparable, type Value } from '../../facts/values.ts'
import type { ClaimIndex } from './claim-index.ts'
import { overlapOfClaims } from './likeness.ts'
import type { Reading } from './reading.ts'

/** So many values for the same words: what they hold for stands elsewhere. */
const mostValues = 2
/** So many show whether they agree. */
const mostTwins = 100

/**
 * Tells whether the words of a claim do not say what its value is the value of: `Time needed: ten minutes` in many articles, each
 * with a time of its own, or the same words twice in one article with another value. Where most articles agree, the rest are wrong.
 */
export function createTemplateTest(index: ClaimIndex, read: (claim: number) => Reading): (reading: Reading) => boolean {
  const known = new Map<number, boolean>()
  const valuesOf = (claim: number) => read(claim).values.filter(({ kind }) => kind !== 'version')
  return ({ claim }) => {
    let isTemplate = known.get(claim)
    if (isTemplate !== undefined) return isTemplate
    const twins = index.twinsOf(claim)
    const own = valuesOf(claim)
    isTemplate = twins.some(
      (twin) =>
        twin !== claim &&
        index.articleOf(twin) === index.articleOf(claim) &&
        valuesOf(twin).length > 0 &&
        !agree(valuesOf(twin), own),
    )
    if (!isTemplate && twins.length > mostValues) {
      const groups: { values: readonly Value[]; size: number }[] = []
      let count = 0
      for (const twin of twins.slice(0, mostTwins)) {
        const values = valuesOf(twin)
        if (values.length === 0) continue
        count++
        const group = groups.find((one) => agree(one.values, values))
        if (group) group.size++
        else groups.push({ values, size: 1 })
      }
      isTemplate = groups.length > mostValues && Math.max(...groups.map(({ size }) => size)) * 2 <= count
    }
    known.set(claim, isTemplate)
    return isTemplate
  }
}

/** So much of the words of two claims of one article is the same where they are about two things of one kind. */
const leastAlike = 0.6

/** Whether the article of one claim gives the value of the other too, in much the same words: of another thing. */
export function saysBoth(one: Reading, other: Reading, index: ClaimIndex, read: (claim: number) => Reading): boolean {
  const [from, to] = index.claimsOf(one.article)
  for (let claim = from; claim < to; claim++) {
    if (claim === one.claim || overlapOfClaims(claim, other.claim, index).jaccard < leastAlike) continue
    const { values } = read(claim)
    if (values.length > 0 && agree(values, other.values)) return true
  }
  return false
}

/** Whether the article of one claim holds the sentence of the other too: then it is not the articles that disagree. */
export function holdsBoth(one: Reading, other: Reading, index: ClaimIndex, read: (claim: number) => Reading): boolean {
  const [from, to] = index.claimsOf(one.article)
  for (let claim = from; claim < to; claim++) if (claim !== one.claim && read(claim).quote === other.quote) return true
  return false
}

const agree = (some: readonly Value[], others: readonly Value[]) =>
  some.length === others.length &&
  some.every((value) => others.some((other) => isComparable(value, other) && !disagree(value, other)))
