import type { Report } from '../report/report.ts'

/** Types of article in the order of their names: how many articles are of each, and how many of them are in each of some sets. */
export function byType(
  { articles }: Report,
  sets: readonly ReadonlySet<string>[],
): { type: string; counts: number[] }[] {
  return [...new Set(articles.map(({ type }) => type))].sort().map((type) => {
    const own = articles.filter((article) => article.type === type)
    return { type, counts: [own.length, ...sets.map((set) => own.filter(({ path }) => set.has(path)).length)] }
  })
}

/** The articles with errors or warnings, by their paths. */
export function withGrave({ findings }: Report): Set<string> {
  return new Set(findings.filter(({ severity }) => severity !== 'suggestion').map(({ path }) => path))
}
