import type { Facts } from '../facts/facts.ts'
import { createByPath, type ByPath } from './by-path.ts'
import { createBoilerplate, type Boilerplate } from './boilerplate.ts'
import { boundsToCompare, createDuplicateFinder, type Duplicates } from './duplicates.ts'
import { createGroups, type Groups, type KeysOf, type MadeOf } from './groups.ts'
import { createLinkIndex, leadsAlike, type BrokenLink, type LinkIndex } from './links.ts'
import { kinshipOf, looseBounds, type Kinship, type KinshipBounds } from './kinship.ts'
import type { Pair } from './pair-index.ts'
import { createPassageIndex, type PassageIndex, type SharedPassage } from './passages.ts'
import { createQuestionIndex, type QuestionIndex, type SameQuestion } from './questions.ts'
import {
  createNearIndex,
  overlapOf,
  reopenNearIndex,
  type NearBounds,
  type NearGroup,
  type NearIndex,
  type NearMemory,
} from './near-index.ts'

/** The bounds for two articles to say the same. */
export interface DuplicateBounds extends KinshipBounds {
  /** Words that the shorter must have. */
  minWords: number
}

/** The facts of all articles, and what is known of them together. Rules only read it. */
export interface Corpus {
  /** In the order of their paths. */
  readonly articles: readonly Facts[]
  /** The article at a path. */
  at: (path: string) => Facts | undefined
  /** Where the article at a path stands among all. */
  indexOf: (path: string) => number
  /** Articles that share most of their text, in groups; a group that has not changed is the same object as before. */
  near: (bounds: NearBounds) => NearGroup[]
  /** Articles that say the same, and those that say the same of other things. @param isNew as in {@link Standing} */
  duplicates: (bounds: DuplicateBounds, isNew?: (path: string) => boolean) => Duplicates
  /** What two articles are to each other that share much text; nothing where they do not, or only look alike. */
  kinship: (a: Facts, b: Facts, bounds: DuplicateBounds) => Kinship | undefined
  /** Articles that seem to answer the same question, in whatever words. */
  questions: () => readonly Pair<SameQuestion>[]
  /** The longest passages that two articles share. @param minWords that are no boilerplate */
  passages: (minWords: number) => readonly Pair<SharedPassage>[]
  /** How many other articles link to one. */
  linksTo: (article: Facts) => number
  /** The articles of which something holds, in the order of their paths. @param holds the same function each time */
  having: (holds: (article: Facts) => boolean) => readonly Facts[]
  /**
   * What is made of articles that have something in common, in groups of more than one.
   *
   * @param keysOf what of an article counts
   * @param make of a group that has not changed, what was made before is given again; both the same functions each time
   */
  groupedBy: <Item, Made>(keysOf: KeysOf<Item>, make: MadeOf<Item, Made>) => Iterable<Made>
  /** The links that lead to nothing that is there. */
  brokenLinks: () => BrokenLink[]
  /** What a broken link may have meant, as it would be written there. */
  nearestTarget: (broken: BrokenLink) => string | undefined
  /** What is worth keeping of it, for a corpus that differs in a few articles. */
  memory: () => CorpusMemory
}

/** What is kept of a corpus. */
export interface CorpusMemory {
  /** In the order of their paths. */
  articles: readonly Facts[]
  /** By the bounds that were asked for. */
  near: ReadonlyMap<string, NearMemory>
}

/** A corpus that articles are put into and taken from. */
export interface ChangingCorpus extends Corpus {
  put: (facts: Facts) => void
  delete: (path: string) => void
}

/**
 * Opens a corpus over articles, none or many. What a rule asks of it is worked out when it is asked first, and kept up to
 * date from then on.
 *
 * @param facts in any order, each path once
 * @param before of a corpus with most of these facts, the same objects: then only what changed is worked out
 */
export function createCorpus(facts: readonly Facts[] = [], before?: CorpusMemory): ChangingCorpus {
  const articles = createByPath(facts, ({ path }) => path)
  const indices = new Map<string, NearIndex>()
  const grouped = new Map<unknown, Groups<unknown>>()
  const chosen = new Map<(article: Facts) => boolean, ByPath<Facts>>()
  const finders = new Map<string, ReturnType<typeof createDuplicateFinder>>()
  const passageIndices = new Map<number, PassageIndex>()
  let questionIndex: QuestionIndex | undefined
  let boilerplate: Boilerplate | undefined
  const learnt = () => (boilerplate ??= createBoilerplate(articles.all()))
  let linkIndex: LinkIndex | undefined
  const links = () => (linkIndex ??= createLinkIndex(articles.all()))
  let hasChanged = false
  /** What was made for articles that stay as they are is of no use once they do not. */
  const willChange = () => {
    if (!hasChanged) indices.clear()
    hasChanged = true
  }
  const near = (bounds: NearBounds): NearGroup[] => {
    const key = JSON.stringify(Object.entries(bounds).sort())
    let index = indices.get(key)
    if (!index || index.isWorn()) {
      const known = hasChanged ? undefined : before?.near.get(key)
      index =
        (known && reopenNearIndex(before!.articles, known, articles.all(), bounds)) ??
        createNearIndex(articles.all(), bounds, hasChanged)
      indices.set(key, index)
    }
    return index.groups()
  }
  const linksTo = ({ path }: Facts) => links().to(path)
  return {
    get articles() {
      return articles.all()
    },
    at: articles.at,
    indexOf: articles.indexOf,
    near,
    linksTo,
    duplicates({ minWords, ...bounds }, isNew = () => false) {
      const key = JSON.stringify(Object.entries(bounds).sort())
      let find = finders.get(key)
      if (!find) finders.set(key, (find = createDuplicateFinder(bounds, learnt())))
      return find(near(boundsToCompare(minWords)), { linksTo, isNew })
    },
    kinship(a, b, { minWords, ...bounds }) {
      if (Math.min(a.body.words.length, b.body.words.length) < minWords) return undefined
      const pair = overlapOf(a, b)
      const isLoose = pair.jaccard >= looseBounds.jaccard || pair.containment >= looseBounds.containment
      return isLoose ? kinshipOf(a, b, pair, bounds, learnt()) : undefined
    },
    questions: () => (questionIndex ??= createQuestionIndex(articles.all())).all(),
    passages(minWords) {
      let index = passageIndices.get(minWords)
      if (!index) passageIndices.set(minWords, (index = createPassageIndex(articles.all(), minWords, learnt())))
      return index.all()
    },
    having(holds) {
      let some = chosen.get(holds)
      if (!some) chosen.set(holds, (some = createByPath(articles.all().filter(holds), ({ path }) => path)))
      return some.all()
    },
    groupedBy<Item, Made>(keysOf: KeysOf<Item>, make: MadeOf<Item, Made>) {
      let groups = grouped.get(make) as Groups<Made> | undefined
      if (!groups) grouped.set(make, (groups = createGroups(articles.all(), keysOf, make)))
      return groups.all()
    },
    brokenLinks: () => links().broken(),
    nearestTarget: (broken) => links().nearest(broken),
    memory: () => ({
      articles: articles.all(),
      near: new Map([...indices].map(([key, index]) => [key, index.memory()])),
    }),
    put(one) {
      willChange()
      const before = articles.at(one.path)
      if (before && leadsAlike(before, one)) linkIndex?.put(before, one)
      else linkIndex = undefined
      boilerplate?.put(before, one)
      questionIndex?.put(before, one)
      for (const index of passageIndices.values()) index.put(before, one)
      for (const groups of grouped.values()) groups.put(before, one)
      for (const [holds, some] of chosen) {
        if (holds(one)) some.put(one.path, one)
        else some.delete(one.path)
      }
      articles.put(one.path, one)
      for (const index of indices.values()) index.put(one.path, one)
    },
    delete(path) {
      const before = articles.at(path)
      if (!articles.delete(path)) return
      boilerplate?.put(before, undefined)
      questionIndex?.put(before, undefined)
      for (const index of passageIndices.values()) index.put(before, undefined)
      for (const groups of grouped.values()) groups.put(before, undefined)
      for (const some of chosen.values()) some.delete(path)
      willChange()
      linkIndex = undefined
      for (const index of indices.values()) index.put(path, undefined)
    },
  }
}
