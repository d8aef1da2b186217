import type { CheckedArticle } from '../pipeline.ts'

/** Checked articles as a text, and their shingles, which are most of them, as numbers beside it. */
export interface Packed {
  json: string
  shingles: Uint32Array
}

/** Packs articles for a file; `unpack` gives the same ones back. */
export function pack(checked: readonly CheckedArticle[]): Packed {
  const shingles = new Uint32Array(checked.reduce((sum, { facts }) => sum + facts.shingles.length, 0))
  let next = 0
  const articles = checked.map(({ facts, findings }) => {
    shingles.set(facts.shingles, next)
    next += facts.shingles.length
    return { facts: { ...facts, shingles: facts.shingles.length }, findings }
  })
  return { json: JSON.stringify(articles), shingles }
}

/** Unpacks articles. @throws where the text is no JSON; that it holds articles is for the caller to know */
export function unpack({ json, shingles }: Packed): CheckedArticle[] {
  let next = 0
  const articles = JSON.parse(json) as { facts: { shingles: number }; findings: unknown }[]
  return articles.map((article) => {
    const length = article.facts.shingles
    const own = shingles.subarray(next, next + length)
    next += length
    return { ...article, facts: { ...article.facts, shingles: own } } as unknown as CheckedArticle
  })
}
