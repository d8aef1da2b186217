import type { Article } from './article.ts'
import { hashesOf, wordsOf, type Block } from './prose.ts'

/** Words that English cannot do without, and that mean nothing in the languages that borrow from it. */
const functionWords =
  "the and to you your this that these with are can be it its it's if when from not which how what they has have does".split(
    ' ',
  )

/** Hashes of words, or of pairs of words that follow each other; most are told apart by a part of the hash alone. */
export interface Marks {
  words: HashMarks
  pairs: HashMarks
}

interface HashMarks {
  byPart: Uint8Array
  whole: Set<number>
}

const newMarks = (): HashMarks => ({ byPart: new Uint8Array(0x10000), whole: new Set() })

function mark({ byPart, whole }: HashMarks, hash: number): void {
  byPart[hash & 0xffff] = 1
  whole.add(hash)
}

const isMarked = ({ byPart, whole }: HashMarks, hash: number) => byPart[hash & 0xffff] === 1 && whole.has(hash)

/** The marks by which blocks with one of some phrases are found: of a phrase those two words that are likely the rarest. */
export function marksOf(phrases: Iterable<string>): Marks {
  const marks: Marks = { words: newMarks(), pairs: newMarks() }
  for (const phrase of phrases) {
    const words = wordsOf(phrase.toLowerCase())
    const pairs = words.slice(1).map((word, index) => `${words[index]} ${word}`)
    const [longest] = pairs.sort((a, b) => b.length - a.length)
    const [first, second] = hashesOf(longest ?? words[0] ?? '')
    if (first === undefined) continue
    if (second === undefined) mark(marks.words, first)
    else mark(marks.pairs, pairOf(first, second))
  }
  return marks
}

const pairOf = (first: number, second: number) => Math.imul(first, 31) ^ second

/** English articles have a fifth; lists of names have less; a foreign article with English names in it stays below. */
const leastShare = 0.06

const marked = marksOf(functionWords).words
/** What of an article is prose in English. */
interface Prose {
  blocks: readonly Block[]
  /** The hash of each word of all blocks, one after another, and of each word with the one before it. */
  words: Int32Array
  pairs: Int32Array
  /** By block: where its words end. */
  ends: number[]
  /** As `bitsOf` found them, when the bits had been given out so many times. */
  bits?: { changes: number; byBlock: Int32Array }
}

const known = new WeakMap<Article, Prose>()

/** Each rule goes through the words of each article: they are put side by side once, as going from block to block takes longer. */
function proseOf(article: Article): Prose {
  const before = known.get(article)
  if (before) return before
  const blocks = isEnglish(article) ? article.blocks.filter(isProse) : []
  const count = blocks.reduce((sum, { words }) => sum + words.length, 0)
  const prose: Prose = { blocks, words: new Int32Array(count), pairs: new Int32Array(count), ends: [] }
  let at = 0
  for (const { words } of blocks) {
    let last = 0
    for (let index = 0; index < words.length; index++, at++) {
      const word = words[index]!
      prose.words[at] = word
      prose.pairs[at] = pairOf(last, word)
      last = word
    }
    prose.ends.push(at)
  }
  known.set(article, prose)
  return prose
}

/**
 * The paragraphs, items and headings of an article in English; none of one in another language, or with so few sentences that
 * nobody can tell.
 */
export function englishBlocks(article: Article): readonly Block[] {
  return proseOf(article).blocks
}

/**
 * The marks that were asked about lately, a bit for each, by a part of the hash: with them, one pass over an article tells
 * which of its blocks are worth a look for which marks.
 */
const lately = { marks: [] as Marks[], words: new Uint32Array(0x10000), pairs: new Uint32Array(0x10000), changes: 0 }
/** Every settings that are resolved bring marks of their own: when the bits are used up, they are given out anew. */
const mostBits = 32

function bitOf(marks: Marks): number {
  let place = lately.marks.indexOf(marks)
  if (place < 0) {
    if (lately.marks.length === mostBits) {
      lately.marks.length = 0
      lately.words.fill(0)
      lately.pairs.fill(0)
    }
    place = lately.marks.push(marks) - 1
    lately.changes++
    for (let part = 0; part < 0x10000; part++) {
      if (marks.words.byPart[part] === 1) lately.words[part]! |= 1 << place
      if (marks.pairs.byPart[part] === 1) lately.pairs[part]! |= 1 << place
    }
  }
  return 1 << place
}

/** By block, the bits of the marks that it may hold. */
function bitsOf(prose: Prose): Int32Array {
  if (prose.bits?.changes === lately.changes) return prose.bits.byBlock
  const { words, pairs, ends } = prose
  const byBlock = new Int32Array(ends.length)
  let at = 0
  for (let block = 0; block < ends.length; block++) {
    let bits = 0
    for (const end = ends[block]!; at < end; at++)
      bits |= lately.words[words[at]! & 0xffff]! | lately.pairs[pairs[at]! & 0xffff]!
    byBlock[block] = bits
  }
  prose.bits = { changes: lately.changes, byBlock }
  return byBlock
}

/** Those of them that may hold one of some phrases; a few that hold none are taken for some that do. */
export function* blocksWith(article: Article, marks: Marks): Generator<Block> {
  const bit = bitOf(marks)
  const prose = proseOf(article)
  const bits = bitsOf(prose)
  const { blocks, words, pairs, ends } = prose
  for (let block = 0; block < bits.length; block++) {
    if ((bits[block]! & bit) === 0) continue
    for (let at = ends[block - 1] ?? 0; at < ends[block]!; at++) {
      if (!isMarked(marks.words, words[at]!) && !isMarked(marks.pairs, pairs[at]!)) continue
      yield blocks[block]!
      break
    }
  }
}

/** Whether a block may hold one of some phrases, in whatever language; nearly none that holds none is taken for one that does. */
export function mayHoldOne({ words }: Block, marks: Marks): boolean {
  let last = 0
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!
    if (isMarked(marks.words, word) || isMarked(marks.pairs, pairOf(last, word))) return true
    last = word
  }
  return false
}

/** Those of them that have a word twice in a row, and some that have not. */
export function* blocksWithPair(article: Article): Generator<Block> {
  const { blocks, words, ends } = proseOf(article)
  let block = 0
  for (let at = 1; at < words.length; at++) {
    if (words[at] !== words[at - 1]) continue
    while (ends[block]! <= at) block++
    yield blocks[block]!
    at = ends[block]!
  }
}

/** A directive of another dialect of Markdown is no prose. */
function isProse({ kind, text }: Block): boolean {
  return kind !== 'cell' && !text.includes(':::')
}

function isEnglish({ blocks }: Article): boolean {
  let [all, english, one] = [0, 0, 0]
  // A single one, however often, may be a word of another language.
  let isOne = true
  for (const { kind, words } of blocks) {
    if (kind === 'cell' || kind === 'heading') continue
    all += words.length
    for (let index = 0; index < words.length; index++) {
      const word = words[index]!
      if (!isMarked(marked, word)) continue
      if (english++ === 0) one = word
      else if (word !== one) isOne = false
    }
  }
  return !isOne && english > all * leastShare
}
