import type { Facts } from '../facts/facts.ts'
import { comparePaths } from './by-path.ts'

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
  /** @returns nothing where they are no pair; it must not depend on which comes first */
  compare: (a: Facts, b: Facts) => What | undefined
}

/** Pairs of articles that share keys, kept up to date. */
export interface PairIndex<What> {
  put: (before: Facts | undefined, now: Facts | undefined) => void
  /** Compares articles again, as what comparing depends on has changed. */
  recheck: (articles: Iterable<Facts>) => void
  /** In the order of their paths. */
  all: () => readonly Pair<What>[]
}

/**
 * Finds all pairs by an inverted index over keys: no article is compared with one that it shares too little with.
 *
 * @param articles each path once
 */
export function createPairIndex<What>(
  articles: readonly Facts[],
  { keysOf: findKeysOf, leastShared, mostHolders, compare }: Pairing<What>,
): PairIndex<What> {
  const keys = new WeakMap<Facts, readonly number[]>()
  const keysOf = (article: Facts): readonly number[] => {
    let own = keys.get(article)
    if (!own) keys.set(article, (own = [...findKeysOf(article)]))
    return own
  }
  const holders = new Map<number, Facts[]>()
  const pairs = new Map<Facts, Map<Facts, What>>()
  for (const article of articles) {
    for (const key of keysOf(article)) {
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
  const join = (one: Facts, other: Facts) => {
    const isFirst = comparePaths(one.path, other.path) < 0
    const what = isFirst ? compare(one, other) : compare(other, one)
    if (what === undefined) return
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const) {
      const own = pairs.get(from)
      if (own) own.set(to, what)
      else pairs.set(from, new Map([[to, what]]))
    }
  }
  const part = (article: Facts) => {
    for (const other of pairs.get(article)?.keys() ?? []) {
      const theirs = pairs.get(other)!
      theirs.delete(article)
      if (theirs.size === 0) pairs.delete(other)
    }
    pairs.delete(article)
  }
  // Each with those before it: the holders of a key stand in the order of the articles.
  const done = new Set<Facts>()
  for (const article of articles) {
    for (const other of partnersOf(article, (one) => done.has(one))) join(article, other)
    done.add(article)
  }
  done.clear()

  let sorted: Pair<What>[] | undefined
  const recheck = (some: Iterable<Facts>) => {
    const dirty = new Set(some)
    for (const article of dirty) part(article)
    for (const article of dirty)
      for (const other of partnersOf(article, (one) => !pairs.get(article)?.has(one))) join(article, other)
    sorted = undefined
  }
  return {
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
    all: () =>
      (sorted ??= [...pairs]
        .flatMap(([a, others]) =>
          [...others].flatMap(([b, what]) => (comparePaths(a.path, b.path) < 0 ? [{ a, b, what }] : [])),
        )
        .sort((one, other) => comparePaths(one.a.path, other.a.path) || comparePaths(one.b.path, other.b.path))),
  }
}
