import type { Block } from './prose.ts'

/** Marks between the names of a menu path. */
export const menuSeparators = ['>', '→', '->', '»', '›'] as const
export type MenuSeparator = (typeof menuSeparators)[number]

const anySeparator = /[>→»›]/
const separator = /\s(->|[>→»›])\s+(?=[^\s>→»›-])/g

/** Words after which a menu path stands. */
const cue =
  /(?:^|[\s(])(?:go(?:ing)? (?:back )?to|goto|click(?:ing)?(?: on)?|select(?:ing)?|choos(?:e|ing)|tap(?:ping)?(?: on)?|press(?:ing)?|open(?:ing|s)?|navigat(?:e|ing) to|head to|visit|under|in|inside|within|via|through|use|using|see|check|find|from|on|to|with|at)(?: the| your| our)? $/i
const cueFirst =
  /^(?:Click|Select|Choose|Tap|Press|Open|Visit|Under|In|Inside|Within|Via|Through|Use|See|Check|Find|From|On|To|With|At)\s\p{Lu}/u
/** `moves from Open → Closed`: what happens, and not where something is found. */
const change =
  /\b(?:chang|mov|switch|convert|transition|goes|updat|upgrad|turn|status|state|flow|sequence|call goes)\w*\s(?:\S+\s){0,4}$/i

/** A way through menus: `Settings > Billing`. */
export interface MenuPath {
  block: Block
  /** Where its first name begins in the text of its block. */
  start: number
  /** Where each of its separators stands there. */
  separators: { start: number; notation: MenuSeparator }[]
}

/** The ways through menus that blocks tell, in order. A name of a menu is bold, or has a capital and follows words such as `go to`. */
export function menuPathsIn(blocks: readonly Block[]): MenuPath[] {
  const found: MenuPath[] = []
  for (const block of blocks) {
    if (block.kind === 'heading' || block.text.length > longest || !anySeparator.test(block.text)) continue
    let path: MenuPath | undefined
    let end = 0
    for (const match of block.text.matchAll(separator)) {
      const start = match.index + 1
      const notation = match[1] as MenuSeparator
      const next = match.index + match[0].length
      const continues = path !== undefined && isName(block, end, match.index)
      if (continues && opensName(block, next)) {
        path!.separators.push({ start, notation })
      } else {
        path = undefined
        const first = opensName(block, next) ? startOfFirst(block, match.index) : undefined
        if (first !== undefined) {
          path = { block, start: first, separators: [{ start, notation }] }
          found.push(path)
        }
      }
      end = next
    }
  }
  return found
}

/** Longer is a dump of what a machine wrote. */
const longest = 5000
const longestName = 60

const isBold = ({ plain, text }: Block, index: number) => plain[index] === '\uFFFC' && text[index] !== '\uFFFC'

/** Whether a name of a menu begins at a place: bold, or with a capital. */
function opensName(block: Block, index: number): boolean {
  return isBold(block, index) || /^["“'‘[(]?\p{Lu}/u.test(block.text.slice(index, index + 3))
}

/** Whether what stands between two separators is the name of a menu. */
function isName(block: Block, start: number, end: number): boolean {
  return end - start <= longestName && !/[,.;!?]\s|[\uFFFC=]/.test(block.text.slice(start, end))
}

/** Where the name before a separator begins, if it is that of a menu: it follows words such as `go to`, or it is bold as what follows. */
function startOfFirst(block: Block, end: number): number | undefined {
  const { text } = block
  const from = Math.max(0, end - longestName)
  let start = end
  if (isBold(block, end - 1)) {
    while (start > from && isBold(block, start - 1)) start--
  } else {
    const before = text.slice(from, end)
    const name =
      /(?:^|[\s("“'‘])((?:\p{Lu}[\p{L}\p{N}'’/+-]*)(?:\s(?:&|and|of|or|the|\p{Lu}[\p{L}\p{N}'’/+-]*)){0,5})["”'’]?$/u.exec(
        before,
      )
    if (!name) return undefined
    if (cueFirst.test(name[1]!)) {
      const first = from + name.index + name[0].indexOf(name[1]!)
      return change.test(text.slice(0, from + name.index)) ? undefined : first + name[1]!.indexOf(' ') + 1
    }
    start = from + name.index + name[0].indexOf(name[1]!)
  }
  const before = text.slice(Math.max(0, start - 40), start).replace(/["“'‘]$/, '')
  return cue.test(before) && !change.test(before) ? start : undefined
}

/** The names of a menu path, in order. */
export function namesOnPath({ block, start, separators }: MenuPath): string[] {
  const names: string[] = []
  let from = start
  for (const { start: end, notation } of separators) {
    names.push(block.text.slice(from, end))
    from = end + notation.length
  }
  names.push(lastName(block, from))
  return names.map((name) => name.replace(/^[\s"“'‘[(]+|[\s"”’'\]).,;:]+$/g, ''))
}

const capitalised =
  /^[\s"“'‘[(]*\p{Lu}[\p{L}\p{N}'’/+-]*(?:\s(?:(?:&|and|of|or|the|for|to)\s)?\p{Lu}[\p{L}\p{N}'’/+-]*){0,5}/u

/** The name that a path ends in: as far as it is bold, else as far as words have capitals. */
function lastName(block: Block, from: number): string {
  let start = from
  while (block.text[start] === ' ') start++
  if (!isBold(block, start)) return capitalised.exec(block.text.slice(from, from + longestName))?.[0] ?? ''
  let end = start
  while (isBold(block, end)) end++
  return block.text.slice(start, end)
}
