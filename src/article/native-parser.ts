import type { Code, Emphasis, Link, Nodes, Parents, Root, RootContent, Strong } from 'mdast'
import { visit } from 'unist-util-visit'
import { load } from '../load.ts'
import { evenOut } from './even-out.ts'
import { remarkParser } from './remark-parser.ts'

const features = { gfm: true, frontmatter: true }
let parse: ((source: string) => Root | undefined) | null | undefined

/**
 * The native parser, loaded at its first use; nothing where it is not installed or has no build for the machine.
 * A block whose text it reads otherwise than the reference is read by that. It gives no tree for a text whose blocks it
 * would find otherwise.
 */
export function nativeParser(): ((source: string) => Root | undefined) | undefined {
  if (parse === undefined) {
    try {
      const { markdownToMdast } = load<typeof import('satteri')>('satteri')
      parse = (source) => {
        const tree = markdownToMdast(source, { features }) as Root
        const misreadBlocks = new Set<RootContent | undefined>()
        for (const { 0: text, index } of source.matchAll(misread))
          misreadBlocks.add(blockAround(tree, index, index + text.length))
        const stop = (parent: Parents) => {
          if (!isMisread(parent, source)) return false
          const { start, end } = parent.position ?? {}
          if (!holdsText.has(parent.type)) return true
          misreadBlocks.add(blockAround(tree, start!.offset!, end!.offset!))
          return false
        }
        const even = misreadBlocks.has(undefined) ? undefined : evenOut(tree, source, stop)
        return even && misreadBlocks.size > 0 ? rereadBlocks(even, misreadBlocks, source) : even
      }
    } catch {
      parse = null
    }
  }
  return parse ?? undefined
}

/**
 * What version 0.10.5 reads otherwise than the reference, where the source shows it: a mark after the same mark escaped;
 * beside a mark or before an address, a character of two code units, which the reference takes for two letters; a break at
 * the end of a label; two stars after an underscore, closed by one.
 */
const misread = new RegExp(
  [
    /(?<!\\)(?:\\\\)*\\([*_~])\1+[^\s!-/:-@[\]-`{-~]/,
    /[\ud800-\udfff](?:https?:|www\.|[*_~]+[^\s*_~])/,
    /[^\s*_~][*_~]+[\ud800-\udfff]/,
    /\\[\r\n]+[ \t>]*\]/,
    /_\*\*[^*\r\n]*\*(?!\*)/,
  ]
    .map((pattern) => pattern.source)
    .join('|'),
  'gi',
)

/** What holds text, and no blocks. */
const holdsText = new Set<Nodes['type']>(['paragraph', 'heading', 'tableCell', 'link', 'emphasis', 'strong', 'delete'])

/** The block of the first level that a range is in. */
function blockAround({ children }: Root, start: number, end: number): RootContent | undefined {
  return children.find(({ position }) => position!.start.offset! <= start && position!.end.offset! >= end)
}

/** A tree with some of its blocks read by the reference; nothing where they mean something else without the rest. */
function rereadBlocks(tree: Root, blocks: ReadonlySet<RootContent | undefined>, source: string): Root | undefined {
  let refersTo = false
  visit(tree, (node) => {
    if (node.type === 'definition' || node.type === 'footnoteDefinition') refersTo = true
  })
  if (refersTo) return undefined
  for (const [index, block] of tree.children.entries()) {
    if (!blocks.has(block)) continue
    const { start, end } = block.position!
    const lineStart = start.offset! - start.column + 1
    const [only, ...others] = remarkParser()(source.slice(lineStart, end.offset)).children
    if (only?.type !== block.type || others.length > 0) return undefined
    visit(only, ({ position }) => {
      for (const point of [position!.start, position!.end]) {
        point.line += start.line - 1
        point.offset! += lineStart
      }
    })
    if (only.position!.start.offset !== start.offset || only.position!.end.offset !== end.offset) return undefined
    tree.children[index] = only
  }
  return tree
}

/** The same, where the tree shows it. */
function isMisread(parent: Parents, source: string): boolean {
  const { type, children, position } = parent
  const { start } = position!
  if (type === 'link') return isAddress(parent, source) && isAddressMisread(parent, source)
  if (type === 'emphasis' || type === 'strong') return isMarkMisread(parent, source)
  if (type === 'footnoteDefinition' && children[0]?.type === 'list') return true
  if (type === 'tableRow') return source[start.offset!] === '<'
  if (type === 'root') {
    const opening = source.slice(0, 3)
    const first: string | undefined = children[0]?.type
    if ((opening === '---' && first !== 'yaml') || (opening === '+++' && first !== 'toml')) return true
  }
  // A box with its text on the next line.
  if (type === 'listItem' && typeof parent.checked === 'boolean' && children[0]?.position?.start.line !== start.line)
    return true
  let before: Nodes | undefined
  for (const child of children) {
    if (isChildMisread(child, before, source)) return true
    before = child
  }
  return false
}

function isChildMisread(child: Nodes, before: Nodes | undefined, source: string): boolean {
  const follows = () => before!.position!.end.line + 1 >= child.position!.start.line
  if (before?.type === 'definition' && child.type !== 'definition' && follows()) return true
  switch (child.type) {
    case 'text':
      if (child.value.includes('](') && source.includes('[^')) return true
      return child.value.includes('@') && addressAfterLetter.test(child.value)
    case 'code':
      return before?.type === 'code' && isIndented(before, source) && isIndented(child, source)
    case 'html':
      return (before?.type === 'footnoteDefinition' || lastIn(before)?.type === 'definition') && follows()
    case 'footnoteDefinition':
      return before?.type === 'footnoteDefinition' && child.position!.start.column > before.position!.start.column
    case 'list':
      return child.children[0]?.children.length === 0
    case 'paragraph': {
      const { start, end } = child.position!
      const text = source.slice(start.offset, end.offset)
      if (before && (before.type === 'paragraph' || /^\[.\]/.test(text)) && follows()) return true
      return itemMark.test(text) || (start.line !== end.line && strayUnderline.test(text))
    }
    case 'definition':
      definitionAsTable.lastIndex = child.position!.start.offset!
      return definitionAsTable.test(source)
    default:
      return false
  }
}

const itemMark = /^(?:[*+-]|\d{1,9}[.)])(?![^\s])/
const strayUnderline = /[\r\n][ \t>]*(?:=+|[|:-][ \t|:-]*\|[ \t|:-]*)[ \t]*(?![^\r\n])/
const addressAfterLetter = /[^\0-\x7f][\w+.-]+@[\w-]/

/** A definition with a line under it that makes it the head of a table. */
const definitionAsTable = /[^\r\n]*(?:\r\n?|\n)[ \t>]*[|:-][ \t|:-]*(?![^\r\n])/y
const punctuation = /[!-/:-@[-`{-~]/

/** Whether a mark opens or closes between a letter and punctuation, which no mark does. */
function isMarkMisread({ type, position }: Emphasis | Strong, source: string): boolean {
  const start = position!.start.offset!
  const end = position!.end.offset!
  const width = type === 'strong' ? 2 : 1
  const isWrong = (outer: string | undefined, inner: string) =>
    inner !== source[start] && punctuation.test(inner) && outer !== undefined && /[\p{L}\p{N}]/u.test(outer)
  return isWrong(source[start - 1], source[start + width]!) || isWrong(source[end], source[end - width - 1]!)
}

function lastIn(node: Nodes | undefined): Nodes | undefined {
  let last = node
  while (last && 'children' in last) last = last.children.at(-1)
  return last
}

/** Whether a link is an address that stands in the text as such. */
function isAddress({ position }: Link, source: string): boolean {
  const first = source[position!.start.offset!]
  return first !== '[' && first !== '<'
}

function isAddressMisread({ url, position }: Link, source: string): boolean {
  const start = position!.start.offset!
  const before = source.slice(Math.max(0, start - 7), start)
  if (url.startsWith('mailto:') && /[\w+.-]$/.test(before)) return true
  return (
    /\||[*_~]$/.test(url) || '~<>&'.includes(source[position!.end.offset!] ?? ' ') || /(?:mailto|xmpp):$/i.test(before)
  )
}

function isIndented({ position }: Code, source: string): boolean {
  const mark = source[position!.start.offset!]
  return mark !== '`' && mark !== '~'
}
