import type { Facts } from '../facts/facts.ts'
import { comparePaths } from './by-path.ts'

/** What an article has that others may have too: a key, such as its title, with what is to be known of it there. */
export type KeysOf<Item> = (article: Facts) => Iterable<readonly [key: string, item: Item]>

/** Something that stands in an article. */
export interface Member<Item> {
  article: Facts
  item: Item
}

/** Articles by what they have in common, kept up to date. */
export interface Groups<Item> {
  put: (before: Facts | undefined, now: Facts | undefined) => void
  /** Groups of more than one, each in the order of the paths; one that is as it was is the same list. */
  all: () => Iterable<readonly Member<Item>[]>
}

/** Groups articles by their keys. @param articles in the order of their paths */
export function createGroups<Item>(articles: readonly Facts[], keysOf: KeysOf<Item>): Groups<Item> {
  const groups = new Map<string, Member<Item>[]>()
  for (const article of articles) {
    for (const [key, item] of keysOf(article)) {
      const group = groups.get(key)
      if (group) group.push({ article, item })
      else groups.set(key, [{ article, item }])
    }
  }
  const shared = new Set<string>()
  for (const [key, { length }] of groups) if (length > 1) shared.add(key)
  const change = (key: string, members: Member<Item>[]) => {
    if (members.length > 0) groups.set(key, members)
    else groups.delete(key)
    if (members.length > 1) shared.add(key)
    else shared.delete(key)
  }
  return {
    put(before, now) {
      const keys = new Map<string, Member<Item>[]>()
      if (before) for (const [key] of keysOf(before)) keys.set(key, [])
      for (const [key, item] of now ? keysOf(now) : []) {
        const own = keys.get(key)
        if (own) own.push({ article: now!, item })
        else keys.set(key, [{ article: now!, item }])
      }
      const path = (before ?? now)!.path
      for (const [key, own] of keys) {
        const others = (groups.get(key) ?? []).filter(({ article }) => article.path !== path)
        const place = others.findIndex(({ article }) => comparePaths(article.path, path) > 0)
        others.splice(place < 0 ? others.length : place, 0, ...own)
        change(key, others)
      }
    },
    *all() {
      for (const key of shared) yield groups.get(key)!
    },
  }
}
