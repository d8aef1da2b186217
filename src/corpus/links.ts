import { basename, dirname, join, relative } from 'node:path/posix'
import type { Facts } from '../facts/facts.ts'
import type { SiteLink } from '../facts/links.ts'
import { load } from '../load.ts'

/** A link that leads to nothing that is there. */
export interface BrokenLink {
  from: Facts
  link: SiteLink
  /** The article that it leads to, where only the anchor is not there. */
  article: Facts | undefined
  /** The paths that it may lead to, in small letters, without their endings. */
  places: string[]
}

/** Where the links of a corpus lead, as long as no article comes, goes or changes its anchors. */
export interface LinkIndex {
  /** Puts an article in the place of one that leads alike. */
  put: (before: Facts, now: Facts) => void
  /** From how many other articles links lead to the one at a path. */
  to: (path: string) => number
  /** The paths of the other articles that one links to. */
  from: (article: Facts) => ReadonlySet<string>
  /** Whether one article links to another. */
  areLinked: (from: Facts, to: Facts) => boolean
  /** The links that lead to nothing. */
  broken: () => BrokenLink[]
  /** What a broken link may have meant, as it would be written there. */
  nearest: (broken: BrokenLink) => string | undefined
}

/** How a target is written; whether it can be judged is decided for each kind. */
const kinds = ['file', 'page', 'root', 'site'] as const
type Kind = (typeof kinds)[number]

/** A target, read. */
interface Target {
  kind: Kind
  /** In small letters, without its ending; empty for a place in the same article. */
  path: string
  /** Empty where there is none. */
  anchor: string
}

/** Of so many links of a kind that can be judged, at least this share must lead somewhere before any other is reported. */
const trusted = 0.8

/** Where the links of one article lead. */
interface Followed {
  /** How many lead to another article, by kind. */
  found: Record<Kind, number>
  lost: Record<Kind, number>
  /** The paths of those articles. */
  reached: Set<string>
  broken: { link: SiteLink; kind: Kind; article: Facts | undefined }[]
}

const none = (): Record<Kind, number> => ({ file: 0, page: 0, root: 0, site: 0 })

/**
 * Makes an index of where links may lead.
 *
 * What a run did not see is unknown and not broken. So a link is judged only where it leads into a folder that holds checked
 * articles; and only where most links of its kind do lead somewhere, as they do not in a run over a few articles, or where
 * addresses of the site say nothing about files.
 */
export function createLinkIndex(articles: readonly Facts[]): LinkIndex {
  const byPath = new Map<string, Facts>()
  const byName = new Map<string, Facts[]>()
  const folders = new Map<string, Facts[]>()
  for (const article of articles) {
    const path = pathOf(article)
    byPath.set(path, article)
    addTo(byName, basename(path), article)
    addTo(folders, dirname(path), article)
  }
  for (const [path, article] of byPath) {
    if (isIndex.test(path) && !byPath.has(dirname(path))) byPath.set(dirname(path), article)
  }
  const parents = new Set<string>()
  for (const folder of folders.keys()) {
    for (let up = folder; !parents.has(up); up = dirname(up)) parents.add(up)
  }
  const follow = (from: Facts, { kind, path }: Target): Facts | 'folder' | 'unknown' | 'lost' => {
    const own = pathOf(from)
    let known = false
    for (const candidate of candidatesFor(own, kind, path)) {
      const article = byPath.get(candidate)
      if (article) return article
      if (parents.has(candidate)) return 'folder'
      known ||= folders.has(dirname(candidate))
    }
    return known ? 'lost' : 'unknown'
  }
  const followAll = (from: Facts): Followed => {
    const now: Followed = { found: none(), lost: none(), reached: new Set(), broken: [] }
    for (const link of from.links) {
      const target = targetOf(link)
      if (!target) continue
      const to = target.path === '' ? from : follow(from, target)
      // Where addresses of the site follow from files, nearly all do.
      if (to === 'unknown' && target.kind === 'site') now.lost.site++
      if (to === 'lost') {
        now.lost[target.kind]++
        now.broken.push({ link, kind: target.kind, article: undefined })
      } else if (typeof to === 'object') {
        if (to.path !== from.path) {
          now.found[target.kind]++
          now.reached.add(to.path)
        }
        if (target.anchor !== '' && !hasAnchor(to, target.anchor))
          now.broken.push({ link, kind: target.kind, article: to })
      }
    }
    return now
  }
  const [found, lost] = [none(), none()]
  const linked = new Map<string, number>()
  const count = (followed: Followed, sign: 1 | -1) => {
    for (const kind of kinds) {
      found[kind] += sign * followed.found[kind]
      lost[kind] += sign * followed.lost[kind]
    }
    for (const path of followed.reached) linked.set(path, (linked.get(path) ?? 0) + sign)
  }
  /** The articles with broken links, by path. */
  const having = new Map<string, { from: Facts; broken: Followed['broken'] }>()
  const add = (from: Facts) => {
    const followed = followAll(from)
    count(followed, 1)
    if (followed.broken.length > 0) having.set(from.path, { from, broken: followed.broken })
  }
  for (const article of articles) add(article)
  const nearest = new Map<string, string | undefined>()
  return {
    put(before, now) {
      count(followAll(before), -1)
      having.delete(before.path)
      add(now)
    },
    to: (path) => linked.get(path) ?? 0,
    from: (article) => followAll(article).reached,
    areLinked: (from, to) => followAll(from).reached.has(to.path),
    broken() {
      const isTrusted = (kind: Kind) => found[kind] >= trusted * (found[kind] + lost[kind])
      return [...having.values()].flatMap(({ from, broken }) =>
        broken.flatMap(({ link, kind, article }) =>
          article || isTrusted(kind) ? [{ from, link, article, places: placesOf(from, link) }] : [],
        ),
      )
    },
    nearest(one) {
      const key = `${one.from.path}\0${one.link[0]}`
      if (!nearest.has(key)) {
        const found = one.article ? nearestAnchor(one.article, one.link) : nearestArticle(one, folders, byName)
        nearest.set(key, found)
      }
      return nearest.get(key)
    },
  }
}

/** Whether an article in the place of another leaves every link where it leads. */
export function leadsAlike(before: Facts, now: Facts): boolean {
  return before.anchors === now.anchors && before.title === now.title
}

function placesOf(from: Facts, link: SiteLink): string[] {
  const target = targetOf(link)
  return target ? candidatesFor(pathOf(from), target.kind, target.path) : []
}

/** An anchor of an article that is like the one in a link. */
function nearestAnchor({ anchors }: Facts, [to]: SiteLink): string | undefined {
  const hash = to.indexOf('#')
  const near = likeliest(decoded(to.slice(hash + 1)) ?? '', anchors?.split(' ') ?? [])
  return near === undefined ? undefined : `${to.slice(0, hash)}#${near}`
}

/** An article of the same name in another folder, or of nearly the same name in the folder that a link leads to. */
function nearestArticle(
  { from, link }: BrokenLink,
  folders: ReadonlyMap<string, Facts[]>,
  byName: ReadonlyMap<string, Facts[]>,
): string | undefined {
  const target = targetOf(link)
  if (target?.kind !== 'file') return undefined
  const here = dirname(from.path)
  const name = basename(target.path)
  const moved = byName.get(name) ?? []
  const anchor = target.anchor === '' ? '' : `#${target.anchor}`
  if (moved.length === 1) return `${relative(here, moved[0]!.path)}${anchor}`
  const folder = dirname(join(dirname(pathOf(from)), target.path))
  const siblings = (folders.get(folder) ?? []).filter((article) => article.path !== from.path)
  const near = likeliest(
    name,
    siblings.map((article) => basename(pathOf(article))),
  )
  const article = siblings.find((one) => basename(pathOf(one)) === near)
  return article && `${relative(here, article.path)}${anchor}`
}

/** The one of some names that another one may have been meant to be; letters that differ are few. */
function likeliest(name: string, names: string[]): string | undefined {
  const rest = names.filter((other) => other !== '')
  if (rest.length === 0 || name.length < 4) return undefined
  const { closest, distance } = load<typeof import('fastest-levenshtein')>('fastest-levenshtein')
  const near = closest(name, rest)
  return distance(name, near) <= Math.max(2, name.length / 5) ? near : undefined
}

function addTo(lists: Map<string, Facts[]>, key: string, article: Facts): void {
  const list = lists.get(key)
  if (list) list.push(article)
  else lists.set(key, [article])
}

const ending = /\.(?:md|markdown|mdx)$/
const isIndex = /(?:^|\/)(?:index|_index|readme)$/

function pathOf({ path }: Facts): string {
  return path.toLowerCase().replace(ending, '')
}

/** Where the article of a target may be. */
function candidatesFor(own: string, kind: Kind, path: string): string[] {
  const folder = dirname(own)
  if (kind === 'file') return [join(folder, path)]
  // A page may be shown as a folder, and its links counted from there.
  if (kind === 'page') return [join(folder, path), join(own, path)]
  const candidates: string[] = []
  for (let up = folder; ; up = dirname(up)) {
    candidates.push(join(up, path))
    // A first part may be the language, or what the site is called there.
    if (kind === 'site' && path.includes('/')) candidates.push(join(up, path.slice(path.indexOf('/') + 1)))
    if (dirname(up) === up) return candidates
  }
}

const escape = /\\([!-/:-@[-`{-~])/g

/** Reads a target; undefined for a file that is no article, and for what cannot be read. */
function targetOf([written]: SiteLink): Target | undefined {
  const [before = '', ...after] = written.replace(escape, '$1').replaceAll('&amp;', '&').split('#')
  const raw = before.split('?')[0]!.replaceAll('\\', '/')
  const path = decoded(raw)?.toLowerCase()
  const anchor = decoded(after.join('#'))
  if (path === undefined || anchor === undefined || (raw === '' && before !== '')) return undefined
  const name = path.slice(path.lastIndexOf('/') + 1)
  const isFile = ending.test(name)
  const bare = path.replace(isFile ? ending : /(?<=[^/])(?:\.html?|\/)$/, '')
  if (path.startsWith('~/')) return { kind: 'root', path: bare.slice(2), anchor }
  if (path.startsWith('/')) return { kind: 'site', path: bare.replace(/^\/+/, ''), anchor }
  if (!isFile && bare === path && name.includes('.') && !/^\.+$/.test(name)) return undefined
  return { kind: isFile ? 'file' : 'page', path: bare, anchor }
}

function decoded(text: string): string | undefined {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/** `tab/windows` opens a tab, `:~:text=…` marks text, `/route` and `page=2` are a program's, `h_01ABC…` only the server knows. */
const noAnchor = /^(?:top$|tab\/|:~:|[/!?]|\w+=|h_[\da-zA-Z]{20,}$|L\d+(?:-L?\d+)?$)/

/** Whether an anchor is there, or something so like it that only the way of making anchors may differ. */
function hasAnchor({ anchors, title }: Facts, anchor: string): boolean {
  if (anchors === null || noAnchor.test(anchor)) return true
  if (` ${anchors} `.includes(` ${anchor} `)) return true
  const key = keyOf(anchor)
  if (key === '' || (title !== null && keyOf(title) === key)) return true
  return anchors.split(' ').some((one) => {
    const other = keyOf(one)
    return other === key || `${other}1` === key || `usercontent${other}` === key
  })
}

/** Letters and digits alone. */
function keyOf(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}
