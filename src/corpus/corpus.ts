import type { Facts } from '../facts/facts.ts'
import { createByPath, type ByPath } from './by-path.ts'
import { createGroups, type Groups, type KeysOf, type MadeOf } from './groups.ts'
import { createLinkIndex, leadsAlike, type BrokenLink, type LinkIndex } from './links.ts'
import {
  createNearIndex,
  reopenNearIndex,
  type NearBounds,
  type NearGroup,
  type NearIndex,
  type NearMemory,
} from './near-index.ts'

/** The facts of all articles, and what is known of them together. Rules only read it. */
export interface Corpus {
  /** In the order of their paths. */
  readonly articles: readonly Facts[]
  /** The article at a path. */
  at: (path: string) => Facts | undefined
  /** Where the article at a path stands among all. */
  indexOf: (path: string) => number
  /** Articles that share most of their text, in groups; a group that has not changed is the same object as before. */
  near: (bounds: NearBounds) => NearGroup[]
  /** The articles of which something holds, in the order of their paths. @param holds the same function each time */
  having: (holds: (article: Facts) => boolean) => readonly Facts[]
  /**
   * What is made of articles that have something in common, in groups of more than one.
   *
   * @param keysOf what of an article counts
   * @param make of a group that has not changed, what was made before is given again; both the same functions each time
   */
  groupedBy: <Item, Made>(keysOf: KeysOf<Item>, make: MadeOf<Item, Made>) => Iterable<Made>
  /** The links that lead to nothing that is there. */
  brokenLinks: () => BrokenLink[]
  /** What a broken link may have meant, as it would be written there. */
  nearestTarget: (broken: BrokenLink) => string | undefined
  /** What is worth keeping of it, for a corpus that differs in a few articles. */
  memory: () => CorpusMemory
}

/** What is kept of a corpus. */
export interface CorpusMemory {
  /** In the order of their paths. */
  articles: readonly Facts[]
  /** By the bounds that were asked for. */
  near: ReadonlyMap<string, NearMemory>
}

/** A corpus that articles are put into and taken from. */
export interface ChangingCorpus extends Corpus {
  put: (facts: Facts) => void
  delete: (path: string) => void
}

/**
 * Opens a corpus over articles, none or many. What a rule asks of it is worked out when it is asked first, and kept up to
 * date from then on.
 *
 * @param facts in any order, each path once
 * @param before of a corpus with most of these facts, the same objects: then only what changed is worked out
 */
export function createCorpus(facts: readonly Facts[] = [], before?: CorpusMemory): ChangingCorpus {
  const articles = createByPath(facts, ({ path }) => path)
  const indices = new Map<string, NearIndex>()
  const grouped = new Map<unknown, Groups<unknown>>()
  const chosen = new Map<(article: Facts) => boolean, ByPath<Facts>>()
  let linkIndex: LinkIndex | undefined
  const links = () => (linkIndex ??= createLinkIndex(articles.all()))
  let hasChanged = false
  /** What was made for articles that stay as they are is of no use once they do not. */
  const willChange = () => {
    if (!hasChanged) indices.clear()
    hasChanged = true
  }
  return {
    get articles() {
      return articles.all()
    },
    at: articles.at,
    indexOf: articles.indexOf,
    near(bounds) {
      const key = JSON.stringify(Object.entries(bounds).sort())
      let index = indices.get(key)
      if (!index || index.isWorn()) {
        const known = hasChanged ? undefined : before?.near.get(key)
        index =
          (known && reopenNearIndex(before!.articles, known, articles.all(), bounds)) ??
          createNearIndex(articles.all(), bounds, hasChanged)
        indices.set(key, index)
      }
      return index.groups()
    },
    having(holds) {
      let some = chosen.get(holds)
      if (!some) chosen.set(holds, (some = createByPath(articles.all().filter(holds), ({ path }) => path)))
      return some.all()
    },
    groupedBy<Item, Made>(keysOf: KeysOf<Item>, make: MadeOf<Item, Made>) {
      let groups = grouped.get(make) as Groups<Made> | undefined
      if (!groups) grouped.set(make, (groups = createGroups(articles.all(), keysOf, make)))
      return groups.all()
    },
    brokenLinks: () => links().broken(),
    nearestTarget: (broken) => links().nearest(broken),
    memory: () => ({
      articles: articles.all(),
      near: new Map([...indices].map(([key, index]) => [key, index.memory()])),
    }),
    put(one) {
      willChange()
      const before = articles.at(one.path)
      if (before && leadsAlike(before, one)) linkIndex?.put(before, one)
      else linkIndex = undefined
      for (const groups of grouped.values()) groups.put(before, one)
      for (const [holds, some] of chosen) {
        if (holds(one)) some.put(one.path, one)
        else some.delete(one.path)
      }
      articles.put(one.path, one)
      for (const index of indices.values()) index.put(one.path, one)
    },
    delete(path) {
      const before = articles.at(path)
      if (!articles.delete(path)) return
      for (const groups of grouped.values()) groups.put(before, undefined)
      for (const some of chosen.values()) some.delete(path)
      willChange()
      linkIndex = undefined
      for (const index of indices.values()) index.put(path, undefined)
    },
  }
}
