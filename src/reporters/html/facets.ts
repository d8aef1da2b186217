import type { Properties } from 'hastscript'
import type { Report, ReportedArticle } from '../../report/report.ts'

/** What lists can be narrowed down to, each value with how many articles have it. */
export interface Facets {
  owners: Facet
  types: Facet
  folders: Facet
  groups: Facet
  /** The properties of an item of a list that is about some articles, by which it is found. */
  of: (paths: readonly string[]) => Properties
}

/** One kind of value: the values in their order, and how many articles have each. */
export interface Facet {
  values: string[]
  counts: number[]
}

/** Collects the values of a report. */
export function facetsOf({ articles, findings }: Report): Facets {
  const known = new Map(articles.map((article) => [article.path, article]))
  const groupsOf = new Map<string, Set<string>>()
  for (const { path, rule } of findings) {
    const groups = groupsOf.get(path)
    if (groups) groups.add(groupOf(rule))
    else groupsOf.set(path, new Set([groupOf(rule)]))
  }
  const owners = facetOf(articles, ({ owner }) => (owner === undefined ? [] : [owner]))
  const types = facetOf(articles, ({ type }) => [type])
  const folders = facetOf(articles, ({ path }) => foldersOf(path))
  const groups = facetOf(articles, ({ path }) => [...(groupsOf.get(path) ?? [])])
  const numberIn = ({ values }: Facet) => {
    const places = new Map(values.map((value, place) => [value, place]))
    return (some: readonly string[]) => [...new Set(some.flatMap((value) => places.get(value) ?? []))].join(' ')
  }
  const [ownerIn, typeIn, folderIn] = [owners, types, folders].map(numberIn)
  const of = (paths: readonly string[]): Properties => {
    const own = paths.flatMap((path) => known.get(path) ?? [])
    return {
      dataOwner: ownerIn!(own.flatMap(({ owner }) => owner ?? [])),
      dataType: typeIn!(own.map(({ type }) => type)),
      dataFolder: folderIn!(own.flatMap(({ path }) => foldersOf(path))),
    }
  }
  return { owners, types, folders, groups, of }
}

/** The group of a rule: `structure` of `structure/quick-answer`. */
export function groupOf(rule: string): string {
  return rule.slice(0, rule.lastIndexOf('/'))
}

/** The folder of an article, and those that it is in. */
function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}

/** A facet of values that are there already. */
export function facetIn(values: readonly string[]): Facet {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const sorted = [...counts.keys()].sort()
  return { values: sorted, counts: sorted.map((value) => counts.get(value)!) }
}

function facetOf(articles: readonly ReportedArticle[], valuesOf: (article: ReportedArticle) => string[]): Facet {
  return facetIn(articles.flatMap(valuesOf))
}
