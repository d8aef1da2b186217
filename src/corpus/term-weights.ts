import type { Facts } from '../facts/facts.ts'
import { countOf, placesOf, stemOf, type Term } from '../facts/terms.ts'

/**
 * How much terms say: the fewer articles have one, the more. Steps of a factor of two, so that what one change does to an
 * article is felt by few others.
 */
export interface TermWeights {
  /** The weight of a stem. */
  of: (stem: number) => number
  /** Says which stems weigh something else from then on; `all` where every one does. */
  put: (before: Facts | undefined, now: Facts | undefined) => ReadonlySet<number> | 'all'
}

/** Stems are told apart by so many of their bits. */
const counters = 2 ** 20

/** A stem that nearly all articles have still says a little. */
const leastWeight = 0.25

const stepOf = (count: number) => (count < 1 ? 0 : 31 - Math.clz32(count))

/** Inverse document frequency: Spärck Jones, A statistical interpretation of term specificity, 1972. */
export function createTermWeights(articles: readonly Facts[]): TermWeights {
  const counts = new Uint32Array(counters)
  let size = articles.length
  for (const { terms } of articles) for (const term of terms) counts[stemOf(term) & (counters - 1)]! += 1
  return {
    of: (stem) => Math.max(leastWeight, stepOf(size) - stepOf(counts[stem & (counters - 1)]!)),
    put(before, now) {
      const step = stepOf(size)
      size += Number(now !== undefined) - Number(before !== undefined)
      const changed = new Set<number>()
      const [goes, comes] = [stemsOf(before), stemsOf(now)]
      const change = (stem: number, by: 1 | -1) => {
        const at = stem & (counters - 1)
        const then = stepOf(counts[at]!)
        counts[at]! += by
        if (stepOf(counts[at]!) !== then) changed.add(at)
      }
      for (const stem of goes) if (!comes.has(stem)) change(stem, -1)
      for (const stem of comes) if (!goes.has(stem)) change(stem, 1)
      return stepOf(size) === step ? changed : 'all'
    },
  }
}

/** What {@link TermWeights.put} names a stem by. */
export const namedBy = (stem: number): number => stem & (counters - 1)

function stemsOf(article: Facts | undefined): Set<number> {
  return new Set(Array.from(article?.terms ?? [], stemOf))
}

/** How much a term counts in an article, before its weight. */
export type Measure = (term: Term) => number

/** In the title or not. */
export const byTitle = (term: Term): number => placesOf(term) & 1
/** How often in the text, on a scale that grows ever more slowly. */
export const byText = (term: Term): number => (countOf(term) === 0 ? 0 : 1 + Math.log2(countOf(term)))
/** In the quick answer, or where there is none in the first paragraph. */
export const byAnswer = (term: Term): number => (placesOf(term) >> 2) & 1

/** The cosine of two articles as vectors of weighted terms, 0 to 1: Salton and Buckley, Term-weighting approaches, 1988. */
export function cosine(a: Uint32Array, b: Uint32Array, measure: Measure, { of }: TermWeights): number {
  let [i, j, dot, lengthA, lengthB] = [0, 0, 0, 0, 0]
  while (i < a.length || j < b.length) {
    const x = i < a.length ? stemOf(a[i]!) : Infinity
    const y = j < b.length ? stemOf(b[j]!) : Infinity
    const weight = of(Math.min(x, y))
    const one = x <= y ? measure(a[i++]!) * weight : 0
    const other = y <= x ? measure(b[j++]!) * weight : 0
    dot += one * other
    lengthA += one * one
    lengthB += other * other
  }
  return dot === 0 ? 0 : dot / Math.sqrt(lengthA * lengthB)
}
