import { stemsOfTitle } from '../../facts/claims.ts'
import type { Facts } from '../../facts/facts.ts'
import { stepOf, type ClaimIndex } from './claim-index.ts'
import { overlapOfClaims, type Overlap } from './likeness.ts'

/** Two claims of different articles that were compared, the first by path before the other. */
export interface ClaimPair<What> {
  a: number
  b: number
  what: What
}

/** What comparing claims has found, kept up to date. */
export interface ClaimPairs<What> {
  /** In the order of their paths. */
  all: () => readonly ClaimPair<What>[]
  /** What is worth keeping of it; nothing before they have been asked for. @param places of the articles that there are */
  memory: (places: ReadonlyMap<Facts, number>) => Uint32Array | undefined
}

/** How claims are compared. */
export interface Comparing<What> {
  /** Weight of the words of both over that of the words of either, by what they may give; more than 1 where they are not compared. */
  leastAlike: (gives: number, others: number) => number
  /** Weight of the words of both. */
  leastShared: number
  /**
   * Depends on nothing but the two claims, their articles, and what the index knows of the words of both and of their titles.
   *
   * @returns nothing where nothing is found
   */
  compare: (a: number, b: number, overlap: Overlap) => What | undefined
}

/** A word that more claims have tells none of them from others. */
const mostHolders = stepOf(150)
/** Of claims that have no other words, the rarest two are looked up all the same, if no more than that have them. */
const mostHoldersOfAny = stepOf(600)
/** Where more of the claims are to be looked at again, all are. */
const mostAgain = 0.25

/**
 * Opens the pairs of an index: all at first, then those of claims that are new or whose words say more or less than before.
 *
 * @param kept what is known of the articles as the index was opened with them: see {@link ClaimPairs.memory}
 * @param articles that `kept` is of, in the order of their paths
 */
export function createClaimPairs<What>(
  index: ClaimIndex,
  comparing: Comparing<What>,
  kept?: Uint32Array,
  articles: readonly Facts[] = [],
): ClaimPairs<What> {
  let pairs: readonly ClaimPair<What | undefined>[] | undefined
  let wereAsked = false
  if (kept) {
    index.takeChanges()
    pairs = unpackPairs(kept, articles, index)
  }
  /** Claims whose pairs have to be found; nothing where those of all have. */
  const claimsToCompare = (): Set<number> | undefined => {
    const changes = index.takeChanges()
    if (changes === 'all' || !pairs) return undefined
    const claims = new Set([...changes.claims].filter(index.isThere))
    // A title tells what all claims of its article are about.
    if (changes.stems.size > 0)
      for (const article of index.articles()) {
        if (!stemsOfTitle(article.claims).some((stem) => changes.stems.has(stem))) continue
        const [from, to] = index.claimsOf(article)
        for (let claim = from; claim < to; claim++) claims.add(claim)
      }
    return claims.size > mostAgain * index.end() ? undefined : claims
  }
  const compare = (one: number, other: number): ClaimPair<What> | undefined => {
    const overlap = overlapOfClaims(one, other, index)
    const least = comparing.leastAlike(index.gives(one), index.gives(other))
    if (overlap.shared < comparing.leastShared || overlap.jaccard < least) return undefined
    const [a, b] = index.inOrder(one, other) < 0 ? [one, other] : [other, one]
    const what = comparing.compare(a, b, overlap)
    return what && { a, b, what }
  }
  const all = (): readonly ClaimPair<What>[] => {
    wereAsked = true
    const again = claimsToCompare()
    if (again?.size === 0 && pairs!.every(({ what }) => what !== undefined)) return pairs as ClaimPair<What>[]
    const next: ClaimPair<What>[] = []
    if (again)
      for (const pair of pairs!) {
        if (!index.isThere(pair.a) || !index.isThere(pair.b) || again.has(pair.a) || again.has(pair.b)) continue
        const found = pair.what === undefined ? compare(pair.a, pair.b) : (pair as ClaimPair<What>)
        if (found) next.push(found)
      }
    const join = (one: number, other: number) => {
      const found = compare(one, other)
      if (found) next.push(found)
    }
    if (!again) eachCandidate(index, comparing, join)
    else if (again.size > 0) eachCandidateOf(again, index, join)
    pairs = next.sort((one, other) => index.inOrder(one.a, other.a) || index.inOrder(one.b, other.b))
    return next
  }
  return {
    all,
    memory(places) {
      if (!wereAsked) return undefined
      const numbers = all().flatMap(({ a, b }) =>
        [a, b].flatMap((claim) => [places.get(index.articleOf(claim))!, index.placeOf(claim)]),
      )
      return Uint32Array.from(numbers)
    },
  }
}

function unpackPairs(kept: Uint32Array, articles: readonly Facts[], index: ClaimIndex) {
  const claimAt = (at: number) => index.claimsOf(articles[kept[at]!]!)[0] + kept[at + 1]!
  return Array.from({ length: kept.length / 4 }, (_, pair) => ({
    a: claimAt(pair * 4),
    b: claimAt(pair * 4 + 2),
    what: undefined,
  }))
}

/**
 * Calls back with pairs of claims of different articles that may share enough to be about the same thing: an inverted index
 * over words, and of frequent words, which are not looked up, a bound on how much two claims may share (Chaudhuri, Ganti and
 * Kaushik, A primitive operator for similarity joins in data cleaning, 2006).
 */
function eachCandidate(
  index: ClaimIndex,
  { leastAlike, leastShared }: Pick<Comparing<unknown>, 'leastAlike' | 'leastShared'>,
  call: (a: number, b: number) => void,
): void {
  const { gives, articleOf, wordsOf, weightOfWord, stepOfWord, weightOfAll } = index
  const length = index.end()
  const holders = new Map<number, number[]>()
  const shared = new Float32Array(length)
  const frequent = new Float32Array(length)
  const mosts = new Int8Array(length)
  const met: number[] = []
  for (let claim = 0; claim < length; claim++) {
    if (!index.isThere(claim)) continue
    met.length = 0
    const words = wordsOf(claim)
    const most = mostLookedUp(words, index)
    mosts[claim] = most
    for (let at = 0; at < words.length; at++) {
      const word = words[at]!
      const step = stepOfWord(word)
      if (step === 0) continue
      if (step > most) {
        frequent[claim]! += weightOfWord(word)
        continue
      }
      const some = holders.get(word)
      if (!some) {
        holders.set(word, [claim])
        continue
      }
      const weight = weightOfWord(word)
      for (let place = 0; place < some.length; place++) {
        const other = some[place]!
        if (shared[other] === 0) met.push(other)
        shared[other]! += weight
      }
      some.push(claim)
    }
    const mine = weightOfAll(claim)
    const [own, article, bits] = [frequent[claim]!, articleOf(claim), gives(claim)]
    for (let place = 0; place < met.length; place++) {
      const other = met[place]!
      // A word that is frequent to either is so to the one that looks up fewer.
      const theirs = frequent[other]!
      const rest = mosts[other] === most ? Math.min(own, theirs) : most < mosts[other]! ? own : theirs
      const bound = shared[other]! + rest
      shared[other] = 0
      // Divided as in `overlapOfClaims`: rounded in another way, a pair right at the bound would be lost.
      if (bound < leastShared || bound / (mine + weightOfAll(other) - bound) < leastAlike(bits, gives(other))) continue
      if (articleOf(other) === article) continue
      call(other, claim)
    }
  }
}

/** Of the pairs of `eachCandidate`, those of some claims, and a few that share too little. */
function eachCandidateOf(some: ReadonlySet<number>, index: ClaimIndex, call: (a: number, b: number) => void): void {
  const holders = new Map<number, number[]>()
  const looksUp = (claim: number, word: number) => index.stepOfWord(word) <= mostLookedUp(index.wordsOf(claim), index)
  for (const claim of some) {
    for (const word of index.wordsOf(claim))
      if (!holders.has(word) && index.stepOfWord(word) > 0 && looksUp(claim, word)) holders.set(word, [])
  }
  const length = index.end()
  for (let claim = 0; claim < length; claim++) {
    if (!index.isThere(claim)) continue
    const words = index.wordsOf(claim)
    for (let at = 0; at < words.length; at++) {
      const held = holders.get(words[at]!)
      if (held && looksUp(claim, words[at]!)) held.push(claim)
    }
  }
  for (const claim of some) {
    const met = new Set<number>()
    for (const word of index.wordsOf(claim))
      if (looksUp(claim, word)) for (const other of holders.get(word) ?? []) met.add(other)
    for (const other of met) {
      if (index.articleOf(other) === index.articleOf(claim)) continue
      // Of two that are both looked at again, once.
      if (!some.has(other) || other < claim) call(other, claim)
    }
  }
}

/** Up to which step the words of a claim are looked up. */
function mostLookedUp(words: Int32Array, { stepOfWord }: ClaimIndex): number {
  let [first, second] = [Infinity, Infinity]
  for (let at = 0; at < words.length; at++) {
    const step = stepOfWord(words[at]!)
    if (step < first) [first, second] = [step, first]
    else if (step < second) second = step
  }
  return first <= mostHolders ? mostHolders : Math.min(second === Infinity ? first : second, mostHoldersOfAny)
}
