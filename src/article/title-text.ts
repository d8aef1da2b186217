import type { Article } from './article.ts'
import type { Position } from './position.ts'

/** The words of a title as prose, and where they stand. */
export interface TitleText {
  /** The title with `\uFFFC` for each character of code, quotations and brackets: names and messages, which nobody chose. */
  text: string
  /** The place of a range of `text`. */
  at: (start: number, end: number) => Position
}

/** Longer is a text that landed in the title by mistake. */
const longestTitle = 500

/** Code and quotations; a quotation mark inside a word is an apostrophe. */
const hidden =
  /`[^`]*`|"[^"]*"|“[^”]*”|„[^“”]*[“”]|«[^»]*»|(?<![\w\u00C0-\u1FFF])'[^']*'(?![\w\u00C0-\u1FFF])|(?<![\w\u00C0-\u1FFF])‘[^’]*’(?![\w\u00C0-\u1FFF])|<[^<>]*>|\{[^{}]*\}/g

/**
 * The title of an article as prose.
 *
 * @returns undefined where there is none, or none that a person would have written
 */
export function titleTextOf(article: Article): TitleText | undefined {
  const { title, source, locate } = article
  if (!title || title.text.length > longestTitle) return undefined
  const { start, end } = title.at
  // A title in front matter is plain text; that of a heading is a block, which knows the place of each character.
  const block = article.frontMatter.entries.has('title')
    ? undefined
    : article.blocks.find(({ node }) => node.type === 'heading' && node.position?.start.offset === start.offset)
  const text = (block?.text ?? title.text).replace(hidden, (match) => '\uFFFC'.repeat(match.length))
  const first = source.slice(start.offset, end.offset).indexOf(title.text)
  const at = (from: number, to: number): Position => {
    if (block) return block.at(from, to)
    // Escapes and folded lines: the parts of such a title have no place of their own.
    return first < 0 ? title.at : locate(start.offset + first + from, start.offset + first + to)
  }
  return { text, at }
}
