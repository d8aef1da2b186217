/** Things with a path, in the order of their paths, that others are put among and taken from. */
export interface ByPath<Item> {
  at: (path: string) => Item | undefined
  /** Puts an item in the place of the one with the same path, if there is one. */
  put: (path: string, item: Item) => void
  /** Whether there was one. */
  delete: (path: string) => boolean
  /** All of them, in order; not to be changed. */
  all: () => readonly Item[]
  /** Where the item with a path stands among all; there must be one. */
  indexOf: (path: string) => number
}

/** @param pathOf the path of an item; each path once */
export function createByPath<Item>(items: readonly Item[], pathOf: (item: Item) => string): ByPath<Item> {
  const known = new Map(items.map((item) => [pathOf(item), item]))
  let sorted: Item[] | undefined
  let places: Map<string, number> | undefined
  const all = () => (sorted ??= [...known.values()].sort((a, b) => comparePaths(pathOf(a), pathOf(b))))
  const indexOf = (path: string) => (places ??= new Map(all().map((item, index) => [pathOf(item), index]))).get(path)!
  return {
    at: (path) => known.get(path),
    put(path, item) {
      // Many new ones in a row are sorted once, when they are asked for.
      if (!known.has(path)) sorted = places = undefined
      else if (sorted) sorted[indexOf(path)] = item
      known.set(path, item)
    },
    delete(path) {
      if (!known.has(path)) return false
      sorted = places = undefined
      return known.delete(path)
    },
    all,
    indexOf,
  }
}

/** Compares by UTF-16 units, so that no locale changes a report. */
export function comparePaths(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
