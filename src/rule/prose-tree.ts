import type { Root, Sentence } from 'nlcst'
import type { Article } from '../article/article.ts'
import { eachWord, sentencesOf, type Block } from '../article/prose.ts'
import type { Position } from '../article/position.ts'

/** A cheap test that spares a prose plugin the sentences that it would look at in vain. */
export interface ProseScreen {
  /** Sentences with fewer words hold no problem. */
  minWords: number
  /** Whether a sentence of these words may hold a problem: when in doubt, it may. */
  mayHold: (words: string[]) => boolean
}

/**
 * The prose of an article as an nlcst tree: a paragraph for each block, its sentences, words, white space and marks. What is
 * no prose is left out (code blocks, HTML, tables, headings) or hidden as source, which no plugin reads: code, bold (which
 * marks names of menus and buttons), names, addresses and numbers.
 *
 * Sentences and words are those that facts are taken from: `Microsoft 365. Then` is two sentences.
 *
 * @param screen which sentences are wanted; all without one
 * @returns undefined where none is
 */
export function proseTreeOf(article: Article, screen?: ProseScreen): Root | undefined {
  const paragraphs: Root['children'] = []
  for (const block of article.blocks) {
    if (block.kind !== 'paragraph' && block.kind !== 'item') continue
    if (screen && block.words.length < screen.minWords) continue
    const sentences = rangesOf(block)
      .filter((range) => !screen || isWanted(block, range, screen))
      .map((range) => sentenceOf(block, range, article))
    if (sentences.length > 0) paragraphs.push({ type: 'ParagraphNode', children: sentences })
  }
  return paragraphs.length > 0 ? { type: 'RootNode', children: paragraphs } : undefined
}

/** The sentences of a block; several rules ask for them. */
function rangesOf(block: Block): readonly Range[] {
  return (block.sentences ??= sentencesOf(block.text)
    .map((range) => afterAlertMark(block, range))
    .filter((range) => isSentence(block, range)))
}

/** `[!NOTE]` before the first sentence of a quotation makes it an alert. */
function afterAlertMark({ text }: Block, { start, end }: Range): Range {
  const mark = start === 0 ? /^\[!\w+\]\s*/.exec(text) : null
  return { start: mark ? Math.min(mark[0].length, end) : start, end }
}

/** Longer is a dump of what a machine wrote. */
const longestSentence = 1000

/** Whether a range is one; a directive of another dialect of Markdown is none. */
function isSentence({ text }: Block, { start, end }: Range): boolean {
  return end - start <= longestSentence && !text.slice(start, end).includes(':::')
}

function isWanted({ plain }: Block, { start, end }: Range, { minWords, mayHold }: ProseScreen): boolean {
  if (mostWordsIn(plain, start, end) < minWords) return false
  const words: string[] = []
  let isFirst = true
  const text = plain.slice(start, end)
  eachWord(text, (from, to) => {
    const word = text.slice(from, to)
    if (!isName(word, isFirst)) words.push(word)
    isFirst = false
  })
  return words.length >= minWords && mayHold(words)
}

/** No range has more words than it has characters that are no letters of the alphabet or digits, and one. */
function mostWordsIn(text: string, start: number, end: number): number {
  let most = 1
  for (let index = start; index < end; index++) {
    const code = text.charCodeAt(index)
    if (code < 48 || (code > 57 && code < 65) || (code > 90 && code < 97) || code > 122) most++
  }
  return most
}

const mayBeName = /[\p{N}\p{Lu}]/u
const neverFirst = /\p{N}|.\p{Lu}/u

/** Whether a word is a name or a number, and not prose: it has a digit, or a capital that no sentence asks for. */
function isName(word: string, isFirst: boolean): boolean {
  for (let index = 0; index < word.length; index++) {
    const code = word.charCodeAt(index)
    if (code > 127) return mayBeName.test(word) && !(isFirst && !neverFirst.test(word))
    if ((code > 47 && code < 58) || (code > 64 && code < 91 && (index > 0 || !isFirst))) return true
  }
  return false
}

function sentenceOf({ plain, at }: Block, { start, end }: Range, article: Article): Sentence {
  const children: Sentence['children'] = []
  const text = plain.slice(start, end)
  const position = (from: number, to: number) => at(start + from, start + to)
  const addBetween = (from: number, to: number) => {
    for (const { 0: value, index } of text.slice(from, to).matchAll(between)) {
      const type = value.startsWith('\uFFFC') ? 'SourceNode' : /\s/.test(value) ? 'WhiteSpaceNode' : 'PunctuationNode'
      children.push({ type, value, position: position(from + index, from + index + value.length) })
    }
  }
  let before = 0
  let isFirst = true
  eachWord(text, (from, to) => {
    addBetween(before, from)
    const value = text.slice(from, to)
    const place = position(from, to)
    if (isName(value, isFirst)) children.push({ type: 'SourceNode', value, position: place })
    else children.push({ type: 'WordNode', children: [{ type: 'TextNode', value, position: place }], position: place })
    isFirst = false
    before = to
  })
  addBetween(before, text.length)
  return { type: 'SentenceNode', children, position: withMarks(at(start, end), article) }
}

/** A position with the marks before and behind it: a sentence may begin or end in bold. */
function withMarks({ start, end }: Position, { source, locate }: Article): Position {
  let from = start.offset
  let to = end.offset
  while (isMark(source[from - 1])) from--
  while (isMark(source[to])) to++
  return locate(from, to)
}

const isMark = (character: string | undefined) => character === '*' || character === '_' || character === '~'

/** A part of a block's text. */
interface Range {
  start: number
  end: number
}

/** Runs of what is hidden or white, and single marks. */
const between = /\uFFFC+|\s+|[^]/gu
