import type { CheckedArticle, RunMemory } from '../pipeline.ts'
import type { Finding } from '../report/report.ts'

/** What a run has found in its articles together, and what it knew of them. */
export interface Memory {
  /** A digest of all that the findings depend on. */
  run: string
  findings: Finding[]
  corpus: RunMemory['corpus']
}

/** A memory as it is kept. Its numbers stand beside it: places of articles, and pairs in columns. */
export interface PackedMemory {
  run: string
  findings: Finding[]
  /** How many numbers there are of what, in the order in which they stand, and what is no number. */
  corpus: PackedCorpus | undefined
}

type CorpusMemory = NonNullable<Memory['corpus']>
type KinshipMemory = CorpusMemory['kinships'] extends ReadonlyMap<string, infer One> ? One : never

interface PackedCorpus {
  articles: number
  near: { bounds: string; pairs: number; compared: number }[]
  kinships: { bounds: string; none: number; some: KinshipMemory['some'] }[]
  passages: { minWords: number; numbers: number }[]
  questions: number | undefined
  claims: number | undefined
}

/**
 * Packs a memory for a file; `unpackMemory` gives the same one back.
 *
 * @param kept the articles that are kept beside it: a memory of any other corpus cannot be kept, its findings can
 */
export function packMemory(
  { run, findings, corpus }: Memory,
  kept: readonly CheckedArticle[],
): { packed: PackedMemory; numbers: Uint32Array } {
  const places = new Map(kept.map(({ facts }, place) => [facts, place]))
  const articles = corpus?.articles.flatMap((facts) => places.get(facts) ?? [])
  if (!corpus || articles?.length !== corpus.articles.length)
    return { packed: { run, findings, corpus: undefined }, numbers: new Uint32Array() }
  const near = [...corpus.near].map(([bounds, { pairs, compared }]) => ({
    bounds,
    columns: [pairs.a, pairs.b, pairs.shared].map((column) => column.subarray(0, pairs.length)),
    compared,
  }))
  const { kinships, passages, questions, claims } = corpus
  const lists = [
    articles,
    ...near.flatMap(({ columns, compared }) => [...columns, compared]),
    ...[...kinships.values()].map(({ none }) => none),
    ...passages.values(),
    questions ?? [],
    claims ?? [],
  ]
  const numbers = new Uint32Array(lists.reduce((sum, { length }) => sum + length, 0))
  let next = 0
  for (const list of lists) {
    numbers.set(list, next)
    next += list.length
  }
  const counts: PackedCorpus = {
    articles: articles.length,
    near: near.map(({ bounds, columns, compared }) => ({
      bounds,
      pairs: columns[0]!.length,
      compared: compared.length,
    })),
    kinships: [...kinships].map(([bounds, { none, some }]) => ({ bounds, none: none.length, some })),
    passages: [...passages].map(([minWords, { length }]) => ({ minWords, numbers: length })),
    questions: questions?.length,
    claims: claims?.length,
  }
  return { packed: { run, findings, corpus: counts }, numbers }
}

/** Unpacks a memory. @param kept the articles that were kept beside it */
export function unpackMemory(
  { run, findings, corpus }: PackedMemory,
  numbers: Uint32Array,
  kept: readonly CheckedArticle[],
): Memory {
  if (!corpus) return { run, findings, corpus }
  let next = 0
  const take = (length: number) => numbers.subarray(next, (next += length))
  const column = (length: number) => Int32Array.from(take(length))
  const articles = Array.from(take(corpus.articles), (place) => kept[place]!.facts)
  const near = corpus.near.map(({ bounds, pairs, compared }) => {
    const columns = { length: pairs, a: column(pairs), b: column(pairs), shared: column(pairs) }
    return [bounds, { pairs: columns, compared: Array.from(take(compared)) }] as const
  })
  const kinships = corpus.kinships.map(({ bounds, none, some }) => [bounds, { none: take(none), some }] as const)
  const passages = corpus.passages.map(({ minWords, numbers: length }) => [minWords, take(length)] as const)
  const questions = corpus.questions === undefined ? undefined : take(corpus.questions)
  const claims = corpus.claims === undefined ? undefined : take(corpus.claims)
  return {
    run,
    findings,
    corpus: {
      articles,
      near: new Map(near),
      kinships: new Map(kinships),
      passages: new Map(passages),
      questions,
      claims,
    },
  }
}
