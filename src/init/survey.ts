import { articleTypes, type Article, type ArticleType } from '../article/article.ts'
import { bareEnd } from '../article/bare-end.ts'
import { isRole, type DayOrder, type RoleName } from '../article/house.ts'
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
  /** Keys that at least half of the articles have, which may hold the day of the last review. */
  dayKeys: [key: string, articles: number][]
  /** What comes first in the days of front matter, where figures such as `28/11/2025` show it and none the other. */
  dayOrder: DayOrder
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

/** Whether nearly all articles of a type have a section, and there are enough of them that this is no chance. */
export function isHabitOfAll({ share }: SurveyedSection, articles: number): boolean {
  return share >= 0.8 && lowerBound(share, articles) >= 0.75
}

/**
 * The lowest share that would still show itself as this one in so many articles, one time in forty.
 *
 * Score interval: Wilson, Probable inference, the law of succession, and statistical inference, 1927.
 */
function lowerBound(share: number, articles: number): number {
  const z = 1.96
  const squared = z ** 2 / articles
  const middle = share + squared / 2
  return (middle - z * Math.sqrt((share * (1 - share)) / articles + squared / (4 * articles))) / (1 + squared)
}

interface Seen {
  role: RoleName | undefined
  articles: Set<Article>
  /** By the name of another: how often it stands before that one. */
  before: Map<string, number>
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
  const dayKeys = [...keys].filter(([key, number]) => mayBeReview.test(key) && number * 2 >= articles.length)
  return {
    articles: articles.length,
    types,
    common,
    keys: [...keys].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)),
    dayKeys,
    dayOrder: dayOrderOf(articles),
  }
}

/** Names under which houses keep the day when somebody last looked at an article. */
const mayBeReview =
  /^(?:ms[._]date|audit[._-]?date|(?:last|date)[._-]?(?:updated|modified|reviewed|checked|edited)(?:[._-]?(?:at|on))?|lastmod|(?:updated|modified|reviewed|checked)(?:[._-]?(?:at|on))?)$/i
/** Fewer days may be slips. */
const fewestDays = 5

function dayOrderOf(articles: readonly Article[]): DayOrder {
  let [dayFirst, monthFirst] = [0, 0]
  for (const { frontMatter } of articles) {
    for (const { value } of frontMatter.entries.values()) {
      const figures = typeof value === 'string' ? /^\s*(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}\b/.exec(value) : null
      if (Number(figures?.[1]) > 12) dayFirst++
      if (Number(figures?.[2]) > 12) monthFirst++
    }
  }
  if (monthFirst === 0 && dayFirst >= fewestDays) return 'day-first'
  return dayFirst === 0 && monthFirst >= fewestDays ? 'month-first' : 'either'
}

function sectionsOf(articles: readonly Article[]): SurveyedSection[] {
  const seen = new Map<string, Seen>()
  for (const article of articles) {
    const top = Math.min(...article.sections.map(({ depth }) => depth))
    const outline = article.sections.filter(({ role, depth }) => role !== undefined || depth === top)
    const earlier: Seen[] = []
    outline.forEach(({ role, label }) => {
      const bare = bareLabel(label)
      if (bare === '' || role === 'contents') return
      const name = role ?? `label ${bare}`
      const one = seen.get(name) ?? { role, articles: new Set(), before: new Map(), written: new Map() }
      seen.set(name, one)
      if (one.articles.has(article)) return
      one.articles.add(article)
      for (const { before } of earlier) before.set(name, (before.get(name) ?? 0) + 1)
      earlier.push(one)
      const written = bareEnd(label)
      one.written.set(written, (one.written.get(written) ?? 0) + 1)
    })
  }
  const usual = [...seen].filter(([, one]) => one.articles.size >= Math.max(habit * articles.length, 3))
  return inOrder(usual).map(({ role, articles: having, written }) => {
    const labels = [...written].sort((a, b) => b[1] - a[1]).map(([label]) => label)
    return { role: role ?? roleFrom(labels[0]!), labels, share: having.size / articles.length }
  })
}

/**
 * Sections in the order in which they mostly stand. Who stands before whom is counted in the articles that have both; where
 * each stands on average would put a section of short articles before what it follows in all others.
 */
function inOrder(sections: [name: string, Seen][]): Seen[] {
  const leads = (a: [string, Seen], b: [string, Seen]) => (a[1].before.get(b[0]) ?? 0) > (b[1].before.get(a[0]) ?? 0)
  const wins = (one: [string, Seen]) => sections.filter((other) => leads(one, other)).length
  const losses = (one: [string, Seen]) => sections.filter((other) => leads(other, one)).length
  // Copeland's method: those that stand before most others come first.
  return sections
    .map((one) => ({ one, score: wins(one) - losses(one) }))
    .sort((a, b) => b.score - a.score)
    .map(({ one }) => one[1])
}

/**
 * Globs of files that are no articles: folders without one title in a help centre where nearly all have one, which hold
 * pieces that others include; and what repositories have beside their content.
 */
export function strangersIn(articles: readonly Article[]): string[] {
  const untitled = articles.filter(({ title }) => !title)
  const bare = articles.filter(({ frontMatter }) => frontMatter.entries.size === 0)
  const ofRepository = [
    ...untitled.filter(({ path }) => repositoryFile.test(path)),
    ...(bare.length < articles.length / 10 ? bare.filter(({ path }) => readMe.test(path)) : []),
  ].map(({ path }) => path)
  if (untitled.length > articles.length / 5) return ofRepository.map(literal).toSorted()
  const holdsTitle = new Set<string>()
  for (const { title, path } of articles) if (title) for (const folder of foldersOf(path)) holdsTitle.add(folder)
  const folders = untitled.flatMap(({ path }) => foldersOf(path).find((folder) => !holdsTitle.has(folder)) ?? [])
  return [...new Set([...folders.map((folder) => `${literal(folder)}/**`), ...ofRepository.map(literal)])].toSorted()
}

/** A path as a glob that means it alone. */
const literal = (path: string) => path.replace(/[()[\]{}*?!]/g, '\\$&')

const repositoryFile =
  /(?:^|\/)(?:security|contributing|code[-_]of[-_]conduct|changelog|licen[cs]e|third-?party-?notices?|support|governance)\.\w+$/i

/** An article in many help centres; in one where all others have front matter, a word to those who work on it. */
const readMe = /(?:^|\/)readme\.\w+$/i

/** The folders that a file stands in, the outermost first. */
function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}

/** A name for a new role, from its label: `More information` is `more-information`. */
function roleFrom(label: string): RoleName {
  const name = bareLabel(label)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
  return isRole(name) ? `${name}-section` : name
}
