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
export const leastShared = 8

/** @param overlap as of {@link overlapOfClaims}, if it is known */
export function likenessOf(
  a: Reading,
  b: Reading,
  index: ClaimIndex,
  overlap: Overlap = overlapOfClaims(a.claim, b.claim, index),
): Likeness {
  let [aboveA, aboveB] = [0, 0]
  for (const stem of a.stems) if (b.around.has(stem) && !has(b.stems, stem)) aboveA += index.weightOf(stem) * aboveShare
  for (const stem of b.stems) if (a.around.has(stem) && !has(a.stems, stem)) aboveB += index.weightOf(stem) * aboveShare
  const { shared } = overlap
  const contained = (above: number, claim: number) => (shared + above) / (index.weightOfAll(claim) || 1)
  const containment = Math.min(1, Math.max(contained(aboveA, a.claim), contained(aboveB, b.claim)))
  return { ...overlap, containment, isRelated: areRelated(a, b, index) }
}

/** Titles are alike from so much weight on that they share. */
const leastTitle = 12

/** Whether the titles of two claims share words that say something. */
export function areRelated(a: Reading, b: Reading, index: ClaimIndex): boolean {
  let weight = 0
  for (const stem of a.ofTitle) if (b.ofTitle.has(stem) && !isGeneric(stem)) weight += index.weightOf(stem)
  return weight >= leastTitle
}

/** How sure one may be that two claims are about the same thing. */
export type Tier = 'same' | 'close' | 'loose'

/** @returns nothing where they are too unlike */
export function tierOf({ jaccard, containment, shared, specific, rare, isRelated }: Likeness): Tier | undefined {
  // Word for word the same in articles on the same topic: it need not name what it is about.
  if (isRelated && jaccard >= 0.9 && shared >= leastShared) return 'same'
  if (jaccard >= 0.85 && specific >= 7 && shared >= 12) return 'same'
  if (jaccard >= 0.95 && (shared >= 14 || (shared >= leastShared && specific >= 3))) return 'same'
  // In a small help centre no word of its subject is rare: then more of them must be shared.
  if (jaccard >= 0.6 && specific >= 7 && rare >= (containment >= 0.8 ? 1 : 2)) return 'same'
  if (jaccard >= 0.6 && containment >= 0.8 && specific >= 13) return 'same'
  if (containment >= 0.72 && jaccard >= 0.33 && shared >= 14 && specific >= 13 && rare >= 2) return 'close'
  if (containment >= 0.8 && jaccard >= 0.4 && shared >= 14 && specific >= (rare >= 1 ? 14 : 16)) return 'close'
  if (containment >= 0.6 && jaccard >= leastJaccard && shared >= 14 && specific >= 13 && rare >= 2) return 'loose'
  if (containment >= 0.6 && jaccard >= 0.36 && shared >= 16 && specific >= 16) return 'loose'
  if (containment >= 0.8 && jaccard >= 0.36 && shared >= 9 && specific >= 7) return 'loose'
  return undefined
}
