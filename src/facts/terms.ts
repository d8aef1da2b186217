import { stemmer } from 'stemmer'
import type { Article } from '../article/article.ts'
import { eachWord, hashesOf } from '../article/prose.ts'
import { isGrammar } from '../article/topic-words.ts'

/** Where a term stands in an article, one bit each. */
export const inTitle = 1
export const inHeading = 2
export const inAnswer = 4

/** How often a term stands in the text is counted up to that. */
const mostCounted = 7

/**
 * A term: the hash of a stem in the upper 26 bits, then how often it stands in the text (three bits), then where else it
 * stands. Of a hundred thousand stems, a few hundred share a hash with another one.
 */
export type Term = number

/** The stem of a term, as a number. */
export const stemOf = (term: Term): number => term >>> 6
/** How often a term stands in the text, seven at most. */
export const countOf = (term: Term): number => (term >>> 3) & mostCounted
/** Where a term stands: {@link inTitle}, {@link inHeading}, {@link inAnswer}. */
export const placesOf = (term: Term): number => term & 7

/**
 * The terms of an article, sorted: the stems of its words but for those that hold any sentence together. `inAnswer` are those
 * of the quick answer; where there is none, of the first paragraph.
 */
export function termsOf({ blocks, title, sections }: Article): Uint32Array {
  const found: Term[] = []
  const add = (stem: number, where: number) => {
    found.push(((stem << 6) | where) >>> 0)
  }
  if (title) for (const stem of stemsOf(title.text)) add(stem, inTitle)
  const answer = sections.find(({ role }) => role === 'quick-answer')
  const answerStart = answer?.at.start.offset ?? 0
  const answerEnd = answer?.content.at(-1)?.position?.end.offset ?? answer?.at.end.offset ?? 0
  let isFirst = answer === undefined
  for (const block of blocks) {
    const start = block.node.position?.start.offset ?? 0
    const end = block.node.position?.end.offset ?? 0
    let where = 0
    if (block.kind === 'heading') {
      if (start === title?.at.start.offset) continue
      where = inHeading
    } else if (isFirst || (answer && end > answerStart && start < answerEnd)) where = inAnswer
    if (block.kind !== 'heading') isFirst = false
    const { text, words } = block
    for (let index = 0; index < words.length; index++) {
      const stem = known.get(words[index]!) ?? learn(text.toLowerCase(), words, index)
      if (stem !== noStem) add(stem, where)
    }
  }
  return joined(Uint32Array.from(found).sort())
}

/** One term for all that have the same stem. @param found sorted, each with one place and not counted yet; it is written over */
function joined(found: Uint32Array): Uint32Array {
  let length = 0
  for (let at = 0; at < found.length;) {
    const stem = stemOf(found[at]!)
    let [count, places] = [0, 0]
    for (; at < found.length && stemOf(found[at]!) === stem; at++) {
      const where = placesOf(found[at]!)
      if (where !== inTitle && where !== inHeading && count < mostCounted) count++
      places |= where
    }
    found[length++] = ((stem << 6) | (count << 3) | places) >>> 0
  }
  return found.slice(0, length)
}

/** What words have that are no terms. */
const noStem = 0

/** By the hash of a word: its stem. Of a help centre, nearly all words stand in many articles. */
const known = new Map<number, number>()
const mostKnown = 200_000

/** The stems of a text, as in {@link stemOf}. */
export function stemsOf(text: string): number[] {
  const small = text.toLowerCase()
  const words = hashesOf(small)
  return words.map((word, index) => known.get(word) ?? learn(small, words, index)).filter((stem) => stem !== noStem)
}

/** The stem of each word of a text, as in {@link stemOf}; 0 for what is no term. @param small in small letters */
export function stemOfEach(small: string): number[] {
  const words = hashesOf(small)
  return words.map((word, index) => known.get(word) ?? learn(small, words, index))
}

/** Finds the stem of a word of a text, and remembers it with all others there that are new. @param small in small letters */
function learn(small: string, words: readonly number[], wanted: number): number {
  if (known.size >= mostKnown) known.clear()
  let index = 0
  eachWord(small, (start, end) => {
    const hash = words[index++]!
    if (!known.has(hash)) known.set(hash, findStem(small.slice(start, end)))
  })
  return known.get(words[wanted]!) ?? noStem
}

function findStem(word: string): number {
  const plain = word.replaceAll('’', "'")
  if (isGrammar(plain)) return noStem
  const [hash = 0] = hashesOf(stemmer(plain.replace(/'s$/, '')))
  return hash >>> 6
}
