import type { Article } from '../article/article.ts'
import { blocksWith, marksOf, type Marks } from '../article/english.ts'
import { isQuoted } from '../article/is-quoted.ts'
import type { Block } from '../article/prose.ts'
import type { Edit } from '../report/report.ts'

/** A phrase in prose. */
export interface Phrase {
  block: Block
  /** Where it stands in the text of the block. */
  start: number
  end: number
  /** As written. */
  text: string
  /** In small letters and single spaces, as it was asked for. */
  name: string
}

interface Search {
  marks: Marks
  pattern: RegExp
}

/** Made once for the options of a rule. */
const searches = new WeakMap<object, Search>()

/**
 * The places of phrases in the English prose of an article, in the order of the text. Code, bold and what is quoted are
 * passed over, and so are names: a capital inside a sentence makes one.
 *
 * @param phrases in small letters; or an object whose keys they are
 */
export function* findPhrases(article: Article, phrases: readonly string[] | Record<string, string>): Generator<Phrase> {
  const names = Array.isArray(phrases) ? (phrases as readonly string[]) : Object.keys(phrases)
  if (names.length === 0) return
  let search = searches.get(phrases)
  if (!search) searches.set(phrases, (search = searchFor(names)))
  const { marks, pattern } = search
  for (const block of blocksWith(article, marks)) {
    const firstFrom = (index: number) => {
      pattern.lastIndex = index
      return pattern.exec(block.plain)
    }
    // Not by `matchAll`, which makes a copy of the pattern for each block.
    for (let end = 0, match = firstFrom(0); match; match = firstFrom(end)) {
      const { 0: text, index: start } = match
      end = start + text.length
      if (isInWord(block.plain, start, end)) continue
      const rest = startsSentence(block.plain, start) ? text.slice(1) : text
      if (rest !== rest.toLowerCase() || isQuoted(block.text, start, end)) continue
      yield { block, start, end, text, name: text.toLowerCase().replace(/\s+/g, ' ') }
    }
  }
}

/** Whether a match is only a part of a word. Asked of the few matches, as the pattern would ask it at each character. */
function isInWord(text: string, start: number, end: number): boolean {
  return /[\p{L}\p{N}_'’./-]/u.test(text.charAt(start - 1)) || /[\p{L}\p{N}_'’/-]/u.test(text.charAt(end))
}

function searchFor(names: readonly string[]): Search {
  const pieces = [...names]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s{1,3}'))
  return {
    marks: marksOf(names),
    pattern: new RegExp(`(?:${pieces.join('|')})(?![\\w'’/-])`, 'gi'),
  }
}

/** Whether a sentence, or a part of one that may begin with a capital, starts at an index. */
export function startsSentence(text: string, index: number): boolean {
  return /(?:^|[.!?:;…\uFFFC–—|])["“‘'(\s]*$/u.test(text.slice(Math.max(0, index - 6), index))
}

/**
 * The edit that writes other words for a range of a block. None where the file has more there than the text, such as
 * mark-up, which would be lost.
 */
export function editOf({ source }: Article, { at, text }: Block, start: number, end: number, words: string): Edit[] {
  const place = { start: at(start, end).start.offset, end: at(start, end).end.offset }
  const written = source.slice(place.start, place.end)
  return written.replace(/\s+/g, ' ') === text.slice(start, end).replace(/\s+/g, ' ') ? [{ ...place, text: words }] : []
}

/** Words with a capital where those that they stand for have one. */
export function inCaseOf(written: string, words: string): string {
  const first = written.charAt(0)
  return first === first.toLowerCase() ? words : words.charAt(0).toUpperCase() + words.slice(1)
}
