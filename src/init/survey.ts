import { articleTypes, type Article, type ArticleType } from '../article/article.ts'
import { bareEnd } from '../article/bare-end.ts'
import { isRole, type RoleName } from '../article/house.ts'
import { bareLabel } from '../article/roles.ts'

/** What the articles of a help centre have in common. */
export interface Survey {
  articles: number
  /** Types that enough articles are of, the most frequent first. */
  types: SurveyedType[]
  /** What articles of all types have in common. */
  common: SurveyedSection[]
  /** Keys of front matter with how many articles have them, the most frequent first. */
  keys: [key: string, articles: number][]
}

/** What articles of one type have in common. */
export interface SurveyedType {
  type: ArticleType
  articles: number
  /** In the order in which they mostly stand. */
  sections: SurveyedSection[]
}

export interface SurveyedSection {
  role: RoleName
  /** Labels as they are written, the most frequent first. */
  labels: string[]
  /** Share of the articles of the type that have it. */
  share: number
}

/** With fewer articles of a type, what they have in common is chance. */
const fewestOfType = 10
/** A label that this share of the articles of a type has is a habit of the house; other labels belong to single articles. */
const habit = 0.2

interface Seen {
  role: RoleName | undefined
  articles: Set<Article>
  /** Where it stands among the sections of its article, from 0 to 1, summed up. */
  places: number
  written: Map<string, number>
}

/** Surveys articles: their types, the sections that many of a type have, their front matter. */
export function surveyOf(articles: readonly Article[]): Survey {
  const types = articleTypes
    .map((type) => ({ type, of: articles.filter((article) => article.type.name === type) }))
    .filter(({ of }) => of.length >= fewestOfType)
    .sort((a, b) => b.of.length - a.of.length)
    .map(({ type, of }) => ({ type, articles: of.length, sections: sectionsOf(of) }))
  const keys = new Map<string, number>()
  for (const { frontMatter } of articles)
    for (const key of frontMatter.entries.keys()) keys.set(key, (keys.get(key) ?? 0) + 1)
  const common = sectionsOf(articles)
  return {
    articles: articles.length,
    types,
    common,
    keys: [...keys].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)),
  }
}

function sectionsOf(articles: readonly Article[]): SurveyedSection[] {
  const seen = new Map<string, Seen>()
  for (const article of articles) {
    const top = Math.min(...article.sections.map(({ depth }) => depth))
    const outline = article.sections.filter(({ role, depth }) => role !== undefined || depth === top)
    outline.forEach(({ role, label }, index) => {
      const bare = bareLabel(label)
      if (bare === '' || role === 'contents') return
      const name = role ?? `label ${bare}`
      const one = seen.get(name) ?? { role, articles: new Set(), places: 0, written: new Map() }
      seen.set(name, one)
      if (one.articles.has(article)) return
      one.articles.add(article)
      one.places += outline.length > 1 ? index / (outline.length - 1) : 0
      const written = bareEnd(label)
      one.written.set(written, (one.written.get(written) ?? 0) + 1)
    })
  }
  return [...seen.values()]
    .filter((one) => one.articles.size >= Math.max(habit * articles.length, 3))
    .sort((a, b) => a.places / a.articles.size - b.places / b.articles.size)
    .map(({ role, articles: having, written }) => {
      const labels = [...written].sort((a, b) => b[1] - a[1]).map(([label]) => label)
      return { role: role ?? roleFrom(labels[0]!), labels, share: having.size / articles.length }
    })
}

/** A name for a new role, from its label: `More information` is `more-information`. */
function roleFrom(label: string): RoleName {
  const name = bareLabel(label)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
  return isRole(name) ? `${name}-section` : name
}
