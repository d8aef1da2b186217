import type { Code, Html, ListItem, Nodes, Parents, PhrasingContent, Root, Text } from 'mdast'
import type { Point } from './position.ts'

/**
 * Brings a tree, in place, into the one form that the trees of both parsers have. Where they differ without a difference
 * in meaning, what is left follows from the source and the children alone:
 *
 * - texts that stand side by side, as beside an address, are one text;
 * - an address that was found by its form alone has a position, and so have the texts around it;
 * - a list, item, quotation or footnote ends where the last block in it ends, a break after the end of its line;
 * - `spread` is not known.
 *
 * @param source what was parsed
 * @param isMisread asked once for every parent: whether its children show that the parser got them wrong
 * @returns nothing when `isMisread` said so; the tree is of no use then
 */
export function evenOut(
  tree: Root,
  source: string,
  isMisread?: (parent: Parents, source: string) => boolean,
): Root | undefined {
  const parents: Parents[] = [tree]
  // Grows as it is walked: a parent stands before all that it holds.
  for (let index = 0; index < parents.length; index++) {
    const parent = parents[index]!
    if (parent.type === 'list' || parent.type === 'listItem') parent.spread = null
    let texts = 0
    let placeless = false
    for (const child of parent.children) {
      if (!child.position) placeless = true
      else if (child.type === 'break') endWithLine(child.position, source)
      else if (child.type === 'code' || child.type === 'html') cutEmptyLines(child, source)
      if (child.type === 'text') {
        texts++
        const end = child.position?.end
        if (end && end.column > 1 && endsLine(child.value)) {
          end.offset! -= end.column - 1
          end.column = 1
        }
      }
      if ('children' in child) parents.push(child)
    }
    if (placeless) placeChildren(parent, source)
    if (texts > 1) joinTexts(parent.children as PhrasingContent[])
    if (texts > 0 && parent.children.length > 1) stretchTexts(parent.children)
    if (parent.type === 'listItem' && typeof parent.checked === 'boolean') startAfterBox(parent)
    if (isMisread?.(parent, source)) return undefined
  }
  for (let index = parents.length - 1; index > 0; index--) {
    const parent = parents[index]!
    if (!parent.position || !endsWithItsLast.has(parent.type)) continue
    const last = parent.children.at(-1)
    if (last?.position) parent.position.end = { ...last.position.end }
    else if (parent.type === 'blockquote') parent.position.end = afterMarkOf(parent.position.start as Point)
  }
  return tree
}

/** Whether a text ends with the end of a line. */
const endsLine = (text: string) => text.endsWith('\n') || text.endsWith('\r')

const afterMarkOf = ({ line, column, offset }: Point): Point => ({ line, column: column + 1, offset: offset + 1 })

const endsWithItsLast = new Set<Nodes['type']>(['list', 'listItem', 'blockquote', 'footnoteDefinition'])

function joinTexts(children: PhrasingContent[]): void {
  let kept = 0
  for (const child of children) {
    const before = children[kept - 1]
    if (child.type === 'text' && before?.type === 'text') {
      before.value += child.value
      if (before.position && child.position) before.position.end = child.position.end
    } else {
      children[kept++] = child
    }
  }
  children.length = kept
}

/** Lets a text reach to its neighbours on the same line, and end with its last line otherwise. */
function stretchTexts(children: Nodes[]): void {
  for (let index = 0; index < children.length; index++) {
    const { type, position } = children[index]!
    if (type !== 'text' || !position) continue
    const before = children[index - 1]
    const after = children[index + 1]?.position?.start
    if (before?.position && before.type !== 'break' && before.position.end.line === position.start.line)
      position.start = { ...before.position.end }
    if (after && after.line === position.end.line && !endsLine((children[index] as Text).value))
      position.end = { ...after }
  }
}

const emptyLine = /^[ \t>]*$/

/** Ends a block of code or HTML before the empty lines after it, the marks of a quotation there included. */
function cutEmptyLines(node: Code | Html, source: string): void {
  const start = node.position!.start as Point
  const end = node.position!.end.offset!
  let at = end
  for (let line = lineBefore(source, at); line > start.offset; line = lineBefore(source, at)) {
    if (!emptyLine.test(source.slice(line, at))) break
    at = line - (source[line - 1] === '\n' && source[line - 2] === '\r' ? 2 : 1)
  }
  while (at > start.offset && (source[at - 1] === ' ' || source[at - 1] === '\t')) at--
  if (at < end) node.position!.end = pointAt(source, start, at)
  node.value = withoutSpaceAtEnd(node.value)
  if (node.type === 'code' && node.meta) node.meta = node.meta.trim() || null
}

function withoutSpaceAtEnd(value: string): string {
  let end = value.length
  while (end > 0 && ' \t\r\n'.includes(value[end - 1]!)) end--
  return end === value.length ? value : value.slice(0, end)
}

function lineBefore(source: string, at: number): number {
  let start = at
  while (start > 0 && source[start - 1] !== '\n' && source[start - 1] !== '\r') start--
  return start
}

function startAfterBox({ children: [first] }: ListItem): void {
  if (first?.type !== 'paragraph' || !first.position || !first.children[0]?.position) return
  first.position.start = { ...first.children[0].position.start }
}

const restOfLine = /[^\r\n]*(?:\r\n?|\n)?/y

function endWithLine(position: NonNullable<Nodes['position']>, source: string): void {
  restOfLine.lastIndex = position.start.offset!
  restOfLine.test(source)
  position.end = { line: position.start.line + 1, column: 1, offset: restOfLine.lastIndex }
}

/**
 * Gives a position to the children that have none. They were made of one text, so that they follow each other, and the
 * first of them follows what stands before it or the opening mark of its parent.
 */
function placeChildren(parent: Parents, source: string): void {
  if (!parent.position) return
  let at = afterMark(parent, source)
  for (const child of parent.children) {
    if (!child.position) {
      const value = textIn(child)
      if (at.column === 1 && child !== parent.children[0])
        at = pointAt(source, at, startOfValue(value, source, at.offset))
      const end = endOfValue(value, source, at.offset, parent.position.end.offset!)
      const place = { start: at, end: pointAt(source, at, end) }
      child.position = place
      if (child.type === 'link') child.children[0]!.position = { start: { ...place.start }, end: { ...place.end } }
    }
    at = { ...child.position.end } as Point
  }
}

function textIn(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node && node.children[0] ? textIn(node.children[0]) : ''
}

const openingMarks: Partial<Record<Nodes['type'], RegExp>> = {
  emphasis: /[*_]/y,
  strong: /[*_]{2}/y,
  delete: /~+/y,
  heading: /#{1,6}[ \t]+/y,
  tableCell: /\|?[ \t]*/y,
}

function afterMark(parent: Parents, source: string): Point {
  const start = parent.position!.start as Point
  const mark = openingMarks[parent.type]
  if (!mark) return { ...start }
  mark.lastIndex = start.offset
  return pointAt(source, start, start.offset + (mark.exec(source)?.[0].length ?? 0))
}

const reference = /&(?:#\d{1,7}|#x[\da-f]{1,6}|\w{1,31});/iy
const ampersand = /&(?:amp|#0*38|#x0*26);/iy
const lineStart = /[ \t>]*/y

/** Where in the source the text ends that stands in the tree as `value`, and in the source begins at `start`. */
function endOfValue(value: string, source: string, start: number, limit: number): number {
  let at = start
  for (const character of value) {
    if (at >= limit) break
    if (character === '\n' || character === '\r') {
      while (source[at] === ' ' || source[at] === '\t') at++
      at++
      continue
    }
    while (source[at] !== character[0] && ' \t>'.includes(source[at]!)) at++
    const pattern = character === '&' ? ampersand : reference
    pattern.lastIndex = at
    if (source[at] === '&' && pattern.test(source)) at = pattern.lastIndex
    else if (source[at] === '\\' && source[at + 1] === character && /[!-/:-@[-`{-~]/.test(character)) at += 2
    else at += character.length
  }
  return Math.min(at, limit)
}

/** Where on a line its text begins that stands in the tree as `value`, which may keep some of the space before it. */
function startOfValue(value: string, source: string, line: number): number {
  return Math.max(line, afterIndent(source, line) - /^[ \t>]*/.exec(value)![0].length)
}

/** After the white space and the marks of quotations that open a line. */
function afterIndent(source: string, at: number): number {
  lineStart.lastIndex = at
  lineStart.test(source)
  return lineStart.lastIndex
}

/** The point of an offset at or after another point. */
function pointAt(source: string, from: Point, offset: number): Point {
  let { line, column } = from
  for (let index = from.offset; index < offset; index++) {
    const code = source.charCodeAt(index)
    if (code === 10 || (code === 13 && source.charCodeAt(index + 1) !== 10)) {
      line += 1
      column = 1
    } else {
      column += 1
    }
  }
  return { line, column, offset }
}
