/** When two texts are near to each other. */
export interface NearBounds {
  /** Shared shingles over all shingles of both, 0 to 1. */
  jaccard: number
  /** Or: shared shingles over those of the shorter, 0 to 1. */
  containment: number
  /** Words that the shorter must have. */
  minWords: number
}

/** Pairs in columns: `shared` shingles of the sets at `a` and `b`, `a < b`. */
export interface NearPairs {
  length: number
  a: Int32Array
  b: Int32Array
  shared: Int32Array
}

/**
 * What holds a shingle: sorted numbers, each a shingle and the index of a set, `shingle * 2 ** 21 + index`. The
 * sets of a shingle stand together, in their order.
 */
export type Postings = Float64Array

/** Sets that postings can tell apart; a number holds no more bits. */
const mostSets = 2 ** 21

/**
 * A shingle that stands in more articles than this is boilerplate: it makes no pairs but with the first of them, so that of
 * hundreds of copies each is tied to one and not tried with all.
 */
export const common = 200

/** The least number of shared shingles that can make a set near to one that is no smaller. */
export function leastShared(size: number, { jaccard, containment }: NearBounds): number {
  return Math.ceil(Math.min(containment, (2 * jaccard) / (1 + jaccard)) * size - 1e-9)
}

/** Whether sets of these sizes that share so many are near. */
export function isNear(shared: number, a: number, b: number, { jaccard, containment }: NearBounds): boolean {
  return shared / Math.min(a, b) >= containment || shared / (a + b - shared) >= jaccard
}

/** Shingles by article: as many as are different, and where they stand. */
export interface Shingled {
  postings: Postings
  /** Different shingles of each article; 0 where there are fewer than the least. */
  sizes: Uint32Array
}

/** Counters for shingles that are told apart by their lower bits only. */
const counters = 2 ** 22

/**
 * The postings of articles.
 *
 * @param lists the shingles of each, in any order, some more than once
 * @param least articles with fewer different ones are left out
 * @param withSingles whether shingles that stand in one article only have a posting too: they make no pairs, and are most of
 *   all; without them there is far less to sort
 */
export function postingsOf(lists: readonly Uint32Array[], least: number, withSingles: boolean): Shingled {
  if (lists.length > mostSets) throw new RangeError(`more than ${mostSets} articles`)
  const counts = new Uint8Array(counters)
  for (const list of lists) {
    for (let at = 0; at < list.length; at++) {
      const counter = list[at]! & (counters - 1)
      if (counts[counter]! < 2) counts[counter]! += 1
    }
  }
  const sizes = new Uint32Array(lists.length)
  const most = lists.reduce((sum, list) => sum + list.length, 0)
  const shingles = new Uint32Array(most)
  const holders = new Uint32Array(most)
  let length = 0
  lists.forEach((list, index) => {
    for (let at = 0; at < list.length; at++) {
      const shingle = list[at]!
      if (withSingles || counts[shingle & (counters - 1)]! > 1) {
        shingles[length] = shingle
        holders[length++] = index
      } else {
        sizes[index]! += 1
      }
    }
  })
  const sorted = sortedPostings(shingles.subarray(0, length), holders.subarray(0, length))
  let kept = 0
  for (let at = 0; at < length; at++) {
    if (at > 0 && sorted[at] === sorted[at - 1]) continue
    sizes[setIn(sorted[at]!)]! += 1
    sorted[kept++] = sorted[at]!
  }
  let postings = sorted.subarray(0, kept)
  const isShort = (size: number) => size > 0 && size < least
  if (sizes.some(isShort)) {
    postings = postings.filter((posting) => !isShort(sizes[setIn(posting)]!))
    sizes.forEach((size, index) => isShort(size) && (sizes[index] = 0))
  }
  return { postings, sizes }
}

/**
 * Shingles and the sets that hold them, in the order of the sets, as postings. A radix sort, of a third of the bits at a
 * time: Knuth, The Art of Computer Programming, volume 3, 5.2.5. It takes a quarter of the time of a sort by comparing.
 */
function sortedPostings(shingles: Uint32Array, holders: Uint32Array): Postings {
  let from: { shingles: Uint32Array; holders: Uint32Array } = { shingles, holders }
  let to: typeof from = { shingles: shingles.slice(), holders: holders.slice() }
  const places = new Uint32Array(2 ** 11 + 1)
  for (const shift of [0, 11, 22]) {
    places.fill(0)
    for (let at = 0; at < shingles.length; at++) places[((from.shingles[at]! >>> shift) & 0x7ff) + 1]! += 1
    for (let digit = 1; digit < places.length; digit++) places[digit]! += places[digit - 1]!
    for (let at = 0; at < shingles.length; at++) {
      const place = places[(from.shingles[at]! >>> shift) & 0x7ff]!++
      to.shingles[place] = from.shingles[at]!
      to.holders[place] = from.holders[at]!
    }
    ;[from, to] = [to, from]
  }
  const postings = new Float64Array(shingles.length)
  for (let at = 0; at < postings.length; at++) postings[at] = from.shingles[at]! * mostSets + from.holders[at]!
  return postings
}

/** Where in the postings a shingle stands: from the first index to before the second. */
export function rangeOf(shingle: number, postings: Postings): [number, number] {
  return [placeOf(shingle * mostSets, postings), placeOf((shingle + 1) * mostSets, postings)]
}

/** The set in a posting. Not by `%`, which takes ten times as long with numbers of this size. */
function setIn(posting: number): number {
  return posting - Math.floor(posting / mostSets) * mostSets
}

/** The set that a posting names. */
export function setAt(index: number, postings: Postings): number {
  return setIn(postings[index]!)
}

function placeOf(number: number, postings: Postings): number {
  let [low, high] = [0, postings.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (postings[middle]! < number) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * All pairs of sets that are near and share a shingle that is no boilerplate, or of which one is the first that holds a
 * piece of boilerplate that they share. Exact, and what it takes depends on what is shared, not on the number of pairs.
 *
 * Shingles are numbered from the rarest; of a set, only as many of its rarest are looked up as it takes to meet every
 * larger set that shares enough. Prefix filtering: Chaudhuri, Ganti, Kaushik, A primitive operator for similarity joins in
 * data cleaning, 2006; Bayardo, Ma, Srikant, Scaling up all pairs similarity search, 2007.
 *
 * @param shingled an article of size 0 is near to none
 * @param isMeant whether a pair is to be left out
 */
export function nearPairs(
  { postings, sizes }: Shingled,
  bounds: NearBounds,
  isMeant: (a: number, b: number) => boolean,
): NearPairs {
  const { ranked, starts, holders } = byRarity(postings, sizes.length)
  const pairs = createPairs()
  const tried = new Int32Array(sizes.length).fill(-1)
  for (let a = 0; a < sizes.length; a++) {
    const size = sizes[a]!
    if (size === 0) continue
    const terms = ranked[a]!
    const least = leastShared(size, bounds)
    // Those that no other set holds come first in rank and need no look-up.
    const prefix = size - least + 1 - (size - terms.length)
    const tryWith = (b: number) => {
      if (tried[b] === a || b === a || sizes[b]! < size || (sizes[b] === size && b < a)) return
      tried[b] = a
      const shared = sharedCount(terms, ranked[b]!, least)
      if (shared < least || !isNear(shared, size, sizes[b]!, bounds) || isMeant(a, b)) return
      pairs.push(Math.min(a, b), Math.max(a, b), shared)
    }
    for (let index = 0; index < terms.length; index++) {
      const [from, to] = [starts[terms[index]!]!, starts[terms[index]! + 1]!]
      const isBoilerplate = to - from > common
      if (!isBoilerplate && index >= prefix) continue
      const last = isBoilerplate && holders[from] !== a ? from + 1 : to
      for (let at = from; at < last; at++) tryWith(holders[at]!)
    }
  }
  return pairs.columns()
}

/**
 * The shingles that more than one set holds, numbered from the rarest: each set as its numbers, in order, and of each
 * number the sets that hold it, `holders` from `starts[number]` to `starts[number + 1]`.
 */
function byRarity(postings: Postings, articles: number) {
  const runs: { from: number; length: number }[] = []
  for (let from = 0, to = 0; from < postings.length; from = to) {
    const end = (Math.floor(postings[from]! / mostSets) + 1) * mostSets
    for (to = from + 1; to < postings.length && postings[to]! < end;) to++
    if (to - from > 1) runs.push({ from, length: to - from })
  }
  // The sort is stable: of shingles that equally many hold, the smaller comes first.
  runs.sort((one, other) => one.length - other.length)
  const starts = new Uint32Array(runs.length + 1)
  const sizes = new Uint32Array(articles)
  runs.forEach(({ length }, number) => (starts[number + 1] = starts[number]! + length))
  const holders = new Uint32Array(starts[runs.length]!)
  runs.forEach(({ from, length }, number) => {
    for (let offset = 0; offset < length; offset++) {
      const holder = setAt(from + offset, postings)
      holders[starts[number]! + offset] = holder
      sizes[holder]! += 1
    }
  })
  const ranked = Array.from(sizes, (size) => new Uint32Array(size))
  const filled = new Uint32Array(articles)
  for (let number = 0; number < runs.length; number++) {
    for (let at = starts[number]!; at < starts[number + 1]!; at++) {
      const holder = holders[at]!
      ranked[holder]![filled[holder]!++] = number
    }
  }
  return { ranked, starts, holders }
}

/** How many numbers two sorted lists share; may stop, with less, once they cannot reach `least`. */
export function sharedCount(a: Uint32Array, b: Uint32Array, least = 0): number {
  let [i, j, shared] = [0, 0, 0]
  // What may still be missed on either side.
  let [spareA, spareB] = [a.length - least, b.length - least]
  while (i < a.length && j < b.length) {
    const [x, y] = [a[i]!, b[j]!]
    if (x === y) {
      shared++
      i++
      j++
    } else if (x < y) {
      i++
      if (--spareA < 0) return shared
    } else {
      j++
      if (--spareB < 0) return shared
    }
  }
  return shared
}

function createPairs() {
  let pairs: NearPairs = { length: 0, a: new Int32Array(1024), b: new Int32Array(1024), shared: new Int32Array(1024) }
  const grown = (column: Int32Array) => {
    const longer = new Int32Array(column.length * 2)
    longer.set(column)
    return longer
  }
  return {
    push(a: number, b: number, shared: number) {
      const at = pairs.length
      if (at === pairs.a.length) {
        pairs = { length: at, a: grown(pairs.a), b: grown(pairs.b), shared: grown(pairs.shared) }
      }
      pairs.a[at] = a
      pairs.b[at] = b
      pairs.shared[at] = shared
      pairs.length++
    },
    columns: () => pairs,
  }
}
