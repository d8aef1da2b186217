import type { Facts } from '../facts/facts.ts'
import { comparePaths, createByPath, type ByPath } from './by-path.ts'
import { createBoilerplate, type Boilerplate } from './boilerplate.ts'
import { changesBetween, type Change } from './changes.ts'
import type { Conflict } from './conflicts/conflict.ts'
import { createConflictFinder, type ConflictFinder } from './conflicts/conflicts.ts'
import type { AgainstSettled, SettledFact } from './conflicts/settled.ts'
import { boundsToCompare, createDuplicateFinder, type Duplicates } from './duplicates.ts'
import { createGroups, type Groups, type KeysOf, type MadeOf } from './groups.ts'
import { createLinkIndex, leadsAlike, type BrokenLink, type LinkIndex } from './links.ts'
import type { Kinship, KinshipBounds } from './kinship.ts'
import { createKinships, type KinshipMemory, type Kinships } from './kinships.ts'
import type { Pair, PairMemory } from './pair-index.ts'
import { usesOfRetired, type UseOfRetired } from './retired.ts'
import { createPassageIndex, reopenPassageIndex, type PassageIndex, type SharedPair } from './passages.ts'
import { createQuestionIndex, reopenQuestionIndex, type QuestionIndex, type SameQuestion } from './questions.ts'
import {
  createNearIndex,
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
  /**
   * The longest passages that articles share: of each with those before it by path, and the same list as before where nothing
   * has changed.
   *
   * @param minWords that are no boilerplate
   */
  passages: (minWords: number) => Iterable<readonly SharedPair[]>
  /** Where two articles cannot both be right, the surest first. @param bounds for articles to be known as variants */
  conflicts: (bounds: DuplicateBounds) => readonly Conflict[]
  /** The claims that settled facts speak against. */
  againstSettled: (facts: readonly SettledFact[]) => AgainstSettled[]
  /** Where articles tell readers to use what others say has been retired. */
  usesOfRetired: () => UseOfRetired[]
  /** How many other articles link to one. */
  linksTo: (article: Facts) => number
  /** The other articles that one links to. */
  linkedFrom: (article: Facts) => Facts[]
  /** Whether one of two articles links to the other. */
  areLinked: (a: Facts, b: Facts) => boolean
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
  kinships: ReadonlyMap<string, KinshipMemory>
  /** By the words that a passage must have. */
  passages: ReadonlyMap<number, PairMemory>
  questions: PairMemory | undefined
  /** Claims that seem to speak against each other. */
  claims: Uint32Array | undefined
}

/** With more changes, everything is found as soon as what each of them changes. */
const mostChanges = 100

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
  const finders = new Map<Kinships, ReturnType<typeof createDuplicateFinder>>()
  const passageIndices = new Map<number, PassageIndex>()
  let questionIndex: QuestionIndex | undefined
  let conflictFinder: ConflictFinder | undefined
  let conflicts: readonly Conflict[] | undefined
  const kinshipsBy = new Map<string, Kinships>()
  const kinshipsFor = new WeakMap<DuplicateBounds, Kinships>()
  const known = memoryFor(articles.all(), before)
  /** Whether what was said of texts before holds under the boilerplate of now. */
  let isOfNow = false
  let boilerplate: Boilerplate | undefined
  const learnt = (): Boilerplate => {
    if (boilerplate) return boilerplate
    if (!known || hasChanged) return (boilerplate = createBoilerplate(articles.all()))
    boilerplate = createBoilerplate(known.memory.articles)
    const state = boilerplate.state()
    for (const change of known.changes) boilerplate.put(change.before, change.now)
    isOfNow = boilerplate.state() === state
    return boilerplate
  }
  let linkIndex: LinkIndex | undefined
  const links = () => (linkIndex ??= createLinkIndex(articles.all()))
  let hasChanged = false
  /** What was made for articles that stay as they are is of no use once they do not. */
  const willChange = () => {
    conflicts = undefined
    if (!hasChanged) {
      indices.clear()
      if (known) {
        questionIndex = undefined
        passageIndices.clear()
      }
    }
    hasChanged = true
  }
  /** What is known of before, as long as nothing has been put. */
  const recalled = () => (hasChanged ? undefined : known)
  const near = (bounds: NearBounds): NearGroup[] => {
    const key = keyOf(bounds)
    let index = indices.get(key)
    if (!index || index.isWorn()) {
      const { memory, changes = [] } = recalled() ?? {}
      const near = memory?.near.get(key)
      index =
        (near && reopenNearIndex(memory!.articles, near, changes, bounds)) ??
        createNearIndex(articles.all(), bounds, hasChanged)
      indices.set(key, index)
    }
    return index.groups()
  }
  const claims = (): ConflictFinder => {
    if (conflictFinder && !conflictFinder.isWorn()) return conflictFinder
    const { memory, changes = [] } = recalled() ?? {}
    conflictFinder = createConflictFinder(memory?.articles ?? articles.all(), memory?.claims)
    for (const change of changes) conflictFinder.put(change.before, change.now)
    // After many changes in a few articles, nothing is left of what was known.
    if (conflictFinder.isWorn()) conflictFinder = createConflictFinder(articles.all())
    return conflictFinder
  }
  const linksTo = ({ path }: Facts) => links().to(path)
  const kinships = (asked: DuplicateBounds): Kinships => {
    let own = kinshipsFor.get(asked)
    if (own) return own
    const { similarity, containment, likeness } = asked
    const bounds = { similarity, containment, likeness }
    const key = keyOf(bounds)
    own = kinshipsBy.get(key)
    if (!own) {
      const boilerplateNow = learnt()
      const { memory, changes = [] } = recalled() ?? {}
      const gone = new Set(changes.map((change) => change.before))
      const articlesBefore = memory?.articles.map((article) => (gone.has(article) ? undefined : article))
      own = isOfNow
        ? createKinships(bounds, boilerplateNow, memory?.kinships.get(key), articlesBefore)
        : createKinships(bounds, boilerplateNow)
      kinshipsBy.set(key, own)
    }
    kinshipsFor.set(asked, own)
    return own
  }
  return {
    get articles() {
      return articles.all()
    },
    at: articles.at,
    indexOf: articles.indexOf,
    near,
    conflicts(bounds) {
      const own = kinships(bounds)
      conflicts ??= claims().conflicts(articles.all(), (a, b) => own.of(a, b)?.kind === 'variant')
      return conflicts
    },
    againstSettled: (facts) => claims().againstSettled(articles.all(), facts),
    usesOfRetired: () => usesOfRetired(articles.all()),
    linksTo,
    linkedFrom: (article) => [...links().from(article)].sort(comparePaths).flatMap((path) => articles.at(path) ?? []),
    areLinked: (a, b) => links().areLinked(a, b) || links().areLinked(b, a),
    duplicates(bounds, isNew = () => false) {
      const own = kinships(bounds)
      let find = finders.get(own)
      if (!find) finders.set(own, (find = createDuplicateFinder(own, learnt())))
      return find(near(boundsToCompare(bounds.minWords)), { linksTo, isNew })
    },
    kinship(a, b, bounds) {
      if (Math.min(a.body.words.length, b.body.words.length) < bounds.minWords) return undefined
      return kinships(bounds).of(a, b)
    },
    questions() {
      const { memory, changes = [] } = recalled() ?? {}
      questionIndex ??=
        (memory?.questions && reopenQuestionIndex(memory.articles, memory.questions, changes, articles.all())) ??
        createQuestionIndex(articles.all())
      return questionIndex.all()
    },
    passages(minWords) {
      let index = passageIndices.get(minWords)
      if (!index) {
        const boilerplateNow = learnt()
        const { memory, changes = [] } = recalled() ?? {}
        const pairs = isOfNow ? memory?.passages.get(minWords) : undefined
        index =
          (pairs && reopenPassageIndex(memory!.articles, pairs, changes, articles.all(), minWords, boilerplateNow)) ??
          createPassageIndex(articles.all(), minWords, boilerplateNow)
        passageIndices.set(minWords, index)
      }
      return index.lists()
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
    memory() {
      const places = new Map(articles.all().map((article, place) => [article, place]))
      return {
        // As they are now: what is put later changes the list.
        articles: [...articles.all()],
        near: new Map([...indices].map(([key, index]) => [key, index.memory()])),
        kinships: new Map([...kinshipsBy].map(([key, own]) => [key, own.memory(places)])),
        passages: new Map([...passageIndices].map(([minWords, index]) => [minWords, index.memory(places)])),
        questions: questionIndex?.memory(places),
        claims: conflictFinder?.memory(places),
      }
    },
    put(one) {
      willChange()
      const before = articles.at(one.path)
      if (before && leadsAlike(before, one)) linkIndex?.put(before, one)
      else linkIndex = undefined
      boilerplate?.put(before, one)
      conflictFinder?.put(before, one)
      questionIndex?.put(before, one)
      for (const index of passageIndices.values()) index.put(before, one)
      if (before) for (const own of kinshipsBy.values()) own.forget(before)
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
      if (!before) return
      willChange()
      articles.delete(path)
      boilerplate?.put(before, undefined)
      conflictFinder?.put(before, undefined)
      questionIndex?.put(before, undefined)
      for (const index of passageIndices.values()) index.put(before, undefined)
      for (const own of kinshipsBy.values()) own.forget(before)
      for (const groups of grouped.values()) groups.put(before, undefined)
      for (const some of chosen.values()) some.delete(path)
      linkIndex = undefined
      for (const index of indices.values()) index.put(path, undefined)
    },
  }
}

const keyOf = (bounds: object): string => JSON.stringify(Object.entries(bounds).sort())

/** What is known of before, and what has changed since; nothing where it is too much. */
function memoryFor(
  articles: readonly Facts[],
  memory: CorpusMemory | undefined,
): { memory: CorpusMemory; changes: Change[] } | undefined {
  const changes = memory && changesBetween(memory.articles, articles)
  return changes && changes.length <= mostChanges ? { memory: memory!, changes } : undefined
}
