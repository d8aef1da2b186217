import type { Facts } from '../facts/facts.ts'
import type { Boilerplate } from './boilerplate.ts'
import { comparePaths } from './by-path.ts'
import { kinshipOf, looseBounds, type Kinship, type KinshipBounds } from './kinship.ts'
import { overlapOf } from './near-index.ts'

/** What pairs of articles are to each other: each is compared once, as long as neither changes. */
export interface Kinships {
  /** Nothing where they do not share much text, or only look alike. @param overlap as of {@link overlapOf}, if it is known */
  of: (a: Facts, b: Facts, overlap?: Overlap) => Kinship | undefined
  /** Forgets an article. */
  forget: (article: Facts) => void
  /** @param places of the articles that there are */
  memory: (places: ReadonlyMap<Facts, number>) => KinshipMemory
}

interface Overlap {
  jaccard: number
  containment: number
}

/** What is kept of kinships; articles are named by their places. */
export interface KinshipMemory {
  /** Pairs that are nothing to each other, two places each. */
  none: Uint32Array
  some: [a: number, b: number, Kinship][]
}

/**
 * @param known what is known, for articles that have not changed under the same boilerplate
 * @param articles that `known` is of; undefined where one has changed
 */
export function createKinships(
  bounds: KinshipBounds,
  boilerplate: Boilerplate,
  known?: KinshipMemory,
  articles: readonly (Facts | undefined)[] = [],
): Kinships {
  let state = boilerplate.state()
  /** By the article that comes first, and by both, so that either can be forgotten. */
  const kinships = new Map<Facts, Map<Facts, Kinship | undefined>>()
  const partners = new Map<Facts, Set<Facts>>()
  const set = (a: Facts, b: Facts, kinship: Kinship | undefined) => {
    const own = kinships.get(a)
    if (own) own.set(b, kinship)
    else kinships.set(a, new Map([[b, kinship]]))
    const theirs = partners.get(b)
    if (theirs) theirs.add(a)
    else partners.set(b, new Set([a]))
  }
  const remember = (a: Facts | undefined, b: Facts | undefined, kinship?: Kinship) => {
    if (a && b) set(a, b, kinship)
  }
  if (known) {
    for (let at = 0; at < known.none.length; at += 2) remember(articles[known.none[at]!], articles[known.none[at + 1]!])
    for (const [a, b, kinship] of known.some) remember(articles[a], articles[b], kinship)
  }
  return {
    of(one, other, overlap) {
      if (boilerplate.state() !== state) {
        state = boilerplate.state()
        kinships.clear()
        partners.clear()
      }
      const [a, b] = comparePaths(one.path, other.path) < 0 ? [one, other] : [other, one]
      const own = kinships.get(a)
      if (own?.has(b)) return own.get(b)
      const { jaccard, containment } = overlap ?? overlapOf(a, b)
      const isLoose = jaccard >= looseBounds.jaccard || containment >= looseBounds.containment
      const kinship = isLoose ? kinshipOf(a, b, { jaccard, containment }, bounds, boilerplate) : undefined
      set(a, b, kinship)
      return kinship
    },
    forget(article) {
      for (const other of kinships.get(article)?.keys() ?? []) partners.get(other)?.delete(article)
      for (const other of partners.get(article) ?? []) kinships.get(other)?.delete(article)
      kinships.delete(article)
      partners.delete(article)
    },
    memory(places) {
      const none: number[] = []
      const some: KinshipMemory['some'] = []
      for (const [one, others] of kinships) {
        const a = places.get(one)
        for (const [other, kinship] of others) {
          const b = places.get(other)
          if (a === undefined || b === undefined) continue
          if (kinship) some.push([a, b, kinship])
          else none.push(a, b)
        }
      }
      return { none: Uint32Array.from(none), some }
    },
  }
}
