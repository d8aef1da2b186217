import { actionOf } from '../article/synonyms.ts'
import { kindOfTitle } from '../article/title-kind.ts'
import { namesTopic } from '../article/topic-words.ts'
import type { Facts } from '../facts/facts.ts'
import { countOf, inTitle, placesOf, stemOf, stemsOf } from '../facts/terms.ts'
import type { Change } from './changes.ts'
import {
  createPairIndex,
  reopenPairIndex,
  type Pair,
  type PairIndex,
  type PairMemory,
  type Pairing,
} from './pair-index.ts'
import { onlyInTitle, titleWordsOf, type TitleWord } from './title-words.ts'
import { byAnswer, byText, byTitle, cosine, createTermWeights, namedBy, type TermWeights } from './term-weights.ts'

/** Why two articles seem to answer the same question. */
export interface SameQuestion {
  /** 0 to 1. */
  similarity: number
  /** Of their titles, texts and first answers, each 0 to 1. */
  title: number
  text: number
  answer: number
  /** The words that both titles have, as the first writes them. */
  shared: string[]
}

/** Pairs of articles that seem to answer the same question, kept up to date. */
export interface QuestionIndex {
  put: (before: Facts | undefined, now: Facts | undefined) => void
  all: () => readonly Pair<SameQuestion>[]
  memory: PairIndex<SameQuestion>['memory']
}

/** A word that stands in more titles is looked for in no other. */
const mostTitles = 48

/**
 * Titles that are nearly the same; or both title and text alike; or nearly the same text under titles that are alike. The more
 * the text says, the more words of its own may a title have that its text goes on about and the other does not know: one where
 * it tells of a trouble, which each writer puts in other words, and none where it names what is to be done.
 */
const ways = [
  { title: 0.8, text: 0.22, ownWords: { trouble: 0, other: 0 } },
  { title: 0.5, text: 0.5, ownWords: { trouble: 1, other: 0 } },
  { title: 0.4, text: 0.85, ownWords: { trouble: 1, other: 1 } },
]
const leastTitle = Math.min(...ways.map(({ title }) => title))
const leastSimilarity = 0.5

/** Opens an index over articles. @param articles each path once */
export function createQuestionIndex(articles: readonly Facts[]): QuestionIndex {
  const weights = createTermWeights(articles)
  return keptUpToDate(createPairIndex(articles, pairingBy(weights)), weights, articles)
}

/** As `reopenPairIndex`; nothing where a new index has to be made. */
export function reopenQuestionIndex(
  before: readonly Facts[],
  memory: PairMemory,
  changes: readonly Change[],
  now: readonly Facts[],
): QuestionIndex | undefined {
  const weights = createTermWeights(before)
  const changed = new Set<number>()
  for (const change of changes) {
    const some = weights.put(change.before, change.now)
    if (some === 'all') return undefined
    for (const one of some) changed.add(one)
  }
  const isNew = new Set(changes.map((change) => change.now))
  const dirty = holding(changed, now).filter((article) => !isNew.has(article))
  const pairs = reopenPairIndex(before, memory, changes, dirty, pairingBy(weights))
  return pairs && keptUpToDate(pairs, weights, now)
}

/** The articles that hold terms which weigh something else now. */
function holding(changed: ReadonlySet<number>, articles: Iterable<Facts>): Facts[] {
  if (changed.size === 0) return []
  return [...articles].filter(({ terms }) => terms.some((term) => changed.has(namedBy(stemOf(term)))))
}

function keptUpToDate(pairs: PairIndex<SameQuestion>, weights: TermWeights, articles: readonly Facts[]): QuestionIndex {
  const known = new Set(articles)
  return {
    put(before, now) {
      if (before) known.delete(before)
      if (now) known.add(now)
      const changed = weights.put(before, now)
      pairs.put(before, now)
      pairs.recheck(changed === 'all' ? known : holding(changed, known))
    },
    all: pairs.all,
    memory: pairs.memory,
  }
}

function pairingBy(weights: TermWeights): Pairing<SameQuestion> {
  const compare = (a: Facts, b: Facts): SameQuestion | undefined => {
    const title = cosine(titleTermsOf(a), titleTermsOf(b), byTitle, weights)
    if (title < leastTitle) return undefined
    const text = cosine(a.terms, b.terms, byText, weights)
    const answer = cosine(a.terms, b.terms, byAnswer, weights)
    const similarity = 0.45 * title + 0.4 * text + 0.15 * answer
    if (similarity < leastSimilarity) return undefined
    const [mine, yours] = [onlyInTitle(a, b), onlyInTitle(b, a)]
    const own = countOwn(mine, a, b) + countOwn(yours, b, a)
    const kind = kindOfTitle(a.title ?? '') === 'trouble' ? 'trouble' : 'other'
    const isSame = ways.some((way) => title >= way.title && text >= way.text && own <= way.ownWords[kind])
    if (!isSame || areOpposed(a, mine, b, yours)) return undefined
    return { similarity, title, text, answer, shared: sharedInTitles(a, b) }
  }
  return { keysOf: titleStemsOf, leastShared: 1, mostHolders: mostTitles, compare }
}

const titleStemsOf = (article: Facts): number[] => Array.from(titleTermsOf(article), stemOf)

const titleTerms = new WeakMap<Facts, Uint32Array>()

/** The terms of the title alone: most articles that share a word of it share no more. */
function titleTermsOf(article: Facts): Uint32Array {
  let terms = titleTerms.get(article)
  if (!terms) {
    terms = article.terms.filter((term) => (placesOf(term) & inTitle) !== 0)
    titleTerms.set(article, terms)
  }
  return terms
}

function sharedInTitles(here: Facts, there: Facts): string[] {
  const theirs = new Set(stemsOf(there.title ?? ''))
  return [...new Set(titleWordsOf(here).flatMap(({ word, stem }) => (theirs.has(stem) ? [word] : [])))]
}

/**
 * Whether titles set their articles apart: they are of different kinds or only names, they name two things or two actions, or
 * one goes from where the other goes to.
 */
function areOpposed(a: Facts, mine: TitleWord[], b: Facts, yours: TitleWord[]): boolean {
  const kind = kindOfTitle(a.title ?? '')
  if (kind === 'name' || kind !== kindOfTitle(b.title ?? '')) return true
  if (mine.some(({ isName }) => isName) && yours.some(({ isName }) => isName)) return true
  const ends = endOf(b)
  if ([...endOf(a)].some(([word, end]) => ends.has(word) && ends.get(word) !== end)) return true
  const [one, other] = [mine, yours].map((words) => words.flatMap(({ word }) => actionOf(word) ?? []))
  return one!.length > 0 && other!.length > 0 && !one!.some((action) => other!.includes(action))
}

/** Which words of a title something goes from, and which it goes to. */
function endOf({ title }: Facts): Map<string, string> {
  const ends = (title ?? '').toLowerCase().matchAll(/\b(from|to|into) (?:an? |the |your )?([\p{L}\p{N}]+)/gu)
  return new Map(Array.from(ends, ([, end, word]) => [word!, end === 'from' ? 'from' : 'to']))
}

/** Words of titles that set no article apart. */
const saysLittle = new Set('user users fails failed correctly properly'.split(' '))

/** How many of the words of a title its own text goes on about, while the other text does not know them. */
function countOwn(words: TitleWord[], here: Facts, there: Facts): number {
  const isIn = ({ terms }: Facts, stem: number) => terms.some((term) => stemOf(term) === stem && countOf(term) > 0)
  return words.filter(
    ({ word, stem }) =>
      namesTopic(word) &&
      !saysLittle.has(word.toLowerCase()) &&
      kindOfTitle(word) !== 'trouble' &&
      isIn(here, stem) &&
      !isIn(there, stem),
  ).length
}
