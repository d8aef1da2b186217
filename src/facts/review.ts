import type { Article } from '../article/article.ts'
import type { Position } from '../article/position.ts'
import { datesIn } from './dates.ts'

/** When an article was last checked against the product, and how often it wants to be. */
export interface ReviewRecord {
  /** `YYYY-MM-DD`. */
  verified: string
  at: Position
  /** As written: `July 25, 2025`. */
  text: string
  /** ISO 8601 duration, where the article says. */
  every: string | undefined
}

/** Keys of front matter that hold the day of the last review, in our words and in other houses'. */
export const verifiedKeys = [
  'last_verified',
  'lastVerified',
  'last-verified',
  'verified',
  'last_reviewed',
  'lastReviewed',
  'last-reviewed',
  'reviewed',
]
/** Keys that hold how often. */
export const everyKeys = ['review_every', 'reviewEvery', 'review-every']
const verifiedLine =
  /^\W*(?:this (?:article|page|guide) was )?(?:last|most recently)?\s*(?:verified|reviewed|checked|fact-checked)(?:\s+by\s+[^,;:.\d]{1,40}?)?(?:\s+(?:on|as of))?\s*[:：—–-]?\s*$/i
const anyReview = /verified|reviewed|checked/i
/** What may follow the day in such a line; more is a sentence about something else. */
const lineEnd = /^\s*[.)|*]{0,2}\s*(?:(?:by|\(|·|\|).{0,60})?$/i

/**
 * The day of the last review: from front matter, else from a line of its own such as `Last verified: July 25, 2025`.
 *
 * @returns undefined where neither tells a whole date
 */
export function reviewRecordOf(article: Article): ReviewRecord | undefined {
  const { keys, dayOrder } = article.house
  const entries = article.frontMatter.entries
  const everyValue = [...everyKeys, ...keys.review_every]
    .map((key) => entries.get(key)?.value)
    .find((value) => value !== undefined)
  const every = typeof everyValue === 'string' ? everyValue : undefined
  for (const key of [...verifiedKeys, ...keys.last_verified]) {
    const entry = entries.get(key)
    const date = typeof entry?.value === 'string' ? datesIn(entry.value, dayOrder)[0] : undefined
    if (entry && date && date.from === date.to) return { verified: date.to, at: entry.valueAt, text: date.text, every }
  }
  // Nearly no article has such a line.
  if (!anyReview.test(article.source)) return undefined
  for (const block of article.blocks) {
    if (block.text.length > 120) continue
    const date = datesIn(block.text, dayOrder)[0]
    if (!date || date.from !== date.to || !verifiedLine.test(block.text.slice(0, date.index))) continue
    if (!lineEnd.test(block.text.slice(date.index + date.text.length))) continue
    return { verified: date.to, at: block.at(date.index, date.index + date.text.length), text: date.text, every }
  }
  return undefined
}
