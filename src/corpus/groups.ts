import type { Facts } from '../facts/facts.ts'
import { comparePaths } from './by-path.ts'

/** What an article has that others may have too: a key, such as its title, with what is to be known of it there. */
export type KeysOf<Item> = (article: Facts) => Iterable<readonly [key: string, item: Item]>

/** Something that stands in an article. */
export interface Member<Item> {
  article: Facts
  item: Item
}

/** What is made of a group of more than one, in the order of the paths; undefined where it is of no interest. */
export type MadeOf<Item, Made> = (group: readonly Member<Item>[]) => Made | undefined

/** Articles by what they have in common, kept up to date. */
export interface Groups<Made> {
  put: (before: Facts | undefined, now: Facts | undefined) => void
  /** What was made of the groups; of one that is as it was, the same. */
  all: () => Iterable<Made>
}

/** Groups articles by their keys. @param articles in the order of their paths */
export function createGroups<Item, Made>(
  articles: readonly Facts[],
  keysOf: KeysOf<Item>,
  make: MadeOf<Item, Made>,
): Groups<Made> {
  const groups = new Map<string, Member<Item>[]>()
  for (const article of articles) {
    for (const [key, item] of keysOf(article)) {
      const group = groups.get(key)
      if (group) group.push({ article, item })
      else groups.set(key, [{ article, item }])
    }
  }
  const made = new Map<string, Made>()
  const toMake = new Set<string>()
  for (const [key, { length }] of groups) if (length > 1) toMake.add(key)
  const change = (key: string, members: Member<Item>[]) => {
    if (members.length > 0) groups.set(key, members)
    else groups.delete(key)
    toMake.add(key)
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
    all() {
      for (const key of toMake) {
        const group = groups.get(key)
        const now = group && group.length > 1 ? make(group) : undefined
        if (now === undefined) made.delete(key)
        else made.set(key, now)
      }
      toMake.clear()
      return made.values()
    },
  }
}
