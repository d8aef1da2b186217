import type { Facts } from '../facts/facts.ts'
import { shingleSize } from '../facts/shingles.ts'

/** How often shingles stand in all articles together, kept up to date. */
export interface Boilerplate {
  put: (before: Facts | undefined, now: Facts | undefined) => void
  /** For each word of an article 1, or 0 where it is part of a text that stands in so many articles that it says nothing of one. */
  ownWords: (article: Facts) => Uint8Array
  /** Whether a shingle stands in so many. */
  holds: (shingle: number) => boolean
  /** What changes whenever something becomes boilerplate or ceases to be: what was made of `ownWords` before is of no use then. */
  state: () => number
}

/** Shingles are told apart by so many of their bits: of a million that stand there once, none is taken for boilerplate. */
const counters = 2 ** 24
const mostCounted = 0xffff

/** A text that stands in six articles is boilerplate, or in more than one of a hundred of a large help centre. */
const leastArticles = 6
const leastShare = 128

/** The number of times from which on a text is boilerplate; it doubles with the corpus, so that it seldom changes. */
const boundFor = (articles: number) =>
  Math.max(leastArticles, 2 ** Math.floor(Math.log2(Math.max(1, articles / leastShare))))

/** Learns from articles what their house writes everywhere. The order of articles does not matter. */
export function createBoilerplate(articles: readonly Facts[]): Boilerplate {
  const counts = new Uint16Array(counters)
  let [size, state] = [articles.length, 0]
  for (const { shingles } of articles) addAll(shingles, counts)
  let bound = boundFor(size)
  const holds = (shingle: number) => counts[shingle & (counters - 1)]! >= bound
  return {
    put(before, now) {
      size += Number(now !== undefined) - Number(before !== undefined)
      const next = boundFor(size)
      if (next !== bound) state++
      bound = next
      const change = (shingles: Uint32Array, by: 1 | -1) => {
        for (const shingle of shingles) {
          const at = shingle & (counters - 1)
          const count = counts[at]!
          if (count >= mostCounted) continue
          counts[at] = count + by
          if (Math.max(count, count + by) === bound) state++
        }
      }
      // First what goes: of a text that stays, nothing changes.
      const [goes, comes] = differing(before?.shingles, now?.shingles)
      change(goes, -1)
      change(comes, 1)
    },
    holds,
    ownWords({ body, shingles }) {
      const own = new Uint8Array(body.words.length).fill(1)
      for (let index = 0; index < shingles.length; index++) {
        if (holds(shingles[index]!)) own.fill(0, index, index + shingleSize)
      }
      return own
    },
    state: () => state,
  }
}

// A function of its own, called for each article: the compiler is done with it long before a loop over all ends.
function addAll(shingles: Uint32Array, counts: Uint16Array): void {
  for (let index = 0; index < shingles.length; index++) {
    const at = shingles[index]! & (counters - 1)
    if (counts[at]! < mostCounted) counts[at]! += 1
  }
}

const nothing: Uint32Array = new Uint32Array()

/** What only the one list has, and what only the other, each as often as it does. */
function differing(before = nothing, now = nothing): [Uint32Array, Uint32Array] {
  const [a, b] = [before.slice().sort(), now.slice().sort()]
  const [goes, comes]: [number[], number[]] = [[], []]
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (a[i] === b[j]) {
      i++
      j++
    } else if (j >= b.length || a[i]! < b[j]!) goes.push(a[i++]!)
    else comes.push(b[j++]!)
  }
  return [Uint32Array.from(goes), Uint32Array.from(comes)]
}
