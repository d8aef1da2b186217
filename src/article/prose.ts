import type { Heading, Nodes, Paragraph, Root, TableCell } from 'mdast'
import { collectLink, type LinkNodes } from './links.ts'
import type { Locate, Position } from './position.ts'

/** What kind of place a block of text stands in. */
export type BlockKind = 'paragraph' | 'heading' | 'item' | 'cell'

/** The text of one paragraph, heading, list item paragraph or table cell, and where each part of it stands in the file. */
export interface Block {
  kind: BlockKind
  /** Plain text, mark-up and line ends removed; code is a single `\uFFFC`, so that it is never read as prose. */
  text: string
  /** The same, of the same length, with `\uFFFC` for each character in bold, which marks names of menus and buttons. */
  plain: string
  /** A number for each word of `text`, the same for the same word in small letters. */
  words: number[]
  node: Paragraph | Heading | TableCell
  /** The ranges of its sentences, once a rule has asked for them: kept here, as a map of so many blocks keeps the collector busy. */
  sentences: readonly { start: number; end: number }[] | undefined
  /** The headings above, outermost first. */
  headings: readonly string[]
  /** The place of a range of `text`. */
  at: (start: number, end: number) => Position
}

interface Run {
  textStart: number
  sourceStart: number
  length: number
  /** Where the source of code ends, which is one character of the text. */
  codeEnd?: number | undefined
}

/**
 * The blocks of a tree in the order of the text. Code, HTML, images and link definitions are left out: they are not prose.
 * Walks without recursion, as real trees can be ten thousand levels deep.
 *
 * @param found takes the links that are met on the way
 */
export function blocksOf(tree: Root, source: string, locate: Locate, found: LinkNodes): Block[] {
  const blocks: Block[] = []
  let headings: { depth: number; text: string }[] = []
  let above: string[] = []
  // Two stacks side by side: an object for each of a hundred thousand nodes keeps the collector busy.
  const nodes: Nodes[] = [tree]
  const kinds: BlockKind[] = ['paragraph']
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    const kind = kinds.pop()!
    if (node.type === 'paragraph' || node.type === 'tableCell') {
      const block = flatten(node, node.type === 'tableCell' ? 'cell' : kind, above, source, locate, found)
      if (block.text.trim() !== '') blocks.push(block)
    } else if (node.type === 'heading') {
      const { depth } = node
      headings = headings.filter((heading) => heading.depth < depth)
      const block = flatten(
        node,
        'heading',
        headings.map(({ text }) => text),
        source,
        locate,
        found,
      )
      headings.push({ depth, text: block.text })
      above = headings.map(({ text }) => text)
      if (block.text.trim() !== '') blocks.push(block)
    } else if ('children' in node) {
      const inner: BlockKind = node.type === 'listItem' ? 'item' : kind
      for (let index = node.children.length - 1; index >= 0; index--) {
        nodes.push(node.children[index] as Nodes)
        kinds.push(inner)
      }
    } else {
      collectLink(node, found)
    }
  }
  return blocks
}

/** Stands for a character that is no prose. */
const hidden = '\uFFFC'

/** The block of a node. Where its text stands in the file is found out only when it is asked for: most blocks never are. */
function flatten(
  node: Block['node'],
  kind: BlockKind,
  headings: readonly string[],
  source: string,
  locate: Locate,
  found: LinkNodes,
): Block {
  const { text, plain } = textsIn(node, found)
  let runs: Run[] | undefined
  const at = (start: number, end: number): Position => {
    runs ??= runsIn(node, source)
    const first = rangeAt(start, runs)
    const last = rangeAt(Math.max(start, end - 1), runs)
    if (first && last) return locate(first.from, last.to)
    return locate(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0)
  }
  return { kind, text, plain, words: hashesOf(text.toLowerCase()), node, sentences: undefined, headings, at }
}

/** The text of a node, and the same with what is bold hidden: one string for both where nothing is, as in most. */
function textsIn(root: Block['node'], found: LinkNodes): { text: string; plain: string } {
  const [only, another] = root.children
  if (only?.type === 'text' && !another) {
    const text = pieceOf(only)!
    return { text, plain: text }
  }
  let text = ''
  let plain: string | undefined
  const nodes: Nodes[] = [root]
  const areBold: boolean[] = [false]
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    const isBold = areBold.pop()!
    const piece = pieceOf(node)
    if (piece !== undefined) {
      if (isBold) plain ??= text
      text += piece
      if (plain !== undefined) plain += isBold ? hidden.repeat(piece.length) : piece
      continue
    }
    collectLink(node, found)
    if ('children' in node) {
      const isInBold = isBold || node.type === 'strong'
      for (let index = node.children.length - 1; index >= 0; index--) {
        nodes.push(node.children[index] as Nodes)
        areBold.push(isInBold)
      }
    }
  }
  return { text, plain: plain ?? text }
}

/** The part of the file that a character of a text stands for. */
function rangeAt(index: number, runs: readonly Run[]): { from: number; to: number } | undefined {
  const run = runs.findLast(({ textStart }) => textStart <= index)
  if (!run) return undefined
  const from = run.sourceStart + Math.min(index - run.textStart, run.length)
  return { from, to: run.codeEnd ?? from + 1 }
}

/** A hash of each word of a text, as in {@link Block}: FNV-1a, 32 bits. @param text in small letters */
export function hashesOf(text: string): number[] {
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
  if (node.type === 'inlineCode') return hidden
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
      const range = node.position && rangeOf(node.position)
      if (range) runs.push({ textStart: length, sourceStart: range.start, length: 1, codeEnd: range.end })
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
const anyEnd = /[.!?…]["”’)\]]*\s+(?=[\p{Lu}\p{N}"“‘([*\uFFFC])/gu
const plainEnd = /[.!?][")\]]*\s+(?=[A-Z0-9"([*\uFFFC])/g
const isPlain = /^[\0-\x7f\uFFFC]*$/

/**
 * The sentences of a text: split after `.`, `!` or `?` and white space before a capital, a digit, code or an opening mark,
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
  for (const match of text.matchAll(isPlain.test(text) ? plainEnd : anyEnd)) {
    const end = match.index + match[0].length
    const before = text.slice(Math.max(start, match.index - 12), match.index + 1)
    if (match[0].startsWith('.') && abbreviation.test(before)) continue
    push(end)
  }
  push(text.length)
  return sentences
}

/** The words of a text: runs of letters and digits, with the apostrophes, dots and hyphens inside them. */
export function wordsOf(text: string): string[] {
  const words: string[] = []
  eachWord(text, (start, end) => words.push(text.slice(start, end)))
  return words
}

/** Calls back for each word of a text, as in {@link wordsOf}. */
export function eachWord(text: string, call: (start: number, end: number) => void): void {
  let start = -1
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    const width = code < 128 ? isInAsciiWord[code]! : widthInWord(text, index, code)
    if (width > 0) {
      if (start < 0) start = index
      index += width - 1
    } else if (start >= 0 && !(isJoint(code) && widthInWord(text, index + 1, text.charCodeAt(index + 1)) > 0)) {
      call(start, index)
      start = -1
    }
  }
  if (start >= 0) call(start, text.length)
}

const address = /:\/\/|[\\@_=]|^[./~]|\/\S*\/|[\p{L}\p{N}]\.\p{L}/u

/** Whether a range of a text is part of an address, a path or a file name, which are written as machines want them. */
export function isInAddress(text: string, start: number, end: number): boolean {
  let from = start
  let to = end
  // What is longer is no prose either.
  while (from > 0 && start - from < 200 && !isSpace(text.charCodeAt(from - 1))) from--
  while (to < text.length && to - end < 200 && !isSpace(text.charCodeAt(to))) to++
  return address.test(text.slice(from, to).replace(/^[("'“‘[]+|[)"'”’\].,;:!?]+$/g, ''))
}

/** White space, and what stands for code. */
function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 0xa0 || code === 0xfffc
}

/** How many words a text has. */
export function countWords(text: string): number {
  let count = 0
  eachWord(text, () => count++)
  return count
}

const letterOrDigit = /^[\p{L}\p{N}]/u

/** 1 for a letter or digit. */
const isInAsciiWord = Uint8Array.from({ length: 128 }, (_, code) =>
  /\w/.test(String.fromCharCode(code)) && code !== 95 ? 1 : 0,
)

/** What is known of each code unit: 1 for a letter or digit, 2 for what is none, 0 where nobody asked yet. */
const asked = new Uint8Array(0x10000)

/** How many code units the letter or digit takes that stands at an index; 0 where there is none. */
function widthInWord(text: string, index: number, code: number): number {
  if (code >= 0xd800 && code < 0xdc00) return letterOrDigit.test(text.slice(index, index + 2)) ? 2 : 0
  // Past the end there is no code.
  if (Number.isNaN(code)) return 0
  if (asked[code] === 0) asked[code] = letterOrDigit.test(text[index]!) ? 1 : 2
  return asked[code] === 1 ? 1 : 0
}

/** An apostrophe, a dot, a hyphen. */
function isJoint(code: number): boolean {
  return code === 39 || code === 46 || code === 45 || code === 0x2019 || code === 0x2011
}
