import { claimAt, eachClaim, type Claim } from '../../facts/claims.ts'
import type { Facts } from '../../facts/facts.ts'
import { comparePaths } from '../by-path.ts'
import { genericStems } from './generic-words.ts'

/** The claims of all articles side by side, and how much each word of theirs says, kept up to date. */
export interface ClaimIndex {
  /** Puts the claims of an article in the place of those before. A claim keeps its number as long as its article does not change. */
  put: (before: Facts | undefined, now: Facts | undefined) => void
  /** What has changed since it was asked last. */
  takeChanges: () => ClaimChanges
  /** Whether so many claims are gone that a new index costs less than what this one drags along. */
  isWorn: () => boolean
  /** One more than the highest number of a claim; those in between whose article is gone are no claims any more. */
  end: () => number
  isThere: (claim: number) => boolean
  /** What a claim may give; see {@link mayGive}. */
  gives: (claim: number) => number
  articleOf: (claim: number) => Facts
  read: (claim: number) => Claim
  /** The articles that there are, in whatever order. */
  articles: () => Iterable<Facts>
  /** The claims of an article: from, and up to but not with. */
  claimsOf: (article: Facts) => readonly [from: number, to: number]
  /** Its place among the claims of its article. */
  placeOf: (claim: number) => number
  /** Negative where the first claim comes before the other by path, and in one article by place. */
  inOrder: (one: number, other: number) => number
  /** The distinct stems of a claim, sorted. */
  stemsOf: (claim: number) => readonly number[]
  /** The same as numbers of this index, sorted. */
  wordsOf: (claim: number) => Int32Array
  /** On what step a word stands that has this number, by how many claims have it; see {@link stepOf}. */
  stepOfWord: (word: number) => number
  weightOfWord: (word: number) => number
  isGenericWord: (word: number) => boolean
  isRareWord: (word: number) => boolean
  /** How much a stem says, 0 to 9: the more, the fewer claims have it. */
  weightOf: (stem: number) => number
  /** Whether few claims have it. */
  isRare: (stem: number) => boolean
  /** Whether it is a name: written with a capital wherever it opens no sentence. */
  isName: (stem: number) => boolean
  /** Of all words of a claim together. */
  weightOfAll: (claim: number) => number
  /** The claims that have the very words of one, itself among them, in the order of their paths. */
  twinsOf: (claim: number) => readonly number[]
}

/** What has changed in an index; `all` where every word may say more or less than before. */
export type ClaimChanges =
  | 'all'
  | {
      /** Claims that are new, or that have a word which is on another step; some may be gone. */
      claims: ReadonlySet<number>
      /** These words, as stems. */
      stems: ReadonlySet<number>
    }

/** Whether any sentence of a help centre may have a stem, whatever it is about. */
export const isGeneric = (stem: number): boolean => genericStems.has(stem)

/** No word says more than that. */
const mostWeight = 9
const scale = 11
/** A word that any claim may have says so much less. */
const genericShare = 0.35
const nameShare = 0.75
/** A word is rare that no more of the claims have. */
const rareShare = 0.01
const fewestRare = 8

/** Steps of a doubling: with finer ones, a change in one article would be felt by more of the others. */
const stepsOfDoubling = 4
/** The step of how many claims there are, or have a word: what is between two steps counts as the lower one. */
export const stepOf = (count: number): number => (count < 1 ? -1 : Math.floor(stepsOfDoubling * Math.log2(count)))
const countAt = (step: number): number => 2 ** (step / stepsOfDoubling)

/** Of such fractions a sum is the same in whatever order. */
const inFractions = (weight: number) => Math.round(weight * 64) / 64

/** What of an index grows with its claims. */
interface Columns {
  owners: Facts[]
  areThere: boolean[]
  /** The place of each among the claims of its article, and where its marks begin there. */
  places: number[]
  marks: number[]
  gives: number[]
  /** Where the words of each begin, and where the last ones end. */
  starts: number[]
  /** Of all its words, in whatever order. */
  hashes: number[]
  weights: number[]
}

/**
 * Puts claims side by side. The weight of a word falls with the logarithm of the share of claims that have it (inverse document
 * frequency: Spärck Jones, A statistical interpretation of term specificity, 1972), scaled by the size of the corpus, so that
 * bounds mean the same in one of 70 articles and of 40,000. It falls in steps, so that a change in one article leaves nearly all
 * words of the others as they are.
 */
export function createClaimIndex(articles: readonly Facts[]): ClaimIndex {
  const numbers = new Map<number, number>()
  const stems: number[] = []
  const counts: number[] = []
  const capitals: number[] = []
  const inside: number[] = []
  const generic: boolean[] = []
  const columns: Columns = {
    owners: [],
    areThere: [],
    places: [],
    marks: [],
    gives: [],
    starts: [0],
    hashes: [],
    weights: [],
  }
  let words = new Int32Array(1 << 16)
  const ranges = new Map<Facts, readonly [from: number, to: number]>()
  let alive = 0
  let isInOrder = true

  const numberOf = (stem: number): number => {
    let word = numbers.get(stem)
    if (word === undefined) {
      numbers.set(stem, (word = stems.push(stem) - 1))
      counts.push(0)
      capitals.push(0)
      inside.push(0)
      generic.push(isGeneric(stem))
    }
    return word
  }
  const own: number[] = []
  const count = (marked: Uint32Array, by: 1 | -1) => {
    own.length = 0
    for (const mark of marked) {
      const word = numberOf(mark >>> 2)
      if (mark & 2) inside[word]! += by
      if (mark & 1) capitals[word]! += by
      if (!own.includes(word)) own.push(word)
    }
    for (const word of own) counts[word]! += by
  }
  const add = (article: Facts) => {
    const from = columns.owners.length
    eachClaim(article.claims, (place, gives, marked) => {
      count(marked, 1)
      own.sort((a, b) => a - b)
      const start = columns.starts.at(-1)!
      if (start + own.length > words.length) {
        const larger = new Int32Array(words.length * 2)
        larger.set(words)
        words = larger
      }
      words.set(own, start)
      columns.owners.push(article)
      columns.areThere.push(true)
      columns.places.push(place.claim)
      columns.marks.push(place.at)
      columns.gives.push(gives)
      columns.starts.push(start + own.length)
      columns.hashes.push(hashOf(own, stems))
    })
    ranges.set(article, [from, columns.owners.length])
    alive += columns.owners.length - from
  }
  for (const article of articles) add(article)

  let size = stepOf(alive)
  let weightAt = weightsAt(size)
  const steps: number[] = []
  const weights: number[] = []
  const weighWord = (word: number) => {
    const step = stepOf(counts[word]!)
    steps[word] = step
    weights[word] = (generic[word]! ? weightAt.generic : weightAt.any)[step + 1]!
  }
  let rarest = rarestOf(size)
  const wordsOf = (claim: number) => words.subarray(columns.starts[claim]!, columns.starts[claim + 1]!)
  const weigh = (from: number) => {
    for (let claim = from; claim < columns.owners.length; claim++) columns.weights[claim] = weightOfClaim(claim)
  }
  const weightOfClaim = (claim: number) => {
    let sum = 0
    for (let at = columns.starts[claim]!; at < columns.starts[claim + 1]!; at++) sum += weights[words[at]!]!
    return sum
  }
  const weighAll = () => {
    for (let word = 0; word < stems.length; word++) weighWord(word)
    weigh(0)
  }
  weighAll()

  let changes: { claims: Set<number>; stems: Set<number> } | 'all' = 'all'
  /** By hash; most claims have words of their own. */
  let twins: Twins | undefined
  const isThere = (claim: number) => columns.areThere[claim]!
  const inOrder = (one: number, other: number) =>
    comparePaths(columns.owners[one]!.path, columns.owners[other]!.path) ||
    columns.places[one]! - columns.places[other]!
  const isNameWord = (word: number) => inside[word]! > 0 && capitals[word]! >= nameShare * inside[word]!
  return {
    put(before, now) {
      isInOrder = false
      const touched = new Set<number>()
      for (const article of [before, now]) {
        if (article)
          eachClaim(article.claims, (_place, _gives, marked) => {
            for (const mark of marked) touched.add(numberOf(mark >>> 2))
          })
      }
      const stepsBefore = new Map([...touched].map((word) => [word, stepOf(counts[word]!)]))
      if (before) {
        const [from, to] = ranges.get(before) ?? [0, 0]
        eachClaim(before.claims, (_place, _gives, marked) => count(marked, -1))
        for (let claim = from; claim < to; claim++) {
          columns.areThere[claim] = false
          if (twins) removeTwin(twins, claim, columns.hashes)
        }
        ranges.delete(before)
        alive -= to - from
      }
      const first = columns.owners.length
      if (now) add(now)
      for (let claim = first; twins && claim < columns.owners.length; claim++) addTwin(twins, claim, columns.hashes)
      if (stepOf(alive) !== size) {
        size = stepOf(alive)
        weightAt = weightsAt(size)
        rarest = rarestOf(size)
        changes = 'all'
        weighAll()
        return
      }
      const changed = new Uint8Array(stems.length)
      const changedStems: number[] = []
      for (const [word, step] of stepsBefore) {
        weighWord(word)
        if (steps[word] === step) continue
        changed[word] = 1
        changedStems.push(stems[word]!)
      }
      const claims: number[] = []
      for (let claim = 0; changedStems.length > 0 && claim < first; claim++) {
        for (let at = columns.starts[claim]!; at < columns.starts[claim + 1]!; at++)
          if (changed[words[at]!] === 1) {
            columns.weights[claim] = weightOfClaim(claim)
            claims.push(claim)
            break
          }
      }
      weigh(first)
      for (let claim = first; claim < columns.owners.length; claim++) claims.push(claim)
      if (changes === 'all') return
      for (const claim of claims) changes.claims.add(claim)
      for (const stem of changedStems) changes.stems.add(stem)
    },
    takeChanges() {
      const taken = changes
      changes = { claims: new Set(), stems: new Set() }
      return taken
    },
    isWorn: () => columns.owners.length - alive > 1000 + alive / 4,
    end: () => columns.owners.length,
    isThere,
    gives: (claim) => columns.gives[claim]!,
    articles: () => ranges.keys(),
    articleOf: (claim) => columns.owners[claim]!,
    read: (claim) =>
      claimAt(columns.owners[claim]!.claims, { claim: columns.places[claim]!, at: columns.marks[claim]! }),
    claimsOf: (article) => ranges.get(article) ?? [0, 0],
    placeOf: (claim) => columns.places[claim]!,
    inOrder,
    stemsOf: (claim) => Array.from(wordsOf(claim), (word) => stems[word]!).sort((a, b) => a - b),
    wordsOf,
    stepOfWord: (word) => steps[word]!,
    weightOfWord: (word) => weights[word]!,
    isGenericWord: (word) => generic[word]!,
    isRareWord: (word) => steps[word]! <= rarest,
    weightOf: (stem) => weights[numbers.get(stem) ?? -1] ?? 0,
    isRare: (stem) => (steps[numbers.get(stem) ?? -1] ?? -1) <= rarest,
    isName(stem) {
      const word = numbers.get(stem)
      return word !== undefined && isNameWord(word)
    },
    weightOfAll: (claim) => columns.weights[claim]!,
    twinsOf(claim) {
      if (!twins) {
        twins = new Map()
        for (let one = 0; one < columns.owners.length; one++) if (isThere(one)) addTwin(twins, one, columns.hashes)
      }
      const own = wordsOf(claim)
      const found = [twins.get(columns.hashes[claim]!)!].flat().filter((one) => areEqual(wordsOf(one), own))
      return isInOrder ? found : found.sort(inOrder)
    },
  }
}

type Twins = Map<number, number | number[]>

function addTwin(twins: Twins, claim: number, hashes: readonly number[]): void {
  const some = twins.get(hashes[claim]!)
  if (some === undefined) twins.set(hashes[claim]!, claim)
  else if (typeof some === 'number') twins.set(hashes[claim]!, [some, claim])
  else some.push(claim)
}

function removeTwin(twins: Twins, claim: number, hashes: readonly number[]): void {
  const some = twins.get(hashes[claim]!)
  if (typeof some === 'object') some.splice(some.indexOf(claim), 1)
  else twins.delete(hashes[claim]!)
}

/** What a word weighs by its step, from that of no claim on: one that any sentence may have, and any other. */
function weightsAt(size: number): { any: number[]; generic: number[] } {
  const all = countAt(size)
  const any = Array.from({ length: size + 3 }, (_, place) =>
    Math.min(mostWeight, (scale * Math.log(1 + all / countAt(Math.max(0, place - 1)))) / Math.log(1 + all / 2)),
  )
  any[0] = 0
  return { any: any.map(inFractions), generic: any.map((weight) => inFractions(weight * genericShare)) }
}

const rarestOf = (size: number) => Math.max(stepOf(fewestRare), stepOf(rareShare * countAt(size)))

/** The same for the same words in whatever order; seldom for others. */
function hashOf(words: readonly number[], stems: readonly number[]): number {
  let hash = 0
  for (const word of words) hash = (hash + Math.imul(stems[word]! ^ (stems[word]! >>> 15), 0x9e3779b1)) | 0
  return hash
}

function areEqual(a: Int32Array, b: Int32Array): boolean {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false
  return true
}
