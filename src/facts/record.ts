import type { Article } from '../article/article.ts'
import type { Position } from '../article/position.ts'
import { datesIn } from './dates.ts'

/** A day that an article names of itself, and where. */
export interface NamedDay {
  /** `YYYY-MM-DD`. */
  day: string
  /** As written: `07/25/2025`. */
  text: string
  /** The key of front matter; empty for a comment. */
  key: string
  at: Position
}

/** What an article records of itself, besides its review. */
export interface ArticleRecord {
  /** Who is asked about it; several with `, ` between them. */
  owner: string | null
  /** How many read it, where front matter gives a number. */
  readers: number | null
  /** When its text was last changed, by its own word. */
  updated: NamedDay | undefined
  /** The last day on which it holds. */
  expires: NamedDay | undefined
}

/** Keys of front matter that hold the day of the last change, in our words and in other houses'; the surer first. */
const updatedKeys = [
  'updated',
  'last_updated',
  'lastUpdated',
  'last-updated',
  'updated_at',
  'lastmod',
  'last_modified',
  'lastModified',
  'modified',
  'date',
  'ms.date',
  'published',
]
const expiresKeys = ['expires', 'expiry', 'expiryDate', 'expires_at', 'valid_until']
const ownerKeys = ['owner', 'owners', 'maintainer', 'author']

const comment = /<!--\s*expires\s*:?\s+([^<>]{4,40}?)\s*-->/gi

/** Reads the record of an article: from front matter, and where it expires also from a comment `<!-- expires 2026-12-31 -->`. */
export function recordOf(article: Article): ArticleRecord {
  const { entries } = article.frontMatter
  const { keys } = article.house
  const readers = entries.get('readers')?.value
  return {
    owner: ownerOf(article),
    readers: typeof readers === 'number' ? readers : null,
    updated: firstDay(article, [...keys.updated, ...updatedKeys]),
    expires: firstDay(article, [...keys.expires, ...expiresKeys]) ?? dayInComment(article),
  }
}

function ownerOf({ frontMatter: { entries }, house }: Article): string | null {
  for (const key of [...house.keys.owner, ...ownerKeys]) {
    const value = entries.get(key)?.value
    const names = [value].flat().filter((name): name is string => typeof name === 'string' && name.trim() !== '')
    if (names.length > 0) return names.join(', ')
  }
  return null
}

function firstDay({ frontMatter, house }: Article, keys: readonly string[]): NamedDay | undefined {
  for (const key of keys) {
    const entry = frontMatter.entries.get(key)
    const date = typeof entry?.value === 'string' ? datesIn(entry.value, house.dayOrder)[0] : undefined
    if (!entry || !date) continue
    // Of a day that can be read in two ways, the later reading is the one that accuses nobody.
    if (date.from === date.to || isTwofold(date)) return { day: date.to, text: date.text, key, at: entry.valueAt }
  }
  return undefined
}

/** Whether a span is one day in figures, read in two ways: `03/04/2026`. */
const isTwofold = ({ text }: { text: string }) => /^\d{1,2}[./-]\d{1,2}[./-]\d{4}$/.test(text)

function dayInComment({ links, locate, house }: Article): NamedDay | undefined {
  for (const { value, position } of links.html) {
    if (!value.includes('xpires')) continue
    for (const match of value.matchAll(comment)) {
      const date = datesIn(match[1]!, house.dayOrder)[0]
      const start = position?.start.offset
      if (!date || start === undefined) continue
      const from = start + match.index
      return { day: date.to, text: date.text, key: '', at: locate(from, from + match[0].length) }
    }
  }
  return undefined
}
