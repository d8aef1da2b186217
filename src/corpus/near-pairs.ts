import type { Facts } from '../facts/facts.ts'
import { shingleSize } from '../facts/shingles.ts'

/** A shingle that stands in more articles than this is boilerplate. */
const common = 200

/** Two articles that share text; `a` and `b` are indices into the articles given. */
export interface NearPair {
  a: number
  b: number
  /** Shared shingles over all shingles of both. */
  jaccard: number
  /** Shared shingles over those of the shorter. */
  containment: number
}

/**
 * Pairs of articles whose Jaccard similarity or containment of word shingles reaches a bound, verified on the whole sets.
 *
 * Candidates come from an inverted index over the shingles. Of a shingle that stands in very many articles only the first
 * is a candidate, so that of hundreds of copies each is paired with one and not with all.
 *
 * @param bounds `jaccard` and `containment` from 0 to 1; `minWords`: compared words that the shorter must have
 */
export function nearPairs(
  articles: Facts[],
  bounds: { jaccard: number; containment: number; minWords: number },
): NearPair[] {
  const least = Math.max(1, bounds.minWords - (shingleSize - 1))
  const sets = articles.map((article) => new Set(article.shingles))
  const postings = new Map<number, number[]>()
  sets.forEach((set, index) => {
    if (set.size < least) return
    for (const shingle of set) {
      const posting = postings.get(shingle)
      if (posting) posting.push(index)
      else postings.set(shingle, [index])
    }
  })
  const pairs: NearPair[] = []
  sets.forEach((set, b) => {
    if (set.size < least) return
    const shared = new Map<number, number>()
    for (const shingle of set) {
      const posting = postings.get(shingle)!
      // Of boilerplate only the first article is tried: enough to tie hundreds of copies of one text together.
      const tried = posting.length > common ? posting.slice(0, 1) : posting
      for (const a of tried) {
        if (a >= b) break
        shared.set(a, (shared.get(a) ?? 0) + 1)
      }
    }
    for (const [a, rare] of shared) {
      // Half of the bound in rare shingles is enough to look closely: the rest may be boilerplate.
      const smaller = Math.min(sets[a]!.size, set.size)
      if (rare * 2 < smaller * Math.min(bounds.jaccard, bounds.containment)) continue
      const both = sharedCount(sets[a]!, set)
      const jaccard = both / (sets[a]!.size + set.size - both)
      const containment = both / smaller
      if (jaccard >= bounds.jaccard || containment >= bounds.containment) pairs.push({ a, b, jaccard, containment })
    }
  })
  return pairs.sort((x, y) => x.a - y.a || x.b - y.b)
}

/**
 * The articles that pairs tie together, directly or through others: for each index, the least index of its group.
 *
 * @param size number of articles
 */
export function groupsOf(size: number, pairs: readonly { a: number; b: number }[]): number[] {
  const parents = Array.from({ length: size }, (_, index) => index)
  const rootOf = (index: number): number => {
    let root = index
    while (parents[root] !== root) root = parents[root] = parents[parents[root]!]!
    return root
  }
  for (const { a, b } of pairs) {
    const [first, second] = [rootOf(a), rootOf(b)]
    parents[Math.max(first, second)] = Math.min(first, second)
  }
  return parents.map((_, index) => rootOf(index))
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

function sharedCount(a: Set<number>, b: Set<number>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  let count = 0
  for (const shingle of small) if (large.has(shingle)) count++
  return count
}
