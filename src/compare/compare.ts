import type { Nodes } from 'mdast'
import { diff } from 'fast-myers-diff'
import type { Article, Section } from '../article/article.ts'
import { bareLabel } from '../article/roles.ts'
import { sentencesOf, type Block } from '../article/prose.ts'
import { textOf } from '../article/text-of.ts'

/** Two articles side by side. */
export interface SideBySide {
  here: Side
  there: Side
  /** In the order of the first, with what only the second has where it stands there. */
  sections: SectionPair[]
}

/** Two articles side by side, and where they disagree. */
export interface Comparison extends SideBySide {
  /** Where the two cannot both be right, as the rules about conflicts tell it. */
  conflicts: ConflictBetween[]
  /** What else the two say differently in sentences that are alike. */
  disagreements: Disagreement[]
}

/** One of two articles. */
export interface Side {
  path: string
  title: string
  words: number
  /** Words that the other has too, in the same order within a section. */
  shared: number
}

/** A section of one article, and that of the other which says the same; one of them may be missing. */
export interface SectionPair {
  here: string | undefined
  there: string | undefined
  pieces: Piece[]
}

/** Words in a row that both have, or only one. */
export interface Piece {
  in: 'both' | 'here' | 'there'
  text: string
  /** Of what both have, as the second writes it, where that differs in signs or capitals. */
  textThere?: string
}

/** Two sentences that are alike but for a number, a date, an address, or a `not`. */
export interface Disagreement {
  here: { value: string; quote: string }
  there: { value: string; quote: string }
}

/** A claim of each article that the other's speaks against. */
export interface ConflictBetween {
  /** The rule that tells it. */
  rule: string
  /** What both claims are about. */
  subject: string
  here: ClaimSide
  there: ClaimSide
}

/** What one article says in a conflict, and where; line and column from 1. */
export interface ClaimSide {
  path: string
  value: string
  quote: string
  line: number
  column: number
}

/** A quote in parts: what it gives, wherever that stands, and the rest. */
export function inParts(quote: string, value: string): { text: string; isValue: boolean }[] {
  const parts: { text: string; isValue: boolean }[] = []
  let from = 0
  for (let at = quote.indexOf(value); value !== '' && at >= 0; at = quote.indexOf(value, at + value.length)) {
    // The `10` of 2010 is not the value 10.
    if (inWord.test(quote[at - 1] ?? '') || inWord.test(quote[at + value.length] ?? '')) continue
    parts.push({ text: quote.slice(from, at), isValue: false }, { text: value, isValue: true })
    from = at + value.length
  }
  return [...parts, { text: quote.slice(from), isValue: false }].filter(({ text }) => text !== '')
}

/** Two quotes word by word: what both have, and what only one does. */
export function wordsBeside(here: string, there: string): Piece[] {
  return piecesOf(here.split(/\s+/), there.split(/\s+/))
}

const inWord = /[\p{L}\p{N}]/u

/** A part of an article with a heading of its own, as its words. */
interface Part {
  label: string
  key: string
  sentences: string[]
  words: string[]
}

/** Compares two articles section by section and word by word. @param conflicts that are known between them, `a` being here */
export function compareArticles(a: Article, b: Article, conflicts: ConflictBetween[] = []): Comparison {
  const [mine, yours] = [partsOf(a), partsOf(b)]
  const isTold = ({ here, there }: Disagreement) =>
    conflicts.some((one) => isWithin(one.here.quote, here.quote) && isWithin(one.there.quote, there.quote))
  const disagreements = disagreementsOf(mine, yours).filter((one) => !isTold(one))
  return { ...besideEachOther(a, b, mine, yours), conflicts, disagreements }
}

/** Two articles section by section and word by word, without a look at where they disagree. */
export function sideBySide(a: Article, b: Article): SideBySide {
  return besideEachOther(a, b, partsOf(a), partsOf(b))
}

function besideEachOther(a: Article, b: Article, mine: Part[], yours: Part[]): SideBySide {
  const sections = aligned(mine, yours).map(([one, other]): SectionPair => ({
    here: one?.label,
    there: other?.label,
    pieces: piecesOf(one?.words ?? [], other?.words ?? []),
  }))
  const shared = sections
    .flatMap(({ pieces }) => pieces)
    .filter((piece) => piece.in === 'both')
    .reduce((sum, { text }) => sum + text.split(' ').length, 0)
  const side = (article: Article, parts: Part[]): Side => ({
    path: article.path,
    title: article.title?.text ?? article.path,
    words: parts.reduce((sum, { words }) => sum + words.length, 0),
    shared,
  })
  return { here: side(a, mine), there: side(b, yours), sections }
}

/** A claim may be a sentence with the address below it, or a part of one. */
const isWithin = (one: string, other: string) => one.includes(other) || other.includes(one)

/** The parts of an article: what stands before the first section, then each section. */
function partsOf(article: Article): Part[] {
  const starts = [0, ...article.sections.map(({ at }) => at.start.offset), Infinity]
  const labels: (Section | undefined)[] = [undefined, ...article.sections]
  const parts = labels.map((section, index): Part & { start: number; end: number } => ({
    label: section?.label ?? '',
    key: section ? (section.role ?? bareLabel(section.label)) : '',
    start: starts[index]!,
    end: starts[index + 1]!,
    sentences: [],
    words: [],
  }))
  for (const block of article.blocks) {
    const end = block.node.position?.end.offset ?? 0
    // A label at the start of a paragraph belongs to its own section: that with the last start before the end of the block.
    const part = parts.findLast(({ start }) => start < end) ?? parts[0]!
    if (block.kind === 'heading') continue
    for (const { text } of sentencesOf(withoutLabel(textIn(block), part.label))) {
      part.sentences.push(text)
      part.words.push(...text.split(/\s+/).filter((word) => word !== ''))
    }
  }
  return parts.filter(({ label, words }) => label !== '' || words.length > 0)
}

/** A label at the start of a paragraph is shown as a heading. */
const withoutLabel = (text: string, label: string) =>
  label !== '' && text.startsWith(label) ? text.slice(label.length).replace(/^[\s:：—–-]+/, '') : text

const textIn = ({ node }: Block): string => textOf(node as Nodes).replace(/\s+/g, ' ')

/** Least share of the words of the shorter of two sections to be one and the same. */
const leastShared = 0.5

/** Pairs sections that have the same role or label, else those with the most words in common; the rest stand alone. */
function aligned(mine: Part[], yours: Part[]): [Part | undefined, Part | undefined][] {
  const partner = new Map<Part, Part>()
  const free = new Set(yours)
  const pair = (one: Part, other: Part | undefined) => {
    if (!other) return
    partner.set(one, other)
    free.delete(other)
  }
  for (const one of mine) {
    const nearest = best(one, free)
    // What says the same word for word is the same section, whatever it is called.
    if (nearest && nearest.share > 0.8) pair(one, nearest.part)
  }
  for (const one of mine)
    if (!partner.has(one))
      pair(
        one,
        [...free].find(({ key }) => key === one.key),
      )
  for (const one of mine) {
    const nearest = partner.has(one) ? undefined : best(one, free)
    if (nearest && nearest.share >= leastShared) pair(one, nearest.part)
  }
  const pairs: [Part | undefined, Part | undefined][] = []
  let next = 0
  for (const one of mine) {
    const other = partner.get(one)
    const place = other ? yours.indexOf(other) : -1
    // What only the second has comes where it stands there.
    for (; next < place; next++) if (free.has(yours[next]!)) pairs.push([undefined, yours[next]])
    pairs.push([one, other])
  }
  for (; next < yours.length; next++) if (free.has(yours[next]!)) pairs.push([undefined, yours[next]])
  return pairs
}

function best(one: Part, among: Iterable<Part>): { part: Part; share: number } | undefined {
  let found: { part: Part; share: number } | undefined
  for (const part of among) {
    const shorter = Math.min(one.words.length, part.words.length)
    if (shorter === 0) continue
    const theirs = countsOf(part.words)
    let shared = 0
    for (const [word, count] of countsOf(one.words)) shared += Math.min(count, theirs.get(word) ?? 0)
    if (!found || shared / shorter > found.share) found = { part, share: shared / shorter }
  }
  return found
}

function countsOf(words: string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words.map(plain)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** A word as it is compared: in small letters, without the signs around it. */
const plain = (word: string) => word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '') || word

function piecesOf(mine: string[], yours: string[]): Piece[] {
  const pieces: Piece[] = []
  const push = (where: 'here' | 'there', words: string[]) => {
    if (words.length > 0) pieces.push({ in: where, text: words.join(' ') })
  }
  const pushBoth = (words: string[], wordsThere: string[]) => {
    if (words.length === 0) return
    const [text, textThere] = [words.join(' '), wordsThere.join(' ')]
    pieces.push({ in: 'both', text, ...(text === textThere ? {} : { textThere }) })
  }
  let [at, atThere] = [0, 0]
  for (const [from, to, fromThere, toThere] of diff(mine.map(plain), yours.map(plain))) {
    pushBoth(mine.slice(at, from), yours.slice(atThere, fromThere))
    push('here', mine.slice(from, to))
    push('there', yours.slice(fromThere, toThere))
    ;[at, atThere] = [to, toThere]
  }
  pushBoth(mine.slice(at), yours.slice(atThere))
  return pieces
}

/** What a claim may turn on: a number, an address, a word that turns it round. */
const value = /\d|:\/\/|@|^(?:not|never|no|cannot|can't|can’t|don't|don’t|isn't|isn’t|only|always|must|optional)$/i
/** Words that two sentences must have in common to be about the same thing: over those of both, or of a shorter one of some length. */
const leastAlike = 0.6
const leastContained = 0.75
const leastLength = 4

/** Sentences of the two that are alike but for a value. */
function disagreementsOf(mine: Part[], yours: Part[]): Disagreement[] {
  const theirs = yours.flatMap(({ sentences }) => sentences)
  const found: Disagreement[] = []
  for (const quote of mine.flatMap(({ sentences }) => sentences)) {
    const words = quote.split(' ')
    let nearest: { sentence: string; alike: number; pieces: Piece[] } | undefined
    for (const sentence of theirs) {
      const others = sentence.split(' ')
      const shorter = Math.min(words.length, others.length)
      if (shorter * 3 < Math.max(words.length, others.length)) continue
      const pieces = piecesOf(words, others)
      const shared = pieces.reduce((sum, piece) => sum + (piece.in === 'both' ? piece.text.split(' ').length : 0), 0)
      const alike = (2 * shared) / (words.length + others.length)
      const isAlike = alike >= leastAlike || (shorter >= leastLength && shared / shorter >= leastContained)
      if (isAlike && (!nearest || alike > nearest.alike)) nearest = { sentence, alike, pieces }
    }
    if (!nearest) continue
    const differing = (where: Piece['in']) =>
      nearest.pieces.filter((piece) => piece.in === where).map(({ text }) => text)
    const [here, there] = [differing('here'), differing('there')]
    const says = (texts: string[]) =>
      texts.some((text) => text.split(' ').some((word) => value.test(plain(word)) || value.test(word)))
    if (!says(here) && !says(there)) continue
    found.push({
      here: { value: here.join(' … '), quote },
      there: { value: there.join(' … '), quote: nearest.sentence },
    })
  }
  return found
}
