import type { Facts } from '../facts/facts.ts'

/** The facts of all articles, in the order of their paths. */
export interface Corpus {
  articles: Facts[]
}

/** Puts facts in an order that does not depend on how the files were found. */
export function indexCorpus(facts: Facts[]): Corpus {
  return { articles: [...facts].sort((a, b) => comparePaths(a.path, b.path)) }
}

/** Compares by UTF-16 units, so that no locale changes a report. */
export function comparePaths(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
