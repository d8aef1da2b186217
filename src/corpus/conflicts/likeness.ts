import { disagree, isComparable } from '../../facts/values.ts'
import { isGeneric, type ClaimIndex } from './claim-index.ts'
import type { Reading } from './reading.ts'
import { has } from './sorted.ts'

/** How much two claims seem to be about the same thing, by their words without values. */
export interface Likeness {
  /** Weight of the words of both over that of the words of either, 0 to 1. */
  jaccard: number
  /** Over that of the lighter one, where a word counts for something that stands above the other. */
  containment: number
  /** The weight of the words of both. */
  shared: number
  /** Of those that not any sentence may have. */
  specific: number
  /** How many of them few claims have. */
  rare: number
  /** Whether their titles share words that say something, or they stand under the same heading. */
  isRelated: boolean
}

/** A word of one that stands above the other counts so much. */
const aboveShare = 0.7

/** The words that two claims share, by weight. */
export type Overlap = Pick<Likeness, 'jaccard' | 'shared' | 'specific' | 'rare'>

export function overlapOfClaims(one: number, other: number, index: ClaimIndex): Overlap {
  const [mine, yours] = [index.wordsOf(one), index.wordsOf(other)]
  let [shared, specific, rare] = [0, 0, 0]
  for (let i = 0, j = 0; i < mine.length && j < yours.length;) {
    const [word, theirs] = [mine[i]!, yours[j]!]
    if (word === theirs) {
      const weight = index.weightOfWord(word)
      shared += weight
      if (!index.isGenericWord(word)) {
        specific += weight
        if (index.isRareWord(word)) rare++
      }
    }
    if (word <= theirs) i++
    if (theirs <= word) j++
  }
  const all = index.weightOfAll(one) + index.weightOfAll(other)
  return { jaccard: shared / (all - shared || 1), shared, specific, rare }
}

/** Less than that of no two claims that may be about the same. */
export const leastJaccard = 0.28
export const leastShared = 5

/** A word that another one says in other words counts so much. */
const otherWordShare = 0.8

/** @param overlap as of {@link overlapOfClaims}, if it is known */
export function likenessOf(
  a: Reading,
  b: Reading,
  index: ClaimIndex,
  overlap: Overlap = overlapOfClaims(a.claim, b.claim, index),
): Likeness {
  const [allOfA, allOfB] = [index.weightOfAll(a.claim), index.weightOfAll(b.claim)]
  let { shared, specific, rare } = overlap
  const [saidByA, saidByB] = [new Set<number>(), new Set<number>()]
  for (const [meaning, stem] of a.meanings) {
    const other = b.meanings.get(meaning)
    if (other === undefined || other === stem || has(a.stems, other) || has(b.stems, stem)) continue
    saidByA.add(stem)
    saidByB.add(other)
    const weight = otherWordShare * Math.min(index.weightOf(stem), index.weightOf(other))
    shared += weight
    if (isGeneric(stem) || isGeneric(other)) continue
    specific += weight
    if (index.isRare(stem) && index.isRare(other)) rare++
  }
  let [aboveA, aboveB] = [0, 0]
  for (const stem of a.stems)
    if (b.around.has(stem) && !has(b.stems, stem) && !saidByA.has(stem)) aboveA += index.weightOf(stem) * aboveShare
  for (const stem of b.stems)
    if (a.around.has(stem) && !has(a.stems, stem) && !saidByB.has(stem)) aboveB += index.weightOf(stem) * aboveShare
  const containment = Math.min(1, Math.max((shared + aboveA) / (allOfA || 1), (shared + aboveB) / (allOfB || 1)))
  const jaccard = shared / (allOfA + allOfB - shared || 1)
  return { jaccard, containment, shared, specific, rare, isRelated: areRelated(a, b, index) }
}

/** Titles are alike from so much weight on that they share. */
const leastTitle = 12

/** Whether the titles of two claims share words that say something. */
export function areRelated(a: Reading, b: Reading, index: ClaimIndex): boolean {
  let weight = 0
  for (const stem of a.ofTitle) if (b.ofTitle.has(stem) && !isGeneric(stem)) weight += index.weightOf(stem)
  return weight >= leastTitle
}

/** A value that both give says as much as a word. */
const weightOfValue = 6
const mostAgreeing = 2

/** The likeness of two claims that give a value in common, besides that which they may disagree about. */
export function withAgreeing(likeness: Likeness, a: Reading, b: Reading, index: ClaimIndex): Likeness {
  const agreeing = a.values.filter(
    (value) =>
      (value.kind !== 'number' || value.dimension !== '' || value.from >= 10) &&
      b.values.some((other) => isComparable(value, other) && !disagree(value, other)),
  ).length
  const more = weightOfValue * Math.min(agreeing, mostAgreeing)
  if (more === 0) return likeness
  const { jaccard, containment, shared, specific, rare } = likeness
  const all = index.weightOfAll(a.claim) + index.weightOfAll(b.claim) - shared
  const least = Math.min(index.weightOfAll(a.claim), index.weightOfAll(b.claim))
  return {
    ...likeness,
    jaccard: all === 0 ? jaccard : (shared + more) / (all + more),
    containment: least === 0 ? containment : (containment * least + more) / (least + more),
    shared: shared + more,
    specific: specific + more,
    rare: rare + 1,
  }
}

/** So much must claims share that are about the same for another reason than their words. */
const leastOfTopic = 8

/** How sure one may be that two claims are about the same thing. */
export type Tier = 'same' | 'close' | 'loose'

/** @param isMeasured whether both say of three things or more how much or how long, in one unit */
export function tierOf(
  { jaccard, containment, shared, specific, rare, isRelated }: Likeness,
  isMeasured = false,
): Tier | undefined {
  // Word for word the same in articles on the same topic: it need not name what it is about.
  if (isRelated && jaccard >= 0.9 && shared >= leastOfTopic) return 'same'
  if (jaccard >= 0.85 && specific >= 7 && shared >= 12) return 'same'
  if (jaccard >= 0.95 && (shared >= 14 || (shared >= leastOfTopic && specific >= 3))) return 'same'
  if (jaccard >= 0.95 && isMeasured) return 'same'
  // In a small help centre no word of its subject is rare: then more of them must be shared.
  if (jaccard >= 0.6 && specific >= 7 && rare >= (containment >= 0.8 ? 1 : 2)) return 'same'
  if (jaccard >= 0.6 && containment >= 0.8 && specific >= 13) return 'same'
  if (containment >= 0.72 && jaccard >= 0.33 && shared >= 14 && specific >= 13 && rare >= 2) return 'close'
  if (containment >= 0.8 && jaccard >= 0.4 && shared >= 14 && specific >= (rare >= 1 ? 14 : 16)) return 'close'
  if (containment >= 0.6 && jaccard >= leastJaccard && shared >= 14 && specific >= 13 && rare >= 2) return 'loose'
  if (containment >= 0.6 && jaccard >= 0.36 && shared >= 16 && specific >= 16) return 'loose'
  if (containment >= 0.8 && jaccard >= 0.36 && shared >= 9 && specific >= 7) return 'loose'
  if (isMeasured && containment >= 0.95 && jaccard >= 0.38 && shared >= 8.5) return 'loose'
  if (containment >= 0.6 && jaccard >= 0.4 && shared >= 15 && specific >= 12 && rare >= 1) return 'loose'
  if (containment >= 0.85 && jaccard >= 0.55 && shared >= 11) return 'loose'
  if (containment >= 0.7 && jaccard >= 0.5 && shared >= 13 && specific >= 8) return 'loose'
  return undefined
}
