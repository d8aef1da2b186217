import type { Facts } from '../facts/facts.ts'
import type { Retirement } from '../facts/retirements.ts'
import type { NamedUse } from '../facts/uses.ts'

/** Where an article still tells its readers to use what another one says has been retired. */
export interface UseOfRetired {
  article: Facts
  use: NamedUse
  retirement: Retirement
  /** The article with the announcement. */
  by: Facts
}

/** A name that more of the articles than this tell to use is that of the product itself. */
const mostShare = 0.25
const mostArticles = 5

/** Every use of something retired: of each name the first one in an article. */
export function usesOfRetired(articles: readonly Facts[]): UseOfRetired[] {
  const announced = new Map<string, { retirement: Retirement; by: Facts }>()
  for (const by of articles) {
    for (const retirement of by.retirements) {
      const key = retirement.name.toLowerCase()
      if (!announced.has(key)) announced.set(key, { retirement, by })
    }
  }
  if (announced.size === 0) return []
  const byName = new Map<string, UseOfRetired[]>()
  for (const article of articles) {
    const own = new Set(article.retirements.map(({ name }) => name.toLowerCase()))
    for (const use of article.uses) {
      const key = use[0].toLowerCase()
      const found = announced.get(key)
      // Whoever announces it knows, and so does an article whose own title tells of its end.
      if (!found || own.has(key)) continue
      byName.set(key, [...(byName.get(key) ?? []), { article, use, ...found }])
    }
  }
  return [...byName.values()]
    .filter((uses) => uses.length <= Math.max(mostArticles, mostShare * articles.length))
    .flat()
}
