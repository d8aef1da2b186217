import type { Facts } from '../facts/facts.ts'
import { comparePaths } from './by-path.ts'
import type { Change } from './changes.ts'

/** Two articles that have something to do with each other, `a` before `b` by path. */
export interface Pair<What> {
  a: Facts
  b: Facts
  what: What
}

/** How articles are paired. */
export interface Pairing<What> {
  /** What two articles must share to be compared, each key once. */
  keysOf: (article: Facts) => Iterable<number>
  /** Keys that two articles must share. */
  leastShared: number
  /** A key that more articles have says nothing of any two of them. */
  mostHolders: number
  /** @returns nothing where they are no pair */
  compare: (a: Facts, b: Facts) => What | undefined
  /** What is kept of a pair, as many numbers for each; where there is nothing, pairs are compared again. */
  keep?: { width: number; toNumbers: (what: What) => number[]; fromNumbers: (numbers: Uint32Array) => What }
}

/** Pairs of articles that share keys, kept up to date. */
export interface PairIndex<What> {
  put: (before: Facts | undefined, now: Facts | undefined) => void
  /** Compares articles again, as what comparing depends on has changed. */
  recheck: (articles: Iterable<Facts>) => void
  /** The pairs of each article with those before it by path, in their order; of one whose pairs have not changed, the same list. */
  lists: () => Iterable<readonly Pair<What>[]>
  /** In the order of their paths. */
  all: () => readonly Pair<What>[]
  /** What is worth keeping of it. @param places of the articles that there are */
  memory: (places: ReadonlyMap<Facts, number>) => PairMemory
}

/** What is kept of pairs: for each the places of its articles, then what {@link Pairing.keep} makes of it. */
export type PairMemory = Uint32Array

/**
 * Finds all pairs by an inverted index over keys: no article is compared with one that it shares too little with.
 *
 * @param articles each path once
 */
export function createPairIndex<What>(articles: readonly Facts[], pairing: Pairing<What>): PairIndex<What> {
  const { index, join, partnersOf } = openPairIndex(articles, pairing)
  // Each with those before it: the holders of a key stand in the order of the articles.
  const done = new Set<Facts>()
  for (const article of articles) {
    for (const other of partnersOf(article, (one) => done.has(one))) join(article, other)
    done.add(article)
  }
  return index
}

/**
 * An index over the articles of now, from what is known of those of before: only what changed is looked at.
 *
 * @param before the articles that the memory is of
 * @param dirty articles that have not changed, but what comparing them depends on has
 * @returns nothing where a new index has to be made: where a change makes a key say nothing, or something again
 */
export function reopenPairIndex<What>(
  before: readonly Facts[],
  memory: PairMemory,
  changes: readonly Change[],
  dirty: readonly Facts[],
  pairing: Pairing<What>,
): PairIndex<What> | undefined {
  const touched = [...dirty, ...changes.flatMap((change) => [change.before ?? [], change.now ?? []].flat())]
  const wanted = new Set(touched.flatMap((article) => [...pairing.keysOf(article)]))
  const { index, pair, isAtLoss } = openPairIndex(before, pairing, wanted)
  const gone = new Set(touched)
  const { width = 0, fromNumbers } = pairing.keep ?? {}
  for (let at = 0; at < memory.length; at += 2 + width) {
    const [a, b] = [before[memory[at]!]!, before[memory[at + 1]!]!]
    if (gone.has(a) || gone.has(b)) continue
    const what = fromNumbers ? fromNumbers(memory.subarray(at + 2, at + 2 + width)) : pairing.compare(a, b)
    if (what !== undefined) pair(a, b, what)
  }
  for (const change of changes) index.put(change.before, change.now)
  index.recheck(dirty)
  return isAtLoss() ? undefined : index
}

/** An index of which no pairs are known yet. @param wanted keys that are looked up in it; all when left out */
function openPairIndex<What>(
  articles: readonly Facts[],
  { keysOf: findKeysOf, leastShared, mostHolders, compare, keep }: Pairing<What>,
  wanted?: ReadonlySet<number>,
) {
  let isAtLoss = false
  const keys = new WeakMap<Facts, readonly number[]>()
  const keysOf = (article: Facts): readonly number[] => {
    let own = keys.get(article)
    if (!own) keys.set(article, (own = [...findKeysOf(article)]))
    return own
  }
  const holders = new Map<number, Facts[]>()
  const pairs = new Map<Facts, Map<Facts, What>>()
  for (const article of articles) {
    for (const key of wanted ? findKeysOf(article) : keysOf(article)) {
      if (wanted && !wanted.has(key)) continue
      const some = holders.get(key)
      if (some) some.push(article)
      else holders.set(key, [article])
    }
  }
  /** Those that share enough with an article and that are wanted. */
  const partnersOf = (article: Facts, isWanted: (other: Facts) => boolean): Facts[] => {
    const shared = new Map<Facts, number>()
    const partners: Facts[] = []
    for (const key of keysOf(article)) {
      if (wanted && !wanted.has(key)) isAtLoss = true
      const some = holders.get(key)
      if (!some || some.length < 2 || some.length > mostHolders) continue
      for (const other of some) {
        if (other === article || !isWanted(other)) continue
        const count = (shared.get(other) ?? 0) + 1
        shared.set(other, count)
        if (count === leastShared) partners.push(other)
      }
    }
    return partners
  }
  /** The pairs of an article with those before it, as they were given last. */
  const lists = new Map<Facts, readonly Pair<What>[]>()
  const pair = (one: Facts, other: Facts, what: What) => {
    lists.delete(one)
    lists.delete(other)
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const) {
      const own = pairs.get(from)
      if (own) own.set(to, what)
      else pairs.set(from, new Map([[to, what]]))
    }
  }
  const join = (one: Facts, other: Facts) => {
    const isFirst = comparePaths(one.path, other.path) < 0
    const what = isFirst ? compare(one, other) : compare(other, one)
    if (what !== undefined) pair(one, other, what)
  }
  const part = (article: Facts) => {
    for (const other of pairs.get(article)?.keys() ?? []) {
      const theirs = pairs.get(other)!
      theirs.delete(article)
      lists.delete(other)
      if (theirs.size === 0) pairs.delete(other)
    }
    pairs.delete(article)
    lists.delete(article)
  }
  let sorted: Pair<What>[] | undefined
  const recheck = (some: Iterable<Facts>) => {
    const dirty = new Set(some)
    for (const article of dirty) part(article)
    for (const article of dirty)
      for (const other of partnersOf(article, (one) => !pairs.get(article)?.has(one))) join(article, other)
    sorted = undefined
  }
  const index: PairIndex<What> = {
    recheck,
    put(before, now) {
      const dirty = new Set<Facts>(now ? [now] : [])
      const change = (key: number, next: Facts[]) => {
        const then = holders.get(key)?.length ?? 0
        if (next.length > 0) holders.set(key, next)
        else holders.delete(key)
        if (then > mostHolders !== next.length > mostHolders) for (const one of next) dirty.add(one)
      }
      const touched = new Set([...(before ? keysOf(before) : []), ...(now ? keysOf(now) : [])])
      const kept = new Set(now ? keysOf(now) : [])
      for (const key of touched) {
        const next = (holders.get(key) ?? []).filter((one) => one !== before)
        if (now && kept.has(key)) next.push(now)
        change(key, next)
      }
      if (before) part(before)
      recheck(dirty)
    },
    *lists() {
      for (const [b, others] of pairs) {
        let list = lists.get(b)
        if (!list) {
          list = [...others]
            .flatMap(([a, what]) => (comparePaths(a.path, b.path) < 0 ? [{ a, b, what }] : []))
            .sort((one, other) => comparePaths(one.a.path, other.a.path))
          lists.set(b, list)
        }
        if (list.length > 0) yield list
      }
    },
    all: () =>
      (sorted ??= [...index.lists()]
        .flat()
        .sort((one, other) => comparePaths(one.a.path, other.a.path) || comparePaths(one.b.path, other.b.path))),
    memory(places) {
      const numbers: number[] = []
      for (const { a, b, what } of index.all())
        numbers.push(places.get(a)!, places.get(b)!, ...(keep?.toNumbers(what) ?? []))
      return Uint32Array.from(numbers)
    },
  }
  return { index, pair, join, partnersOf, isAtLoss: () => isAtLoss }
}
