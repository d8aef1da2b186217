import type { Facts } from '../facts/facts.ts'
import { shingleSize } from '../facts/shingles.ts'
import { comparePaths } from './by-path.ts'
import {
  common,
  isNear,
  leastShared,
  nearPairs,
  postingsForPairs,
  postingsOf,
  rangeOf,
  setAt,
  sharedCount,
  type NearBounds,
  type NearPairs,
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
  const leastShingles = Math.max(1, bounds.minWords - (shingleSize - 1))
  // Every version of an article has a slot of its own; slots are never used again.
  const slots: Facts[] = [...articles]
  const slotOf = new Map(articles.map(({ path }, slot) => [path, slot]))
  const shingles = articles.map((article) => article.shingles)
  const atFirst = mayChange ? postingsOf(shingles, leastShingles) : postingsForPairs(shingles, leastShingles, bounds)
  const { postings } = atFirst
  /** Shingles of an article, sorted and each once, of those that were asked for; none where it is too short to be compared. */
  const sets = new Map<number, Uint32Array>()
  const setOf = (slot: number): Uint32Array => {
    let set = sets.get(slot)
    if (!set) {
      set = uniqueOf(slots[slot]!.shingles)
      if (set.length < leastShingles) set = set.subarray(0, 0)
      sets.set(slot, set)
    }
    return set
  }
  const sizeOf = (slot: number): number => (slot < articles.length ? atFirst.sizeOf(slot) : setOf(slot).length)
  const dead = new Set<number>()
  const added = new Map<number, number[]>()
  const isMeant = (a: number, b: number) => areMeant(slots[a]!, slots[b]!)
  const eachAtFirst = neighboursIn(nearPairs(atFirst, articles.length, bounds, isMeant), articles.length)
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
    const tried = new Set([slot])
    for (const shingle of set) {
      const { isBoilerplate, first } = standingOf(shingle)
      for (const other of isBoilerplate && first !== slot ? [first!] : holdersOf(shingle)) {
        if (tried.has(other)) continue
        tried.add(other)
        const [size, otherSize] = [set.length, sizeOf(other)]
        const least = leastShared(Math.min(size, otherSize), bounds)
        const shared = sharedCount(set, setOf(other), least)
        if (shared >= least && isNear(shared, size, otherSize, bounds) && !isMeant(slot, other)) near.set(other, shared)
      }
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
  return {
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
  }
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
function areMeant(a: Facts, b: Facts): boolean {
  return names(a.distinctFrom, b.path) || names(b.distinctFrom, a.path)
}

function names(slugs: string[], path: string): boolean {
  return slugs.some((slug) => path === slug || slugOf(path) === slugOf(slug))
}

function slugOf(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.(?:md|mdx|markdown)$/, '')
}

/** Words of an article that are compared: headings and labels are not. */
export function comparedWords(article: Facts): number {
  return article.shingles.length + shingleSize - 1
}

/** How many words of an article stand in shingles that another has too. */
export function sharedWords(here: Facts, there: Facts): number {
  const other = new Set(there.shingles)
  let words = 0
  let covered = 0
  here.shingles.forEach((shingle, index) => {
    if (!other.has(shingle)) return
    words += index + shingleSize - Math.max(covered, index)
    covered = index + shingleSize
  })
  return words
}
