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
  /** Different shingles of an article; 0 where there are fewer than the least. */
  sizeOf: (article: number) => number
  /** Articles that are long enough. */
  compared: readonly number[]
  /** Those of them that may be near to one that is no smaller; no other is. */
  candidates: readonly number[]
}

/**
 * The postings of all shingles of articles.
 *
 * @param lists the shingles of each, in any order, some more than once
 * @param least articles with fewer different ones are left out
 */
export function postingsOf(lists: readonly Uint32Array[], least: number): Shingled {
  const sizes = Uint32Array.from(lists, (list) => sizeFrom(list, least))
  const compared = [...lists.keys()].filter((article) => sizes[article]! > 0)
  const postings = collected(lists, compared)
  return { postings, sizeOf: (article) => sizes[article]!, compared, candidates: compared }
}

/** Counters for shingles that are told apart by their lower bits only. */
const counters = 2 ** 22
const once = 1
const often = 2
const wanted = 3

/**
 * As {@link postingsOf}, of just those shingles that stand in an article which may be near to another: one that shares less
 * than it takes with all others together is near to none that is no smaller. Most articles of most help centres are such.
 */
export function postingsForPairs(lists: readonly Uint32Array[], least: number, bounds: NearBounds): Shingled {
  const marks = new Uint8Array(counters)
  for (const list of lists) markAll(list, marks)
  const sizeOf = createSizeOf(lists, least)
  const compared: number[] = []
  const candidates: number[] = []
  lists.forEach((list, article) => {
    const own = countMarked(list, marks, once)
    if (list.length < least || (own < least && sizeOf(article) === 0)) return
    compared.push(article)
    // By its length: the more of its shingles are different, which takes a sort to tell, the more it may share.
    if (list.length - own >= leastShared(list.length, bounds)) candidates.push(article)
  })
  for (const article of candidates) for (const shingle of lists[article]!) marks[shingle & (counters - 1)] = wanted
  return { postings: collected(lists, compared, marks), sizeOf, compared, candidates }
}

/**
 * As {@link postingsOf}, of some shingles only, and of those that cannot be told apart from them.
 *
 * @param compared as it was found before
 * @param some the shingles, in lists
 * @returns besides, whether all articles that hold a shingle are known
 */
export function postingsOfSome(
  lists: readonly Uint32Array[],
  least: number,
  compared: readonly number[],
  some: readonly Uint32Array[],
): Shingled & { knows: (shingle: number) => boolean } {
  const marks = new Uint8Array(counters)
  for (const list of some) for (const shingle of list) marks[shingle & (counters - 1)] = wanted
  const knows = (shingle: number) => marks[shingle & (counters - 1)] === wanted
  const postings = collected(lists, compared, marks)
  return { postings, sizeOf: createSizeOf(lists, least), compared, candidates: [], knows }
}

/** Sizes of those that are asked for. */
function createSizeOf(lists: readonly Uint32Array[], least: number): (article: number) => number {
  const sizes = new Map<number, number>()
  return (article) => {
    let size = sizes.get(article)
    if (size === undefined) sizes.set(article, (size = sizeFrom(lists[article]!, least)))
    return size
  }
}

// Functions of their own, called for each article: the compiler is done with them long before a loop over all ends.

function markAll(list: Uint32Array, marks: Uint8Array): void {
  for (let at = 0; at < list.length; at++) {
    const counter = list[at]! & (counters - 1)
    if (marks[counter]! < often) marks[counter]! += 1
  }
}

function countMarked(list: Uint32Array, marks: Uint8Array, mark: number): number {
  let count = 0
  for (let at = 0; at < list.length; at++) if (marks[list[at]! & (counters - 1)] === mark) count++
  return count
}

/** How many numbers are different; 0 where they are fewer than the least. */
function sizeFrom(list: Uint32Array, least: number): number {
  if (list.length < least) return 0
  const size = withoutRepeats(list.slice().sort())
  return size < least ? 0 : size
}

/** The postings of the shingles of some articles. @param marks which are wanted; all without */
function collected(lists: readonly Uint32Array[], articles: readonly number[], marks?: Uint8Array): Postings {
  let found = new Float64Array(2 ** 16)
  let length = 0
  for (const article of articles) {
    const list = lists[article]!
    if (length + list.length > found.length) {
      const longer = new Float64Array(Math.max(2 * found.length, length + list.length))
      longer.set(found)
      found = longer
    }
    length = addPostings(list, article, marks, found, length)
  }
  const sorted = found.subarray(0, length).sort()
  return sorted.subarray(0, withoutRepeats(sorted))
}

function addPostings(list: Uint32Array, article: number, marks: Uint8Array | undefined, to: Postings, start: number) {
  let length = start
  for (let at = 0; at < list.length; at++) {
    const shingle = list[at]!
    if (marks === undefined || marks[shingle & (counters - 1)] === wanted) to[length++] = shingle * mostSets + article
  }
  return length
}

/** Moves the different ones of sorted numbers to the front. @returns how many they are */
function withoutRepeats(sorted: Float64Array | Uint32Array): number {
  let kept = 0
  for (let at = 0; at < sorted.length; at++) {
    if (at === 0 || sorted[at] !== sorted[at - 1]) sorted[kept++] = sorted[at]!
  }
  return kept
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
 * @param isMeant whether a pair is to be left out
 */
export function nearPairs(
  { postings, sizeOf, candidates }: Shingled,
  articles: number,
  bounds: NearBounds,
  isMeant: (a: number, b: number) => boolean,
): NearPairs {
  const { ranked, starts, holders } = byRarity(postings, articles)
  const pairs = createPairs()
  const tried = new Int32Array(articles).fill(-1)
  for (const a of candidates) {
    const terms = ranked[a]!
    if (terms.length === 0) continue
    const size = sizeOf(a)
    const least = leastShared(size, bounds)
    // Those that no other set holds come first in rank and need no look-up.
    const prefix = size - least + 1 - (size - terms.length)
    const tryWith = (b: number) => {
      if (tried[b] === a || b === a) return
      tried[b] = a
      // By the ranks first: for most there is no need to know how many shingles they have.
      const shared = sharedCount(terms, ranked[b]!, least)
      if (shared < least) return
      const other = sizeOf(b)
      if (other < size || (other === size && b < a) || !isNear(shared, size, other, bounds) || isMeant(a, b)) return
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

/** Pairs, as they are found. */
export function createPairs() {
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
