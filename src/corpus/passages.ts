import type { Facts } from '../facts/facts.ts'
import { shingleSize } from '../facts/shingles.ts'
import type { Boilerplate } from './boilerplate.ts'
import type { Change } from './changes.ts'
import {
  createPairIndex,
  reopenPairIndex,
  type PairIndex,
  type PairMemory,
  type Pairing,
  type Pair,
} from './pair-index.ts'

/** A passage that two articles share: where it begins in the words of each body, and how long it is. */
export interface SharedPassage {
  inA: number
  inB: number
  words: number
  /** How many of these words are no boilerplate. */
  own: number
}

/** Two articles that share a passage. */
export type SharedPair = Pair<SharedPassage>

/** The longest passages that articles share, kept up to date. */
export interface PassageIndex {
  put: (before: Facts | undefined, now: Facts | undefined) => void
  /** As those of a pair index. */
  lists: PairIndex<SharedPassage>['lists']
  memory: PairIndex<SharedPassage>['memory']
}

/** A passage is found if it is longer by a shingle than so many shingles. */
const window = 16
/** A shingle that more articles have makes no pairs: the passage is known from others. */
const mostHolders = 64

/**
 * Opens an index over articles. Of each run of shingles only the least is looked up, so that few are kept and none that is
 * shared by a long passage is missed.
 *
 * Winnowing: Schleimer, Wilkerson and Aiken, Winnowing: local algorithms for document fingerprinting, 2003.
 *
 * @param articles each path once
 * @param minWords that are no boilerplate; at least as many as a window spans
 */
export function createPassageIndex(
  articles: readonly Facts[],
  minWords: number,
  boilerplate: Boilerplate,
): PassageIndex {
  return keptUpToDate(createPairIndex(articles, pairingOf(minWords, boilerplate)), articles, minWords, boilerplate)
}

/** As `reopenPairIndex`, where nothing has become boilerplate or ceased to be; nothing where a new index has to be made. */
export function reopenPassageIndex(
  before: readonly Facts[],
  memory: PairMemory,
  changes: readonly Change[],
  now: readonly Facts[],
  minWords: number,
  boilerplate: Boilerplate,
): PassageIndex | undefined {
  const pairs = reopenPairIndex(before, memory, changes, [], pairingOf(minWords, boilerplate))
  return pairs && keptUpToDate(pairs, now, minWords, boilerplate)
}

function keptUpToDate(
  first: PairIndex<SharedPassage>,
  articles: readonly Facts[],
  minWords: number,
  boilerplate: Boilerplate,
): PassageIndex {
  const known = new Set(articles)
  let state = boilerplate.state()
  let pairs = first
  const upToDate = () => {
    if (boilerplate.state() !== state) {
      state = boilerplate.state()
      pairs = createPairIndex([...known], pairingOf(minWords, boilerplate))
    }
    return pairs
  }
  return {
    put(before, now) {
      if (before) known.delete(before)
      if (now) known.add(now)
      pairs.put(before, now)
    },
    lists: () => upToDate().lists(),
    memory: (places) => upToDate().memory(places),
  }
}

function pairingOf(minWords: number, boilerplate: Boilerplate): Pairing<SharedPassage> {
  const least = Math.max(minWords, window + shingleSize - 1)
  return {
    keysOf: ({ shingles }) => [...winnowed(shingles)].filter((shingle) => !boilerplate.holds(shingle)),
    // A passage has so many windows that do not overlap, and each has a shingle that is looked up.
    leastShared: Math.max(1, Math.floor((least - shingleSize + 1) / window)),
    mostHolders,
    compare: (a, b) => longestShared(a, b, least, boilerplate),
    keep: {
      width: 4,
      toNumbers: ({ inA, inB, words, own }) => [inA, inB, words, own],
      fromNumbers: ([inA = 0, inB = 0, words = 0, own = 0]) => ({ inA, inB, words, own }),
    },
  }
}

/** The least shingle of each window, each once. */
function winnowed(shingles: Uint32Array): Set<number> {
  const chosen = new Set<number>()
  let least = -1
  for (let end = window; end <= shingles.length; end++) {
    const start = end - window
    if (least < start) {
      least = start
      for (let index = start + 1; index < end; index++) if (shingles[index]! <= shingles[least]!) least = index
    } else if (shingles[end - 1]! <= shingles[least]!) least = end - 1
    chosen.add(shingles[least]!)
  }
  return chosen
}

let lastAsked: { article: Facts; places: Map<number, number> } | undefined

/** Where each shingle stands first; an article is compared with many others in a row. */
function firstPlacesOf(article: Facts): Map<number, number> {
  if (lastAsked?.article !== article) {
    const places = new Map<number, number>()
    for (let index = article.shingles.length - 1; index >= 0; index--) places.set(article.shingles[index]!, index)
    lastAsked = { article, places }
  }
  return lastAsked.places
}

/** The longest passage of two articles that has enough words which are no boilerplate. */
function longestShared(a: Facts, b: Facts, least: number, boilerplate: Boilerplate): SharedPassage | undefined {
  const places = firstPlacesOf(b)
  let longest: Omit<SharedPassage, 'own'> | undefined
  for (let index = 0; index < a.shingles.length;) {
    const there = places.get(a.shingles[index]!)
    if (there === undefined) {
      index++
      continue
    }
    let length = 1
    while (index + length < a.shingles.length && a.shingles[index + length] === b.shingles[there + length]) length++
    const words = length + shingleSize - 1
    if (words >= least && words > (longest?.words ?? 0)) longest = { inA: index, inB: there, words }
    index += length
  }
  if (!longest) return undefined
  let own = 0
  const isOwn = boilerplate.ownWords(a)
  for (let index = longest.inA; index < longest.inA + longest.words; index++) own += isOwn[index]!
  return own >= least ? { ...longest, own } : undefined
}
