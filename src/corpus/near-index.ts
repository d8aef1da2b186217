import type { Facts } from '../facts/facts.ts'
import { shingleSize } from '../facts/shingles.ts'
import { comparePaths } from './by-path.ts'
import type { Change } from './changes.ts'
import {
  common,
  createPairs,
  isNear,
  leastShared,
  nearPairs,
  postingsForPairs,
  postingsOf,
  postingsOfSome,
  rangeOf,
  setAt,
  sharedCount,
  type NearBounds,
  type NearPairs,
  type Shingled,
} from './near-join.ts'

export type { NearBounds } from './near-join.ts'

/** Articles that are tied together by being near, directly or through others. */
export interface NearGroup {
  /** In the order of their paths. */
  articles: Facts[]
  /** Calls back for each pair that is near; `a` and `b` are indices into `articles`. */
  eachPair: (call: (pair: NearPair) => void) => void
}

export interface NearPair {
  a: number
  b: number
  /** Shared shingles over all shingles of both. */
  jaccard: number
  /** Shared shingles over those of the shorter. */
  containment: number
}

/** Which articles are near to each other, kept up to date. */
export interface NearIndex {
  /** Puts the facts of an article in the place of those before; without facts, forgets it. */
  put: (path: string, facts: Facts | undefined) => void
  /** By the path of their first article. A group that is as it was is the same object. */
  groups: () => NearGroup[]
  /** Whether so much was put that a new index costs less than what this one drags along. */
  isWorn: () => boolean
  /** What is worth keeping of it. */
  memory: () => NearMemory
}

/** What is kept of an index, for `reopenNearIndex`. Articles are named by their place in the order of paths. */
export interface NearMemory {
  pairs: NearPairs
  /** Which are long enough to be compared. */
  compared: readonly number[]
}

/** Calls back for each neighbour of an article, with how many shingles they share. */
type EachNeighbour = (slot: number, call: (other: number, shared: number) => void) => void

/**
 * Opens an index over articles: all pairs at once, then, for every article that changes, only its own. What it gives is
 * what a new index over the same articles would give: what is boilerplate, and which article is the first to hold it, may
 * change with one article for others too, and these are looked at again.
 *
 * @param articles in the order of their paths
 * @param mayChange whether anything will be put; it takes more memory and time at first
 */
export function createNearIndex(articles: readonly Facts[], bounds: NearBounds, mayChange: boolean): NearIndex {
  const least = leastShingles(bounds)
  const lists = articles.map(({ shingles }) => shingles)
  const shingled = mayChange ? postingsOf(lists, least) : postingsForPairs(lists, least, bounds)
  const isMeant = (a: number, b: number) => areMeant(articles[a]!, articles[b]!)
  return openNearIndex(articles, bounds, shingled, nearPairs(shingled, articles.length, bounds, isMeant)).index
}

/**
 * An index over the articles of now, from what is known of those of before: only what changed is looked at.
 *
 * @param before the articles that the memory is of; those that have not changed are the same objects now
 * @param changes that make of them the articles of now
 * @returns nothing where a new index has to be made: where a change makes boilerplate of what was none
 */
export function reopenNearIndex(
  before: readonly Facts[],
  { pairs, compared }: NearMemory,
  changes: readonly Change[],
  bounds: NearBounds,
): NearIndex | undefined {
  const touched = changes.flatMap((change) =>
    [change.before, change.now].flatMap((facts) => (facts ? [facts.shingles] : [])),
  )
  const lists = before.map(({ shingles }) => shingles)
  const shingled = postingsOfSome(lists, leastShingles(bounds), compared, touched)
  const { index, isAtLoss } = openNearIndex(before, bounds, shingled, pairs)
  for (const { path, now } of changes) {
    index.put(path, now)
    if (isAtLoss()) return undefined
  }
  return index
}

/** Different shingles that an article must have. */
function leastShingles({ minWords }: NearBounds): number {
  return Math.max(1, minWords - (shingleSize - 1))
}

/** An index of which the pairs are known; it may be at a loss, where postings of a shingle are asked for that are not there. */
function openNearIndex(
  articles: readonly Facts[],
  bounds: NearBounds,
  { postings, sizeOf: sizeAtFirst, compared, knows }: Shingled & { knows?: (shingle: number) => boolean },
  pairs: NearPairs,
): { index: NearIndex; isAtLoss: () => boolean } {
  const least = leastShingles(bounds)
  let isAtLoss = false
  // Every version of an article has a slot of its own; slots are never used again.
  const slots: Facts[] = [...articles]
  const slotOf = new Map(articles.map(({ path }, slot) => [path, slot]))
  /** Shingles of an article, sorted and each once, of those that were asked for; none where it is too short to be compared. */
  const sets = new Map<number, Uint32Array>()
  const setOf = (slot: number): Uint32Array => {
    let set = sets.get(slot)
    if (!set) {
      set = uniqueOf(slots[slot]!.shingles)
      if (set.length < least) set = set.subarray(0, 0)
      sets.set(slot, set)
    }
    return set
  }
  const sizeOf = (slot: number): number => (slot < articles.length ? sizeAtFirst(slot) : setOf(slot).length)
  const dead = new Set<number>()
  const added = new Map<number, number[]>()
  const isMeant = (a: number, b: number) => areMeant(slots[a]!, slots[b]!)
  const eachAtFirst = neighboursIn(pairs, articles.length)
  /** Of slots whose neighbours are not as they were in the beginning. */
  const changed = new Map<number, Map<number, number>>()
  const eachNeighbour: EachNeighbour = (slot, call) => {
    const now = changed.get(slot)
    if (!now) eachAtFirst(slot, call)
    else for (const [other, shared] of now) call(other, shared)
  }

  const groups = new Map<number, NearGroup>()
  let sorted: NearGroup[] | undefined
  const regroup = (torn: readonly number[] | ReadonlySet<number>) => {
    for (const slot of torn) groups.delete(slot)
    for (const slot of torn) {
      if (dead.has(slot) || groups.has(slot)) continue
      const members = [slot]
      const seen = new Set(members)
      for (const member of members) {
        eachNeighbour(member, (other) => {
          if (seen.has(other)) return
          seen.add(other)
          members.push(other)
        })
      }
      if (members.length === 1) continue
      const group = groupOf(members)
      for (const member of members) groups.set(member, group)
    }
    sorted = undefined
  }
  const groupOf = (members: number[]): NearGroup => {
    members.sort((a, b) => comparePaths(slots[a]!.path, slots[b]!.path))
    const indices = new Map(members.map((slot, index) => [slot, index]))
    return {
      articles: members.map((slot) => slots[slot]!),
      eachPair(call) {
        members.forEach((slot, a) => {
          eachNeighbour(slot, (other, shared) => {
            const b = indices.get(other)!
            if (b < a) return
            const [sizeA, sizeB] = [sizeOf(slot), sizeOf(other)]
            call({ a, b, jaccard: shared / (sizeA + sizeB - shared), containment: shared / Math.min(sizeA, sizeB) })
          })
        })
      },
    }
  }

  const isBefore = (a: number, b: number | undefined) =>
    b === undefined || comparePaths(slots[a]!.path, slots[b]!.path) < 0
  /** Whether a shingle is boilerplate now, and the first article by path that holds it. */
  const standingOf = (shingle: number): Standing => {
    if (knows?.(shingle) === false) isAtLoss = true
    const [from, to] = rangeOf(shingle, postings)
    const more = (added.get(shingle) ?? []).filter((slot) => !dead.has(slot))
    let first: number | undefined
    let count = to - from + more.length
    for (let at = from; at < to && (first === undefined || count - dead.size <= common); at++) {
      const slot = setAt(at, postings)
      if (dead.has(slot)) count--
      else first ??= slot
    }
    for (const slot of more) if (isBefore(slot, first)) first = slot
    return { isBoilerplate: count > common, first }
  }
  /** The articles that hold a shingle now. */
  const holdersOf = (shingle: number): number[] => {
    const [from, to] = rangeOf(shingle, postings)
    const slots = Array.from({ length: to - from }, (_, offset) => setAt(from + offset, postings))
    return [...slots, ...(added.get(shingle) ?? [])].filter((slot) => !dead.has(slot))
  }
  const findNeighbours = (slot: number): Map<number, number> => {
    const near = new Map<number, number>()
    const set = setOf(slot)
    /** How many shingles each shares that are no boilerplate; any may share all that are. */
    const counts = new Map<number, number>()
    let boilerplate = 0
    for (const shingle of set) {
      const { isBoilerplate, first } = standingOf(shingle)
      if (isBoilerplate) boilerplate++
      if (isBoilerplate && first !== slot) counts.set(first!, counts.get(first!) ?? 0)
      else for (const other of holdersOf(shingle)) counts.set(other, (counts.get(other) ?? 0) + (isBoilerplate ? 0 : 1))
    }
    counts.delete(slot)
    for (const [other, count] of counts) {
      const isEnough = (otherSize: number) =>
        count + boilerplate >= leastShared(Math.min(set.length, otherSize), bounds)
      // What it has at least first: to know how many it has takes a sort.
      if (!isEnough(least) || !isEnough(sizeOf(other))) continue
      const shared = sharedCount(set, setOf(other), leastShared(Math.min(set.length, sizeOf(other)), bounds))
      if (isNear(shared, set.length, sizeOf(other), bounds) && !isMeant(slot, other)) near.set(other, shared)
    }
    return near
  }

  const neighboursNow = (slot: number): Map<number, number> => {
    let now = changed.get(slot)
    if (!now) {
      changed.set(slot, (now = new Map()))
      eachAtFirst(slot, (other, shared) => now!.set(other, shared))
    }
    return now
  }
  const setNeighbours = (slot: number, near: Map<number, number>) => {
    for (const other of neighboursNow(slot).keys()) if (!near.has(other)) neighboursNow(other).delete(slot)
    for (const [other, shared] of near) neighboursNow(other).set(slot, shared)
    changed.set(slot, near)
  }

  regroup([...slots.keys()])
  const index: NearIndex = {
    put(path, facts) {
      const before = slotOf.get(path)
      const slot = slots.length
      if (facts) slots.push(facts)
      const set = facts ? setOf(slot) : new Uint32Array()
      const touched = new Set([...(before === undefined ? [] : setOf(before)), ...set])
      const standings = new Map([...touched].map((shingle) => [shingle, standingOf(shingle)]))

      if (before !== undefined) dead.add(before)
      if (facts) slotOf.set(path, slot)
      else slotOf.delete(path)
      for (const shingle of set) {
        const more = added.get(shingle)
        if (more) more.push(slot)
        else added.set(shingle, [slot])
      }

      const dirty = new Set<number>(facts ? [slot] : [])
      for (const [shingle, then] of standings) {
        const now = standingOf(shingle)
        if (now.isBoilerplate !== then.isBoilerplate) for (const one of holdersOf(shingle)) dirty.add(one)
        else if (now.isBoilerplate && now.first !== then.first) dirty.add(then.first!).add(now.first!)
      }
      const torn = new Set<number>()
      const tear = (one: number) => {
        torn.add(one)
        for (const member of groups.get(one)?.articles ?? []) torn.add(slotOf.get(member.path) ?? one)
      }
      if (before !== undefined) {
        tear(before)
        setNeighbours(before, new Map())
      }
      for (const one of dirty) {
        if (dead.has(one)) continue
        tear(one)
        setNeighbours(one, findNeighbours(one))
      }
      regroup(torn)
    },
    isWorn: () => dead.size > 1000 + articles.length / 4,
    groups: () =>
      (sorted ??= [...new Set(groups.values())].sort((a, b) => comparePaths(a.articles[0]!.path, b.articles[0]!.path))),
    memory() {
      const inOrder = [...slotOf.values()].sort((a, b) => comparePaths(slots[a]!.path, slots[b]!.path))
      const places = new Map(inOrder.map((slot, place) => [slot, place]))
      const wasCompared = new Set(compared)
      const found = createPairs()
      inOrder.forEach((slot, a) =>
        eachNeighbour(slot, (other, shared) => {
          const b = places.get(other)!
          if (a < b) found.push(a, b, shared)
        }),
      )
      const isCompared = (slot: number) => (slot < articles.length ? wasCompared.has(slot) : setOf(slot).length > 0)
      return {
        pairs: found.columns(),
        compared: inOrder.flatMap((slot, place) => (isCompared(slot) ? [place] : [])),
      }
    },
  }
  return { index, isAtLoss: () => isAtLoss }
}

/** What a shingle is to the articles that hold it. */
interface Standing {
  isBoilerplate: boolean
  first: number | undefined
}

/** Numbers sorted, each once. */
function uniqueOf(numbers: Uint32Array): Uint32Array {
  const sorted = numbers.slice().sort()
  let length = 0
  for (let index = 0; index < sorted.length; index++) {
    if (index === 0 || sorted[index] !== sorted[index - 1]) sorted[length++] = sorted[index]!
  }
  return sorted.slice(0, length)
}

/** The neighbours of each slot among pairs; columns, as there may be millions. */
function neighboursIn(pairs: NearPairs, size: number): EachNeighbour {
  const starts = new Uint32Array(size + 2)
  for (let at = 0; at < pairs.length; at++) {
    starts[pairs.a[at]! + 2]! += 1
    starts[pairs.b[at]! + 2]! += 1
  }
  for (let slot = 2; slot < starts.length; slot++) starts[slot]! += starts[slot - 1]!
  const others = new Int32Array(pairs.length * 2)
  const shared = new Int32Array(pairs.length * 2)
  const add = (slot: number, other: number, count: number) => {
    const at = starts[slot + 1]!++
    others[at] = other
    shared[at] = count
  }
  for (let at = 0; at < pairs.length; at++) {
    add(pairs.a[at]!, pairs.b[at]!, pairs.shared[at]!)
    add(pairs.b[at]!, pairs.a[at]!, pairs.shared[at]!)
  }
  return (slot, call) => {
    if (slot >= size) return
    for (let at = starts[slot]!; at < starts[slot + 1]!; at++) call(others[at]!, shared[at]!)
  }
}

/** Whether one of two articles says that it is meant to be like the other. */
export function areMeant(a: Facts, b: Facts): boolean {
  return names(a.distinctFrom, b.path) || names(b.distinctFrom, a.path)
}

function names(slugs: string[], path: string): boolean {
  return slugs.some((slug) => path === slug || slugOf(path) === slugOf(slug))
}

function slugOf(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.(?:md|mdx|markdown)$/, '')
}

let lastAsked: { article: Facts; set: Uint32Array } | undefined

/** How much two articles share, in different shingles, as in {@link NearPair}. @param there the same one several times in a row, if any */
export function overlapOf(here: Facts, there: Facts): { jaccard: number; containment: number } {
  if (lastAsked?.article !== there) lastAsked = { article: there, set: uniqueOf(there.shingles) }
  const [a, b] = [uniqueOf(here.shingles), lastAsked.set]
  const shared = sharedCount(a, b)
  return {
    jaccard: shared / Math.max(1, a.length + b.length - shared),
    containment: shared / Math.max(1, Math.min(a.length, b.length)),
  }
}
