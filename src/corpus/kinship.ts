import type { Facts } from '../facts/facts.ts'
import { align, likeness, type Alignment } from './alignment.ts'
import type { Boilerplate } from './boilerplate.ts'
import { differsIn, type DiffersIn } from './variants.ts'

/** What two articles with much the same text are to each other. */
export interface Kinship {
  /** `copy`: they say the same of the same thing; `variant`: the same of another thing. */
  kind: 'copy' | 'variant'
  /** 0 to 1: the greatest of what tells that they are alike. */
  similarity: number
  /** In what variants differ. */
  differsIn: DiffersIn
}

/** From when on two texts are the same; each from 0 to 1. */
export interface KinshipBounds {
  /** Shared shingles over all of both. */
  similarity: number
  /** Or: shared shingles over those of the shorter. */
  containment: number
  /** Or: words that stand beside the same one, over all of both. */
  likeness: number
}

/** Pairs that share fewer shingles than that are not looked at: a copy without every seventh word still shares as many. */
export const looseBounds = { jaccard: 0.15, containment: 0.3 }

/** Of what is no boilerplate, that much must be the same, over all of both or over the shorter. */
const leastOwn = 0.65
const leastOwnContained = 0.8
/** What stands in a much longer article is a passage of it, which does not take the place of the short answer. */
const mostTimesLonger = 8
/** Words that an article must have besides boilerplate to be judged by them; with fewer, nearly all must be the same. */
const fewestOwn = 8
const nearlyAll = 0.9

/**
 * Compares two articles that share shingles: whether they say the same, boilerplate set aside, and whether of the same thing.
 *
 * @param pair the share of their shingles
 * @returns nothing where they only look alike
 */
export function kinshipOf(
  here: Facts,
  there: Facts,
  pair: { jaccard: number; containment: number },
  bounds: KinshipBounds,
  boilerplate: Boilerplate,
): Kinship | undefined {
  const [words, others] = [here.body.words.length, there.body.words.length]
  const isContained =
    pair.containment >= bounds.containment && Math.max(words, others) <= mostTimesLonger * Math.min(words, others)
  const isNear = pair.jaccard >= bounds.similarity || isContained
  // In whatever order, not enough words may be the same.
  if (!isNear && (2 * commonWords(here, there)) / (words + others) < bounds.likeness) return undefined
  const alignment = align(here, there)
  const alike = likeness(alignment, here, there)
  if (!isNear && alike < bounds.likeness) return undefined
  const own = { here: boilerplate.ownWords(here), there: boilerplate.ownWords(there) }
  const [mine, yours] = [count(own.here), count(own.there)]
  if (Math.min(mine, yours) < fewestOwn) {
    if (alike < nearlyAll) return undefined
  } else {
    const same = sameOwn(alignment, own.here)
    const isOwnSame =
      (2 * same) / (mine + yours) >= leastOwn || (same / Math.min(mine, yours) >= leastOwnContained && isContained)
    if (!isOwnSame) return undefined
  }
  const names = differsIn(here, there, alignment)
  return {
    kind: names.length > 0 ? 'variant' : 'copy',
    similarity: Math.min(1, Math.max(pair.jaccard, pair.containment * 0.99, alike * 0.99)),
    differsIn: names,
  }
}

/** How many words two articles have in common, in whatever order. */
function commonWords(here: Facts, there: Facts): number {
  const [a, b] = [here.body.words.slice().sort(), there.body.words.slice().sort()]
  let [i, j, common] = [0, 0, 0]
  while (i < a.length && j < b.length) {
    const [one, other] = [a[i]!, b[j]!]
    if (one === other) common++
    if (one <= other) i++
    if (other <= one) j++
  }
  return common
}

function count(own: Uint8Array): number {
  let words = 0
  for (const one of own) words += one
  return words
}

/** How many words stand beside the same one and are no boilerplate. */
function sameOwn({ differences }: Alignment, own: Uint8Array): number {
  let same = count(own)
  for (const { here } of differences) for (let index = here.from; index < here.to; index++) same -= own[index]!
  return same
}
