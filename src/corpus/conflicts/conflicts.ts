import { mayGive } from '../../facts/claims.ts'
import type { Facts } from '../../facts/facts.ts'
import { areMeant } from '../near-index.ts'
import { answerConflict, leastJaccardOfAnswers } from './answers.ts'
import { eachCandidate, type ClaimIndex } from './claim-index.ts'
import type { Conflict, ConflictKind, Found } from './conflict.ts'
import { contactVotes } from './contacts.ts'
import { leastJaccard, leastShared, likenessOf, overlapOfClaims, tierOf } from './likeness.ts'
import { listConflict, listPairs } from './lists.ts'
import { pathConflict, pathPairs, waysOf } from './menus.ts'
import { createReader, tokensIn, type Reading } from './reading.ts'
import { apartBy } from './scope.ts'
import { has } from './sorted.ts'
import { createTemplateTest, holdsBoth, saysBoth } from './templates.ts'
import { valueConflict } from './values.ts'

/** Claims with that many others as like them are made from a template, each of another thing. */
const mostAlike = 4

/**
 * Finds where two articles cannot both be right: claims about the same thing, of which one gives another value, list, way or
 * answer than the other.
 *
 * @param areVariants whether two articles are known to be about two things
 */
export function conflictsIn(index: ClaimIndex, areVariants: (a: Facts, b: Facts) => boolean): Conflict[] {
  const read = createReader(index)
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
    apartBy(a, b, index, { kind, disputed: disputedOf(kind, only ?? values), clauses, isVerbatim }) === undefined &&
    !areVariants(a.article, b.article)
  const met = new Map<number, number>()
  const candidates: [Reading, Reading, Found][] = []
  eachCandidate(index, { leastAlike, leastShared }, (one, other) => {
    const overlap = overlapOfClaims(one, other, index)
    if (overlap.jaccard < leastAlike(index.gives(one), index.gives(other)) || overlap.shared < leastShared) return
    const [a, b] = [read(one), read(other)]
    const likeness = likenessOf(a, b, index, overlap)
    const tier = tierOf(likeness)
    const found = valueConflict(a, b, tier, likeness, index) ?? (tier && answerConflict(a, b, likeness))
    if (!found) return
    for (const claim of [one, other]) met.set(claim, (met.get(claim) ?? 0) + 1)
    candidates.push([a, b, found])
  })
  for (const [a, b, found] of candidates) {
    if (Math.max(met.get(a.claim)!, met.get(b.claim)!) >= mostAlike && areOfMany(a, b, met)) continue
    if (found.kind !== 'answer' && (isTemplate(a) || isTemplate(b))) continue
    if (found.kind !== 'answer' && (saysBoth(a, b, index, read) || saysBoth(b, a, index, read))) continue
    if (found.kind === 'answer' && (holdsBoth(a, b, index, read) || holdsBoth(b, a, index, read))) continue
    if (mayMeet(a, b, found)) add(a, b, found)
  }
  const some = claimsWith(index, mayGive.path | mayGive.list | mayGive.other).map(read)
  const ways = waysOf(some)
  for (const [a, b, likeness] of pathPairs(some, index)) {
    const found = pathConflict(a, b, likeness, ways)
    if (found && mayMeet(a, b, found)) add(a, b, found)
  }
  for (const [a, b, shared] of listPairs(some)) {
    const found = listConflict(a, b, shared, index)
    if (found && mayMeet(a.reading, b.reading, found)) add(a.reading, b.reading, found)
  }
  const contacts = some.flatMap((reading) => reading.values.map((value) => ({ reading, value })))
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

/** What two claims give, where it is made of words. */
function disputedOf(kind: ConflictKind, values: readonly (string | undefined)[]): string[] {
  return kind === 'number' || kind === 'date' || kind === 'answer' ? [] : values.filter((value) => value !== undefined)
}

const givesValue = mayGive.number | mayGive.other

/** How much alike two claims have to be to speak against each other, by what they give; more than 1 where they cannot. */
function leastAlike(a: number, b: number): number {
  if (a & givesValue & b) return leastJaccard
  const [here, there] = [a & says, b & says]
  return here & mayGive.denial
    ? there
      ? leastJaccardOfAnswers
      : 2
    : here && there & mayGive.denial
      ? leastJaccardOfAnswers
      : 2
}

const says = mayGive.denial | mayGive.assertion

function claimsWith(index: ClaimIndex, gives: number): number[] {
  const found: number[] = []
  for (let claim = 0; claim < index.length; claim++) if (index.gives(claim) & gives) found.push(claim)
  return found
}

/** Whether both have as many others that they seem to speak against. */
const areOfMany = (a: Reading, b: Reading, met: ReadonlyMap<number, number>) =>
  Math.min(met.get(a.claim)!, met.get(b.claim)!) >= mostAlike - 1

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
    const word = index.wordFor(stem)
    if (word === undefined || stem === 0 || !has(b.words, word)) return []
    const distance = start < at ? at - end : Math.max(0, start - at - value.length)
    const share = (index.isGeneric(word) ? 0.35 : 1) / (1 + distance / halfDistance)
    return [{ stem, start, text: a.quote.slice(start, end), worth: index.weightOf(word) * share }]
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
