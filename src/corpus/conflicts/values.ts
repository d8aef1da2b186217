import { mayGive } from '../../facts/claims.ts'
import { disagree, isComparable, type Value } from '../../facts/values.ts'
import { meaningOf } from '../../facts/meanings.ts'
import { stemsOf } from '../../facts/terms.ts'
import { isGeneric, type ClaimIndex } from './claim-index.ts'
import type { Found } from './conflict.ts'
import { placeholder } from './contacts.ts'
import type { Likeness, Tier } from './likeness.ts'
import { seen } from './answers.ts'
import { areOfOneSentence } from './sentences.ts'
import { polarityOf } from './polarity.ts'
import { has } from './sorted.ts'
import { tokensIn, type Reading } from './reading.ts'

/** Two claims about the same thing of which one gives another value than the other, and only in one place. */
export function valueConflict(
  a: Reading,
  b: Reading,
  ofAll: Tier | undefined,
  likeness: Likeness,
  index: ClaimIndex,
): Found | undefined {
  if (a.values.length === 0 || b.values.length === 0) return undefined
  let tier = ofAll ?? 'loose'
  let clauses: [string, string] | undefined
  if (!rowsMeet(a, b, tier)) return undefined
  if ((a.isInstruction && seen.test(a.context)) || (b.isInstruction && seen.test(b.context))) return undefined
  const isVerbatim = likeness.jaccard >= verbatim
  const rest = unmatched(a.values, b.values, isVerbatim)
  if (!rest) return ofAll && addressMore(a, b, ofAll, likeness)
  const [one, other] = rest
  if (ofAll !== 'same') {
    const own: [string, string] = [clauseAt(a, one), clauseAt(b, other)]
    const ofClauses = tierOfClauses(own, a, b, index)
    if (ofClauses) [tier, clauses] = [ofClauses, own]
    else if (!ofAll) return undefined
  }
  // A cell is told by its headers; another row is another thing.
  if (one.isRough && other.isRough && tier === 'loose') return undefined
  const kind = kindOf(one)
  const isVague = pointing.test(a.quote) || pointing.test(b.quote) || a.isInstruction
  const isCell = (a.gives & b.gives & mayGive.cell) !== 0
  if (likeness.specific < 7) {
    if (isVague && kind !== 'contact') return undefined
    // Word for word the same, a cell or an address needs no word of its own.
    const isSentence = likeness.jaccard >= 0.95 && areOfOneSentence(a, b)
    if ((isCell || kind === 'contact') && !isSentence) return undefined
  }
  if (kind === 'contact' && (tier !== 'same' || placeholder.test(one.key) || placeholder.test(other.key)))
    return undefined
  if (one.kind === 'version' && !(requiring.test(a.quote) && requiring.test(b.quote))) return undefined
  if (one.dimension === 'year' && !isVerbatim) return undefined
  if (!boundsMeet(one, other)) return undefined
  if (!isVerbatim && denies(clauseAt(a, one)) !== denies(clauseAt(b, other))) return undefined
  if (countClocks(a) > 2 || countClocks(b) > 2) return undefined
  if (tier === 'loose' && (a.isInstruction || b.isInstruction || a.values.length > 2 || b.values.length > 2))
    return undefined
  if (one.kind === 'number') {
    const [near, far] = [aroundValue(a.quote, one), aroundValue(b.quote, other)]
    const isBare = one.dimension === ''
    if (isBare && !headsAgree(near, far)) return undefined
    if (!isBare && tier !== 'same' && !wordsAgree(near, far, a, b)) return undefined
    if (one.dimension === 'clock' && tier === 'loose') return undefined
    if (isBare && !isVerbatim && tier !== 'same' && (introduces(a.quote, one) || introduces(b.quote, other)))
      return undefined
    if (isBare && (isOrdinal(a.quote, one) || isOrdinal(b.quote, other))) return undefined
  }
  return {
    kind,
    values: [one.text, other.text],
    confidence: confidenceOf(tier, likeness),
    ...(clauses ? { clauses } : {}),
    ...(isVerbatim && likeness.specific >= 13 ? { isVerbatim } : {}),
  }
}

/** From so much on two claims are in the same words. */
const verbatim = 0.85

/** So many words say what a measure is of, however often others have them. */
const fewestOfMeasure = 3

/** Whether two claims give as many measures of one kind, one each, and in whole sentences. */
export function areMeasured(a: Reading, b: Reading): boolean {
  const [[one, ...more], [other, ...others]] = [a.values, b.values]
  if (!one || !other || more.length > 0 || others.length > 0) return false
  if (a.isInstruction || b.isInstruction || (a.gives | b.gives) & mayGive.cell) return false
  const isMeasure = one.dimension !== '' || (one.bound !== undefined && other.bound !== undefined)
  return isMeasure && isComparable(one, other) && Math.min(a.stems.length, b.stems.length) >= fewestOfMeasure
}

/** Whether a sentence says what is not so. */
const denies = (quote: string) => polarityOf(quote).denied.size > 0

const countClocks = ({ values }: Reading) => values.filter(({ dimension }) => dimension === 'clock').length

/** The clause in which a value stands. */
function clauseAt({ quote }: Reading, { start, end }: Value): string {
  const before = quote.slice(0, start).split(boundary).at(-1)!
  return before + quote.slice(start, end) + quote.slice(end).split(boundary)[0]!
}

/** Where another clause begins. */
const boundary =
  /[;:—–]\s|,\s(?=(?:and|but|so|or|which|while|whereas|after which|as|because|since|then|if|unless|until|when)\b)|\s(?=(?:and then|so that|before|after|until)\s)/

/** How sure one may be by the clauses alone: what else the sentences say may differ. */
function tierOfClauses([one, other]: [string, string], a: Reading, b: Reading, index: ClaimIndex): Tier | undefined {
  const [mine, yours] = [stemsInClause(one, a), stemsInClause(other, b)]
  let [shared, specific, all, rare] = [0, 0, 0, 0]
  for (const stem of new Set([...mine, ...yours])) {
    const weight = index.weightOf(stem)
    all += weight
    if (!mine.has(stem) || !yours.has(stem)) continue
    shared += weight
    if (isGeneric(stem)) continue
    specific += weight
    if (index.isRare(stem)) rare++
  }
  const alike = shared / (all || 1)
  if (alike >= 0.8 && specific >= 13 && rare >= 1) return 'same'
  return alike >= 0.6 && specific >= 13 && rare >= 2 ? 'close' : undefined
}

/** The stems of a clause that are of the subject of its claim. */
const stemsInClause = (clause: string, { stems }: Reading) =>
  new Set(stemsOf(clause.replace(/\d/g, ' ')).filter((stem) => has(stems, stem)))

/** `This may take ten minutes`: about what stands before. */
const pointing =
  /^(?:this|that|these|those|it|they|their|its|he|she|his|her|the (?:process|following|default|link|result|problem|issue|time|error)|result|if|when|here|there|then|however|in this)\b/i

/** Says which versions will do; anywhere else a version is part of a name. */
const requiring =
  /\b(?:requires?|required|need|needs|minimum|minimal|supports?|supported|at least|compatible|or (?:later|newer|above|higher|greater|earlier|older)|and (?:later|newer|above|higher)|onwards?|since|latest|current)\b/i

function kindOf({ kind }: Value): Found['kind'] {
  if (kind === 'date') return 'date'
  if (kind === 'email' || kind === 'url' || kind === 'phone') return 'contact'
  return 'number'
}

/** `Nine languages: en, fr, …`: how many there are is said by the list. */
const introduces = (quote: string, { end }: Value) => /^[^:]{0,60}:\s[^:]*,[^:]*,/.test(quote.slice(end))

/** A cell speaks of what its row and its column name; another row is another thing. */
function rowsMeet(a: Reading, b: Reading, tier: Tier): boolean {
  const [cellA, cellB] = [(a.gives & mayGive.cell) !== 0, (b.gives & mayGive.cell) !== 0]
  if (!cellA && !cellB) return true
  if (tier === 'loose') return false
  if (cellA !== cellB) return true
  const [rowA, rowB] = [a.quote, b.quote].map((quote) =>
    quote
      .split(':')[0]!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}|]+/gu, ' '),
  )
  return rowA === rowB
}

/** Two claims that give the same address, and one of them another one of the same host. */
function addressMore(a: Reading, b: Reading, tier: Tier, likeness: Likeness): Found | undefined {
  const [mine, yours] = [a, b].map(({ values }) => values.filter(({ kind }) => kind === 'url'))
  const fresh = (some: Value[], others: Value[]) => some.filter(({ key }) => !others.some((other) => other.key === key))
  const [onlyA, onlyB] = [fresh(mine!, yours!), fresh(yours!, mine!)]
  if (onlyA.length + onlyB.length !== 1 || tier === 'loose') return undefined
  const extra = onlyA[0] ?? onlyB[0]!
  const host = (key: string) => key.split('/')[0]
  if (!(onlyA.length > 0 ? yours! : mine!).some(({ key }) => host(key) === host(extra.key))) return undefined
  const values = (some: Value[]) => some.map(({ text }) => text).join(', ')
  return { kind: 'contact', values: [values(mine!), values(yours!)], confidence: confidenceOf(tier, likeness) }
}

/** `1. …`, `step 3`, `(2)`. */
const isOrdinal = (quote: string, { start, end }: Value) => /^\(?\d+[.)]/.test(quote.slice(start, end + 1)) && start < 2

/**
 * The one value of each side that the other does not give, if there is just one pair of them of the same kind.
 */
function unmatched(mine: readonly Value[], yours: readonly Value[], isStrict: boolean): [Value, Value] | undefined {
  const isSame = (value: Value, other: Value) => isComparable(value, other) && !disagree(value, other, isStrict)
  const freeYours = new Set(yours)
  const left: Value[] = []
  for (const value of mine) {
    const same = [...freeYours].find((other) => isSame(value, other))
    if (same) freeYours.delete(same)
    else left.push(value)
  }
  // What one side gives twice is given by the other too.
  const missing = left.filter((value) => !yours.some((other) => isSame(value, other)))
  const extra = [...freeYours].filter((value) => !mine.some((other) => isSame(value, other)))
  const pairs: [Value, Value][] = []
  for (const value of distinct(missing)) {
    const others = distinct(extra).filter((other) => isComparable(value, other))
    if (others.length > 1) return undefined
    if (others.length === 1) {
      if (distinct(missing).filter((one) => isComparable(one, others[0]!)).length > 1) return undefined
      pairs.push([value, others[0]!])
    }
  }
  return pairs.length === 1 ? pairs[0] : undefined
}

/** The first of each that say the same: `within 90 days … after 90 days`. */
const distinct = (values: readonly Value[]) =>
  values.filter((value, n) => values.findIndex((other) => isComparable(value, other) && !disagree(value, other)) === n)

/** `At most five` and `at least two` are both right. */
function boundsMeet(a: Value, b: Value): boolean {
  return a.bound === undefined || b.bound === undefined || a.bound === b.bound
}

/** The stems that stand near a value. */
interface Surroundings {
  /** After it, up to the first word of grammar. */
  after: number[]
  before: number[]
  /** Whether it names a thing, and does not count some: `port 1433`. */
  isLabel: boolean
}

function aroundValue(quote: string, { start, end }: Value): Surroundings {
  const tokens = tokensIn(quote)
  const after: number[] = []
  // `95 of our sites`.
  const from = end + (/^\sof\s(?:our|the|these|those|your|all|its)(?=\s)/i.exec(quote.slice(end))?.[0].length ?? 0)
  for (const token of tokens) {
    if (token.start < from) continue
    if (token.stem === 0 && !/^of$/i.test(quote.slice(token.start, token.end))) break
    if (/[.,;:()]/.test(quote.slice(from, token.start)) && after.length === 0) break
    if (token.stem !== 0) after.push(token.stem)
    if (after.length === 3 || token.start > end + 40) break
  }
  const preceding = tokens.filter((token) => token.end <= start)
  const last = preceding.at(-1)
  const isLabel = after.length === 0 && last !== undefined && last.stem !== 0 && quote.slice(last.end, start) === ' '
  const before = preceding
    .filter(({ stem }) => stem !== 0)
    .slice(-3)
    .map(({ stem }) => stem)
  return { after, before, isLabel }
}

/** Whether what is counted is the same. */
function headsAgree(a: Surroundings, b: Surroundings): boolean {
  if (a.after.length > 0 && b.after.length > 0) return a.after.some((stem) => b.after.includes(stem))
  if (a.isLabel ? b.after.length > 0 : b.isLabel && a.after.length > 0) return false
  const [mine, yours] = [a.after.length > 0 ? a.after : a.before, b.after.length > 0 ? b.after : b.before]
  return mine.some((stem) => yours.includes(stem))
}

/** Whether the words beside two measures have one in common, or one that stands above the other. */
function wordsAgree(a: Surroundings, b: Surroundings, readingA: Reading, readingB: Reading): boolean {
  const knows = (reading: Reading, stem: number) =>
    has(reading.stems, stem) || reading.around.has(stem) || reading.meanings.has(meaningOf(stem) ?? 0)
  // Units are no words of the subject.
  const [mine, yours] = [
    [...a.before, ...a.after].filter((stem) => has(readingA.stems, stem)),
    [...b.before, ...b.after].filter((stem) => has(readingB.stems, stem)),
  ]
  if (mine.length === 0 || yours.length === 0) return true
  return (
    mine.filter((stem) => knows(readingB, stem)).length * 2 >= mine.length ||
    yours.filter((stem) => knows(readingA, stem)).length * 2 >= yours.length
  )
}

/** How sure one may be, 0 to 1, by how alike the claims are. */
export function confidenceOf(tier: Tier, { jaccard, containment }: Likeness): number {
  const base = { same: 0.75, close: 0.6, loose: 0.5 }[tier]
  return Math.round(Math.min(0.99, base + 0.15 * jaccard + 0.1 * containment) * 100) / 100
}
