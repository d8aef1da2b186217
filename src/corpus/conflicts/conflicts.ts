import { mayGive } from '../../facts/claims.ts'
import type { Facts } from '../../facts/facts.ts'
import { areMeant } from '../near-index.ts'
import { answerConflict, oppositeConflict, leastJaccardOfAnswers } from './answers.ts'
import { createClaimIndex, isGeneric, type ClaimIndex } from './claim-index.ts'
import { createClaimPairs, type ClaimPair, type ClaimPairs } from './claim-pairs.ts'
import type { Conflict, ConflictKind, Found } from './conflict.ts'
import { contactVotes, type Contact } from './contacts.ts'
import { leastJaccard, leastShared, likenessOf, tierOf, withAgreeing, type Overlap } from './likeness.ts'
import { listConflict, listingsOf, listPairs, type Listing } from './lists.ts'
import { pathConflict, pathInPlace, pathPairs, waysOf } from './menus.ts'
import { areOfOneSentence } from './sentences.ts'
import { leastAlikeOfOnly, onlyConflict } from './only.ts'
import { createReader, tokensIn, type Reading } from './reading.ts'
import { apartBy } from './scope.ts'
import { againstSettled, type AgainstSettled, type SettledFact } from './settled.ts'
import { has } from './sorted.ts'
import { createTemplateTest, holdsBoth, saysBoth } from './templates.ts'
import { areMeasured, valueConflict } from './values.ts'

/** Claims with that many others as like them are made from a template, each of another thing. */
const mostAlike = 4

/** Where two articles cannot both be right, kept up to date. */
export interface ConflictFinder {
  put: (before: Facts | undefined, now: Facts | undefined) => void
  /** Whether so much was put that a new finder costs less than what this one drags along. */
  isWorn: () => boolean
  /**
   * Claims about the same thing, of which one gives another value, list, way or answer than the other.
   *
   * @param articles all of them, in the order of their paths
   * @param areVariants whether two articles are known to be about two things
   */
  conflicts: (articles: readonly Facts[], areVariants: (a: Facts, b: Facts) => boolean) => Conflict[]
  /** The claims that settled facts speak against. @param articles as of `conflicts` */
  againstSettled: (articles: readonly Facts[], facts: readonly SettledFact[]) => AgainstSettled[]
  /** What is worth keeping of it: see {@link ClaimPairs.memory}. */
  memory: ClaimPairs<Found>['memory']
}

/** Opens a finder over articles. @param kept what is known of them, if they are those of its memory, in their order */
export function createConflictFinder(articles: readonly Facts[], kept?: Uint32Array): ConflictFinder {
  const index = createClaimIndex(articles)
  const read = createReader(index)
  const compare = (one: number, other: number, overlap: Overlap): Found | undefined => {
    const [a, b] = [read(one), read(other)]
    const likeness = likenessOf(a, b, index, overlap)
    const tier = tierOf(likeness)
    const tierOfValues =
      tier === 'same' || (likeness.jaccard >= 0.95 && areOfOneSentence(a, b))
        ? 'same'
        : (tierOf(withAgreeing(likeness, a, b, index), areMeasured(a, b)) ?? tier)
    return (
      valueConflict(a, b, tierOfValues, likeness, index) ??
      (tier && (answerConflict(a, b, likeness) ?? oppositeConflict(a, b, likeness) ?? onlyConflict(a, b, likeness))) ??
      (index.gives(one) & index.gives(other) & mayGive.path ? pathInPlace(a, b) : undefined)
    )
  }
  const known = new WeakMap<Facts, Beside>()
  const besideOf = (article: Facts): Beside => {
    let beside = known.get(article)
    if (!beside) known.set(article, (beside = besideIn(article, index, read)))
    return beside
  }
  const pairs = createClaimPairs(index, { leastAlike, leastShared, compare }, kept, articles)
  return {
    put(before, now) {
      if (before) known.delete(before)
      index.put(before, now)
    },
    isWorn: index.isWorn,
    conflicts: (now, areVariants) => conflictsAmong(now, pairs.all(), index, read, besideOf, areVariants),
    againstSettled: (now, facts) => againstSettled(now, index, read, facts),
    memory: pairs.memory,
  }
}

function conflictsAmong(
  articles: readonly Facts[],
  pairs: readonly ClaimPair<Found>[],
  index: ClaimIndex,
  read: (claim: number) => Reading,
  besideOf: (article: Facts) => Beside,
  areVariants: (a: Facts, b: Facts) => boolean,
): Conflict[] {
  const isTemplate = createTemplateTest(index, read)
  const conflicts: Conflict[] = []
  const add = (a: Reading, b: Reading, found: Found) => {
    const { kind, confidence, fact, votes } = found
    const [left, right] = weakerFirst(a, b, found)
    conflicts.push({
      kind,
      left,
      right,
      subject: subjectOf(a, b, found.values[0], index),
      confidence,
      ...(votes
        ? { votes: left.reading === a ? { left: votes[0], right: votes[1] } : { left: votes[1], right: votes[0] } }
        : {}),
      ...(fact === undefined ? {} : { fact }),
    })
  }
  const mayMeet = (a: Reading, b: Reading, { kind, values, only, clauses, isVerbatim }: Found) =>
    !areMeant(a.article, b.article) &&
    apartBy(a, b, index, { kind, disputed: disputedOf(kind, only ?? values), values, clauses, isVerbatim }) ===
      undefined &&
    !areVariants(a.article, b.article)
  const met = new Map<number, number>()
  for (const { a, b } of pairs) for (const claim of [a, b]) met.set(claim, (met.get(claim) ?? 0) + 1)
  for (const { a: one, b: other, what: found } of pairs) {
    if (Math.max(met.get(one)!, met.get(other)!) >= mostAlike && areOfMany(one, other, met)) continue
    const [a, b] = [read(one), read(other)]
    if (found.kind !== 'answer' && (isTemplate(a) || isTemplate(b))) continue
    if (found.kind !== 'answer' && (saysBoth(a, b, index, read) || saysBoth(b, a, index, read))) continue
    if (found.kind === 'answer' && (holdsBoth(a, b, index, read) || holdsBoth(b, a, index, read))) continue
    if (mayMeet(a, b, found)) add(a, b, found)
  }
  const { withPaths, listings, contacts } = together(articles, besideOf)
  const ways = waysOf(withPaths)
  for (const [a, b, likeness] of pathPairs(withPaths, index)) {
    const found = pathConflict(a, b, likeness, ways)
    if (found && mayMeet(a, b, found)) add(a, b, found)
  }
  for (const [a, b, shared] of listPairs(listings)) {
    const found = listConflict(a, b, shared, index)
    if (found && mayMeet(a.reading, b.reading, found)) add(a.reading, b.reading, found)
  }
  for (const { rarer, commoner, votes } of contactVotes(contacts)) {
    if (areMeant(rarer.reading.article, commoner.reading.article)) continue
    conflicts.push({
      kind: 'contact',
      left: { reading: rarer.reading, value: rarer.value.text },
      right: { reading: commoner.reading, value: commoner.value.text },
      subject: rarer.value.text.split('@')[0]!,
      confidence: 0.9,
      votes,
    })
  }
  return distinct(conflicts)
}

/** What of an article is compared in other ways than by the words of its claims. */
interface Beside {
  /** Claims that give a way through menus. */
  withPaths: Reading[]
  listings: Listing[]
  /** Mailboxes. */
  contacts: Contact[]
}

function besideIn(article: Facts, index: ClaimIndex, read: (claim: number) => Reading): Beside {
  const [from] = index.claimsOf(article)
  const { paths, lists, quotes } = article.claims
  const readingsOf = (places: readonly number[]) => [...new Set(places)].map((place) => read(from + place))
  const withMailbox = quotes.flatMap((quote, place) => (quote.includes('@') ? [place] : []))
  return {
    withPaths: readingsOf(paths.map(([place]) => place)),
    listings: readingsOf(lists.map(([place]) => place)).flatMap(listingsOf),
    contacts: readingsOf(withMailbox).flatMap((reading) =>
      reading.values.flatMap((value) => (value.kind === 'email' ? [{ reading, value }] : [])),
    ),
  }
}

/** Of all articles, in their order. */
function together(articles: readonly Facts[], besideOf: (article: Facts) => Beside): Beside {
  const all: Beside = { withPaths: [], listings: [], contacts: [] }
  for (const article of articles) {
    const { withPaths, listings, contacts } = besideOf(article)
    if (withPaths.length > 0) all.withPaths.push(...withPaths)
    if (listings.length > 0) all.listings.push(...listings)
    if (contacts.length > 0) all.contacts.push(...contacts)
  }
  return all
}

/** What two claims give, where it is made of words. */
function disputedOf(kind: ConflictKind, values: readonly (string | undefined)[]): string[] {
  return kind === 'number' || kind === 'date' || kind === 'answer' ? [] : values.filter((value) => value !== undefined)
}

const givesValue = mayGive.number | mayGive.other

/** How much alike two claims have to be to speak against each other, by what they give; more than 1 where they cannot. */
function leastAlike(a: number, b: number): number {
  if (a & (givesValue | mayGive.path) & b) return leastJaccard
  const [here, there] = [a & says, b & says]
  if (here === 0 || there === 0) return 2
  // One denies what the other says, or excludes what the other names.
  return (here | there) & mayGive.denial ? leastJaccardOfAnswers : leastAlikeOfOnly
}

const says = mayGive.denial | mayGive.assertion

/** Whether both have as many others that they seem to speak against. */
const areOfMany = (a: number, b: number, met: ReadonlyMap<number, number>) =>
  Math.min(met.get(a)!, met.get(b)!) >= mostAlike - 1

/** The rarer side is the weaker one; else that which was looked at longer ago; else the one that comes later by path. */
function weakerFirst(a: Reading, b: Reading, { values, votes, only }: Found): [Conflict['left'], Conflict['right']] {
  const sides: [Conflict['left'], Conflict['right']] = [
    { reading: a, value: values[0], ...(only?.[0] === undefined ? {} : { only: only[0] }) },
    { reading: b, value: values[1], ...(only?.[1] === undefined ? {} : { only: only[1] }) },
  ]
  // What a list lacks is more often forgotten than what it has is wrong.
  if (only && (only[0] === undefined) !== (only[1] === undefined))
    return only[0] === undefined ? sides : [sides[1], sides[0]]
  if (votes && votes[0] !== votes[1]) return votes[0] < votes[1] ? sides : [sides[1], sides[0]]
  const day = ({ article }: Reading) => article.review?.verified ?? ''
  return day(a) < day(b) ? sides : [sides[1], sides[0]]
}

const mostNamed = 4

/** Words that stand so far from a value say half as much of what it is about. */
const halfDistance = 40

/** The words of both that say most of what a value is about, as the first writes them: few claims have them, and they stand near it. */
function subjectOf(a: Reading, b: Reading, value: string, index: ClaimIndex): string {
  const at = Math.max(0, a.quote.indexOf(value))
  const shared = tokensIn(a.quote.slice(0, longestQuote)).flatMap(({ stem, start, end }) => {
    if (stem === 0 || !has(b.stems, stem)) return []
    const distance = start < at ? at - end : Math.max(0, start - at - value.length)
    const share = (isGeneric(stem) ? 0.35 : 1) / (1 + distance / halfDistance)
    return [{ stem, start, text: a.quote.slice(start, end), worth: index.weightOf(stem) * share }]
  })
  const best = new Map<number, (typeof shared)[number]>()
  for (const one of shared) if ((best.get(one.stem)?.worth ?? 0) < one.worth) best.set(one.stem, one)
  return [...best.values()]
    .sort((one, other) => other.worth - one.worth || one.start - other.start)
    .slice(0, mostNamed)
    .sort((one, other) => one.start - other.start)
    .map(({ text }) => text)
    .join(' ')
}

const longestQuote = 600

/** Each pair of texts once, and of a fact that many articles tell, the surest. */
function distinct(conflicts: readonly Conflict[]): Conflict[] {
  const seen = new Set<string>()
  return [...conflicts]
    .sort((a, b) => b.confidence - a.confidence)
    .filter(({ left, right, fact }) => {
      if (fact !== undefined) {
        if (seen.has(fact)) return false
        seen.add(fact)
      }
      const texts = [left.reading.quote, right.reading.quote].sort().join('\n')
      const side = `${left.reading.claim}:${left.value}`
      if (seen.has(texts) || seen.has(side)) return false
      seen.add(texts).add(side)
      return true
    })
}
