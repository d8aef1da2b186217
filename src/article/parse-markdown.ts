import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { nativeParser } from './native-parser.ts'
import { remarkParser } from './remark-parser.ts'
import { whatIsTooMuch } from './too-much.ts'

/** Which parser reads an article: `auto` takes the native one where it is there, and the reference for what it misreads. */
export const parserChoices = ['auto', 'native', 'remark'] as const
export type ParserChoice = (typeof parserChoices)[number]

/** Whether the native parser is installed and has a build for this machine. */
export function isNativeParserThere(): boolean {
  return nativeParser() !== undefined
}

/**
 * The tree of a text, the same whichever parser made it. Every position counts the text as it is, a byte-order mark
 * included; what is no character stands as U+FFFD in the tree.
 *
 * @throws an error that says what there is too much of, for a text that would keep a parser busy for minutes
 */
export function parseMarkdown(source: string, choice: ParserChoice = 'auto'): Root {
  const tooMuch = whatIsTooMuch(source)
  if (tooMuch !== undefined) throw new Error(tooMuch)
  const native = choice === 'remark' ? undefined : nativeParser()
  if (choice === 'native' && !native)
    throw new Error('the native parser is not installed, or has no build for this machine')
  const marked = source.startsWith('\uFEFF')
  const text = toCharacters(marked ? source.slice(1) : source)
  const tree = native?.(text) ?? remarkParser()(text)
  if (marked) shift(tree)
  return tree
}

// A surrogate without its other half; `u` makes a pair one character, which the class does not hold.
const noCharacter = /[\0\uD800-\uDFFF]/gu

/** A text of the same length in which every code unit belongs to a character. */
function toCharacters(source: string): string {
  return source.replace(noCharacter, '\uFFFD')
}

function shift(tree: Root): void {
  visit(tree, (node) => {
    for (const point of [node.position?.start, node.position?.end]) {
      if (!point) continue
      if (point.offset !== undefined) point.offset += 1
      if (point.line === 1) point.column += 1
    }
  })
}
