import { claimAt, eachClaim, type Claim, type ClaimPlace } from '../../facts/claims.ts'
import type { Facts } from '../../facts/facts.ts'
import { stemOfEach } from '../../facts/terms.ts'
import { genericStems } from './generic-words.ts'

/** The claims of all articles side by side, and how much each word of theirs says. */
export interface ClaimIndex {
  length: number
  /** What a claim may give; see {@link mayGive}. */
  gives: (claim: number) => number
  articleOf: (claim: number) => Facts
  read: (claim: number) => Claim
  /** The claims of the article that has one: from, and up to but not with. */
  siblingsOf: (claim: number) => [from: number, to: number]
  /** Its place among the claims of its article. */
  placeOf: (claim: number) => number
  /** The distinct stems of a claim, as numbers of this index, sorted. */
  wordsOf: (claim: number) => Int32Array
  /** How much a word says, 0 to 9: the more, the fewer claims have it. */
  weightOf: (word: number) => number
  /** In how many claims a word stands. */
  countOf: (word: number) => number
  /** Whether a word is a name: written with a capital wherever it opens no sentence. */
  isName: (word: number) => boolean
  stemOfWord: (word: number) => number
  /** Whether any sentence of a help centre may have a word, whatever it is about. */
  isGeneric: (word: number) => boolean
  /** The words of a text, as numbers of this index; those that no claim has are left out. */
  wordsIn: (text: string) => number[]
  /** The number of a stem; undefined where no claim has it. */
  wordFor: (stem: number) => number | undefined
  /** Of all words of a claim together. */
  weightOfAll: (claim: number) => number
  /** The claims that have the very words of one, itself among them. */
  twinsOf: (claim: number) => readonly number[]
}

/** No word says more than that. */
const mostWeight = 9
const scale = 11
/** A word that any claim may have says so much less. */
const genericShare = 0.35
const nameShare = 0.75

/**
 * Puts claims side by side. The weight of a word falls with the logarithm of the share of claims that have it (inverse document
 * frequency: Spärck Jones, A statistical interpretation of term specificity, 1972), scaled by the size of the corpus, so that
 * bounds mean the same in one of 70 articles and of 40,000.
 */
export function createClaimIndex(articles: readonly Facts[]): ClaimIndex {
  const numbers = new Map<number, number>()
  const stems: number[] = []
  const counts: number[] = []
  const capitals: number[] = []
  const inside: number[] = []
  const owners: number[] = []
  const places: ClaimPlace[] = []
  const given: number[] = []
  const starts: number[] = []
  let words = new Int32Array(1 << 16)
  let end = 0
  const own: number[] = []
  const firsts: number[] = []
  articles.forEach(({ claims }, article) => {
    firsts.push(owners.length)
    eachClaim(claims, (place, gives, marked) => {
      owners.push(article)
      places.push(place)
      given.push(gives)
      starts.push(end)
      own.length = 0
      for (const mark of marked) {
        const stem = mark >>> 2
        let word = numbers.get(stem)
        if (word === undefined) {
          numbers.set(stem, (word = stems.push(stem) - 1))
          counts.push(0)
          capitals.push(0)
          inside.push(0)
        }
        if (mark & 2) inside[word]! += 1
        if (mark & 1) capitals[word]! += 1
        if (!own.includes(word)) own.push(word)
      }
      own.sort((a, b) => a - b)
      if (end + own.length > words.length) {
        const larger = new Int32Array(words.length * 2)
        larger.set(words)
        words = larger
      }
      words.set(own, end)
      end += own.length
      for (const word of own) counts[word]! += 1
    })
  })
  starts.push(end)
  firsts.push(owners.length)
  const length = owners.length
  const weights = Float32Array.from(stems, (stem, word) => {
    const weight = Math.min(mostWeight, (scale * Math.log(1 + length / counts[word]!)) / Math.log(1 + length / 2))
    return genericStems.has(stem) ? weight * genericShare : weight
  })
  const wordsOf = (claim: number) => words.subarray(starts[claim]!, starts[claim + 1]!)
  const totals = Float32Array.from({ length }, (_, claim) =>
    wordsOf(claim).reduce((sum, word) => sum + weights[word]!, 0),
  )
  let twins: Map<string, number[]> | undefined
  return {
    length,
    gives: (claim) => given[claim]!,
    articleOf: (claim) => articles[owners[claim]!]!,
    read: (claim) => claimAt(articles[owners[claim]!]!.claims, places[claim]!),
    siblingsOf: (claim) => [firsts[owners[claim]!]!, firsts[owners[claim]! + 1]!],
    placeOf: (claim) => places[claim]!.claim,
    wordsOf,
    wordsIn: (text) => stemOfEach(text.toLowerCase()).flatMap((stem) => (stem === 0 ? [] : (numbers.get(stem) ?? []))),
    stemOfWord: (word) => stems[word]!,
    isGeneric: (word) => genericStems.has(stems[word]!),
    weightOf: (word) => weights[word]!,
    countOf: (word) => counts[word]!,
    isName: (word) => inside[word]! > 0 && capitals[word]! >= nameShare * inside[word]!,
    wordFor: (stem) => numbers.get(stem),
    weightOfAll: (claim) => totals[claim]!,
    twinsOf: (claim) => (twins ??= twinsIn(length, wordsOf)).get(keyOf(wordsOf(claim)))!,
  }
}

const keyOf = (words: Int32Array) => words.join()

function twinsIn(length: number, wordsOf: (claim: number) => Int32Array): Map<string, number[]> {
  const twins = new Map<string, number[]>()
  for (let claim = 0; claim < length; claim++) {
    const key = keyOf(wordsOf(claim))
    const some = twins.get(key)
    if (some) some.push(claim)
    else twins.set(key, [claim])
  }
  return twins
}

/** A word that more claims have tells none of them from others. */
const mostHolders = 150
/** Of claims that have no other words, the rarest two are looked up all the same, if no more than that have them. */
const mostHoldersOfAny = 600

/** Which claims are to be compared. */
export interface Candidacy {
  /** Weight of the words of both over that of the words of either, by what they may give; more than 1 where they are not. */
  leastAlike: (gives: number, others: number) => number
  /** Weight of the words of both. */
  leastShared: number
}

/**
 * Calls back with pairs of claims of different articles that may share enough to be about the same thing: an inverted index
 * over words, and of frequent words, which are not looked up, a bound on how much two claims may share (Chaudhuri, Ganti and
 * Kaushik, A primitive operator for similarity joins in data cleaning, 2006).
 */
export function eachCandidate(
  index: ClaimIndex,
  { leastAlike, leastShared }: Candidacy,
  call: (a: number, b: number) => void,
): void {
  const { length, gives, articleOf, wordsOf, weightOf, countOf, weightOfAll } = index
  const holders = new Map<number, number[]>()
  const shared = new Float32Array(length)
  const frequent = new Float32Array(length)
  const met: number[] = []
  for (let claim = 0; claim < length; claim++) {
    met.length = 0
    const words = wordsOf(claim)
    const most = mostHoldersFor(words, countOf)
    for (let at = 0; at < words.length; at++) {
      const word = words[at]!
      const count = countOf(word)
      if (count < 2) continue
      if (count > most) {
        frequent[claim]! += weightOf(word)
        continue
      }
      const some = holders.get(word)
      if (!some) {
        holders.set(word, [claim])
        continue
      }
      const weight = weightOf(word)
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
      const bound = shared[other]! + Math.min(own, frequent[other]!)
      shared[other] = 0
      if (bound < leastShared || bound < leastAlike(bits, gives(other)) * (mine + weightOfAll(other) - bound)) continue
      if (articleOf(other) === article) continue
      call(other, claim)
    }
  }
}

/** How many claims may have a word of one that is looked up. */
function mostHoldersFor(words: Int32Array, countOf: (word: number) => number): number {
  let [first, second] = [Infinity, Infinity]
  for (let at = 0; at < words.length; at++) {
    const count = countOf(words[at]!)
    if (count < first) [first, second] = [count, first]
    else if (count < second) second = count
  }
  return first <= mostHolders ? mostHolders : Math.min(second === Infinity ? first : second, mostHoldersOfAny)
}
