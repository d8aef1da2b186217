import { diff } from 'fast-myers-diff'
import type { Facts } from '../facts/facts.ts'
import { shingleSize } from '../facts/shingles.ts'

/** Words that stand in one body and not in the other: indices into `words` of both, ends exclusive; one side may be empty. */
export interface Difference {
  here: { from: number; to: number }
  there: { from: number; to: number }
}

/** Two bodies word by word. */
export interface Alignment {
  /** Words that both have in the same order. */
  same: number
  differences: Difference[]
}

/** Where words were exchanged, not more than these stand on either side; a longer stretch is two texts, and no exchange. */
const longestStretch = 150

/**
 * Aligns two bodies word by word, so that about as many words as possible stand beside the same one. First runs of five words
 * that both have once are set beside each other, as many as are in the same order; then what is between them, as closely as can
 * be. That is linear in all but the stretches between.
 *
 * Runs: Cohen, patience diff, as described in Patience sorting and diff, 2006. Stretches: Myers, An O(ND) difference algorithm
 * and its variations, 1986.
 */
export function align(here: Facts, there: Facts): Alignment {
  const [a, b] = [here.body.words, there.body.words]
  const differences: Difference[] = []
  let same = 0
  let [doneA, doneB] = [0, 0]
  const between = (toA: number, toB: number) => {
    let [fromA, fromB] = [doneA, doneB]
    // What is the same at either end need not be looked for.
    while (fromA < toA && fromB < toB && a[fromA] === b[fromB]) {
      fromA++
      fromB++
      same++
    }
    let [endA, endB] = [toA, toB]
    while (endA > fromA && endB > fromB && a[endA - 1] === b[endB - 1]) {
      endA--
      endB--
      same++
    }
    if (fromA === endA && fromB === endB) return
    const isWorth = fromA < endA && fromB < endB && Math.max(endA - fromA, endB - fromB) <= longestStretch
    const changes = isWorth
      ? diff(a.subarray(fromA, endA), b.subarray(fromB, endB))
      : [[0, endA - fromA, 0, endB - fromB] as const]
    let at = 0
    for (const [from, to, thereFrom, thereTo] of changes) {
      same += from - at
      at = to
      differences.push({
        here: { from: fromA + from, to: fromA + to },
        there: { from: fromB + thereFrom, to: fromB + thereTo },
      })
    }
    if (isWorth) same += endA - fromA - at
  }
  for (const [inA, inB] of anchors(here.shingles, there.shingles)) {
    if (inA < doneA || inB < doneB) continue
    between(inA, inB)
    same += shingleSize
    doneA = inA + shingleSize
    doneB = inB + shingleSize
  }
  between(a.length, b.length)
  return { same, differences }
}

/** The places of shingles that both lists have once, the longest row of them that is in the same order in both. */
function anchors(a: Uint32Array, b: Uint32Array): [inA: number, inB: number][] {
  const [placesA, placesB] = [placesOf(a), placesOf(b)]
  const shared: [number, number][] = []
  for (const [shingle, inA] of placesA) {
    const inB = inA < 0 ? undefined : placesB.get(shingle)
    if (inB !== undefined && inB >= 0) shared.push([inA, inB])
  }
  // The longest rising subsequence by the place in the second list; the first rises already.
  const tails: number[] = []
  const before = new Int32Array(shared.length)
  shared.forEach(([, inB], index) => {
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (shared[tails[middle]!]![1] < inB) low = middle + 1
      else high = middle
    }
    before[index] = low > 0 ? tails[low - 1]! : -1
    tails[low] = index
  })
  const row: [number, number][] = []
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index]!) row.push(shared[index]!)
  return row.reverse()
}

/** Where each shingle stands; -1 where it does more than once. */
function placesOf(shingles: Uint32Array): Map<number, number> {
  const places = new Map<number, number>()
  shingles.forEach((shingle, index) => places.set(shingle, places.has(shingle) ? -1 : index))
  return places
}

/** The share of the words of both that stand beside the same one, 0 to 1: the Dice coefficient. */
export function likeness({ same }: Alignment, here: Facts, there: Facts): number {
  const all = here.body.words.length + there.body.words.length
  return all === 0 ? 1 : (2 * same) / all
}
