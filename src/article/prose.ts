import type { Heading, Nodes, Paragraph, Root, TableCell } from 'mdast'
import type { Locate, Position } from './position.ts'

/** What kind of place a block of text stands in. */
export type BlockKind = 'paragraph' | 'heading' | 'item' | 'cell'

/** The text of one paragraph, heading, list item paragraph or table cell, and where each part of it stands in the file. */
export interface Block {
  kind: BlockKind
  /** Plain text, mark-up and line ends removed; code is a single `\uFFFC`, so that it is never read as prose. */
  text: string
  /** The same without what is in bold, which marks names of menus and buttons: each is a single `\uFFFC` too. */
  plain: string
  /** A number for each word of `text`, the same for the same word in small letters. */
  words: number[]
  node: Paragraph | Heading | TableCell
  /** The headings above, outermost first. */
  headings: string[]
  /** The place of a range of `text`. */
  at: (start: number, end: number) => Position
}

interface Run {
  textStart: number
  sourceStart: number
  length: number
}

/**
 * The blocks of a tree in the order of the text. Code, HTML, images and link definitions are left out: they are not prose.
 * Walks without recursion, as real trees can be ten thousand levels deep.
 */
export function blocksOf(tree: Root, source: string, locate: Locate): Block[] {
  const blocks: Block[] = []
  const headings: { depth: number; text: string }[] = []
  const stack: { node: Nodes; kind: BlockKind }[] = [{ node: tree, kind: 'paragraph' }]
  for (let entry = stack.pop(); entry; entry = stack.pop()) {
    const { node, kind } = entry
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      const block = flatten(
        node,
        node.type === 'heading' ? 'heading' : node.type === 'tableCell' ? 'cell' : kind,
        source,
        locate,
      )
      if (node.type === 'heading') {
        while (headings.length > 0 && headings[headings.length - 1]!.depth >= node.depth) headings.pop()
        block.headings = headings.map((heading) => heading.text)
        headings.push({ depth: node.depth, text: block.text })
      } else {
        block.headings = headings.map((heading) => heading.text)
      }
      if (block.text.trim() !== '') blocks.push(block)
    } else if ('children' in node) {
      const inner: BlockKind = node.type === 'listItem' ? 'item' : kind
      for (let index = node.children.length - 1; index >= 0; index--) {
        stack.push({ node: node.children[index] as Nodes, kind: inner })
      }
    }
  }
  return blocks
}

/** The block of a node. Where its text stands in the file is found out only when it is asked for: most blocks never are. */
function flatten(root: Block['node'], kind: BlockKind, source: string, locate: Locate): Block {
  let text = ''
  let plain = ''
  const stack: { node: Nodes; isBold: boolean }[] = [{ node: root, isBold: false }]
  for (let entry = stack.pop(); entry; entry = stack.pop()) {
    const { node, isBold } = entry
    const piece = pieceOf(node)
    if (piece !== undefined) {
      text += piece
      if (!isBold) plain += piece
    } else if ('children' in node) {
      const opensBold = node.type === 'strong' && !isBold
      if (opensBold) plain += '\uFFFC'
      for (let index = node.children.length - 1; index >= 0; index--) {
        stack.push({ node: node.children[index] as Nodes, isBold: isBold || opensBold })
      }
    }
  }
  let runs: Run[] | undefined
  const offsetOf = (index: number): number | undefined => {
    runs ??= runsIn(root, source)
    const found = runs.findLast((run) => run.textStart <= index)
    return found && found.sourceStart + Math.min(index - found.textStart, found.length)
  }
  const at = (start: number, end: number): Position => {
    const from = offsetOf(start)
    const last = offsetOf(Math.max(start, end - 1))
    if (from !== undefined && last !== undefined) return locate(from, last + 1)
    return locate(root.position?.start.offset ?? 0, root.position?.end.offset ?? 0)
  }
  return { kind, text, plain, words: hashesOf(text.toLowerCase()), node: root, headings: [], at }
}

/** A hash of each word of a text: FNV-1a, 32 bits. */
function hashesOf(text: string): number[] {
  const hashes: number[] = []
  eachWord(text, (start, end) => {
    let hash = 0x811c9dc5
    for (let index = start; index < end; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
    hashes.push(hash)
  })
  return hashes
}

/** What a node without children adds to the text of its block. */
function pieceOf(node: Nodes): string | undefined {
  if (node.type === 'text') return node.value.replace(/[\r\n]/g, ' ')
  if (node.type === 'inlineCode') return '\uFFFC'
  return node.type === 'break' ? ' ' : undefined
}

/** Where each part of a block's text stands in the file. */
function runsIn(root: Block['node'], source: string): Run[] {
  const runs: Run[] = []
  const rootEnd = root.position?.end.offset ?? 0
  const rangeOf = ({ start, end }: NonNullable<Nodes['position']>) =>
    start.offset === undefined || end.offset === undefined ? undefined : { start: start.offset, end: end.offset }
  /** Text beside an address that was found by its form alone may have no position: it follows what stands before it. */
  const rangeAfter = (value: string) => {
    const last = runs.at(-1)
    const before = last ? last.sourceStart + last.length : root.position?.start.offset
    const start = before === undefined ? -1 : source.indexOf(value.split('\n')[0]!, before)
    return start < 0 || start > rootEnd ? undefined : { start, end: Math.min(start + value.length, rootEnd) }
  }
  let length = 0
  const stack: Nodes[] = [root]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'text') {
      const range = node.position ? rangeOf(node.position) : rangeAfter(node.value)
      if (range) for (const run of runsOf(node.value, source, range.start, range.end, length)) runs.push(run)
    } else if (node.type === 'inlineCode') {
      const start = node.position?.start.offset
      if (start !== undefined) runs.push({ textStart: length, sourceStart: start, length: 1 })
    } else if ('children' in node) {
      for (let index = node.children.length - 1; index >= 0; index--) stack.push(node.children[index] as Nodes)
    }
    length += pieceOf(node)?.length ?? 0
  }
  return runs
}

const reference = /^&(?:#\d{1,7}|#x[\da-f]{1,6}|\w{1,31});/i

/**
 * Where the characters of a text node stand in the file. Escapes, character references and what stands before a line that
 * goes on (indentation, marks of a quotation) are in the file only; each ends a run.
 */
function runsOf(value: string, source: string, start: number, end: number, textStart: number): Run[] {
  if (value.length === end - start) return [{ textStart, sourceStart: start, length: value.length }]
  const runs: Run[] = []
  let at = start
  for (let index = 0; index < value.length && at < end; index++) {
    const character = value[index]!
    let width = 1
    if (source[at] === '&' && (character !== '&' || reference.test(source.slice(at, at + 40)))) {
      width = reference.exec(source.slice(at, at + 40))?.[0].length ?? 1
    } else if (source[at] === '\\' && source[at] !== character) {
      at += 1
    } else if (source[at] === '\\' && source[at + 1] === '\\') {
      at += 1
    } else if (source[at] !== character) {
      // The next line of a paragraph: its text begins after white space and marks.
      const found = source.indexOf(character, at)
      if (found >= 0 && found < end) at = found
    }
    const run = runs.at(-1)
    if (run && width === 1 && run.sourceStart + run.length === at) run.length += 1
    else runs.push({ textStart: textStart + index, sourceStart: at, length: 1 })
    at += width
  }
  return runs
}

/** A sentence of a block: its text, and its range there. */
export interface Sentence {
  text: string
  start: number
  end: number
}

const abbreviation =
  /(?:(?<!\p{L})(?:e\.g|i\.e|etc|vs|no|nos|approx|incl|fig|mr|mrs|ms|dr|inc|ltd|co|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)|(?<!\p{L})\p{L})\.$/iu

/** Where a sentence may end; without accents in the text, what tells capitals is far cheaper. */
const anyEnd = /[.!?…]["”’)\]]*\s+(?=[\p{Lu}\p{N}"“‘([*])/gu
const plainEnd = /[.!?][")\]]*\s+(?=[A-Z0-9"([*])/g
const isAscii = /^[\0-\x7f]*$/

/**
 * The sentences of a text: split after `.`, `!` or `?` and white space before a capital, a digit or an opening mark,
 * but not after a known abbreviation.
 */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = []
  let start = 0
  const push = (end: number) => {
    const piece = text.slice(start, end)
    const trimmed = piece.trim()
    if (trimmed !== '') {
      const from = start + piece.indexOf(trimmed)
      sentences.push({ text: trimmed, start: from, end: from + trimmed.length })
    }
    start = end
  }
  for (const match of text.matchAll(isAscii.test(text) ? plainEnd : anyEnd)) {
    const end = match.index + match[0].length
    const before = text.slice(Math.max(start, match.index - 12), match.index + 1)
    if (match[0].startsWith('.') && abbreviation.test(before)) continue
    push(end)
  }
  push(text.length)
  return sentences
}

const anyWord = /[\p{L}\p{N}]+(?:['’.\-‑][\p{L}\p{N}]+)*/gu

/** The words of a text: runs of letters and digits, with the apostrophes, dots and hyphens inside them. */
export function wordsOf(text: string): string[] {
  const words: string[] = []
  eachWord(text, (start, end) => words.push(text.slice(start, end)))
  return words
}

/** Calls back for each word of a text, as in {@link wordsOf}; a text without accents is read without a pattern. */
export function eachWord(text: string, call: (start: number, end: number) => void): void {
  let start = -1
  for (let index = 0; index <= text.length; index++) {
    const code = text.charCodeAt(index)
    if (code > 127) {
      // What was called back for so far ends before this word.
      anyWord.lastIndex = start < 0 ? index : start
      for (let match = anyWord.exec(text); match; match = anyWord.exec(text)) call(match.index, anyWord.lastIndex)
      return
    }
    if (isWordCode(code)) {
      if (start < 0) start = index
    } else if (start >= 0 && !(isJoint(code) && continuesWord(text, index + 1))) {
      call(start, index)
      start = -1
    }
  }
}

/** How many words a text has. */
export function countWords(text: string): number {
  let count = 0
  eachWord(text, () => count++)
  return count
}

function isWordCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)
}

/** An apostrophe, a hyphen, a dot. */
function isJoint(code: number): boolean {
  return code === 39 || code === 45 || code === 46
}

function continuesWord(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  return isWordCode(code) || (code > 127 && /[\p{L}\p{N}]/u.test(String.fromCodePoint(text.codePointAt(index)!)))
}
