import type { Nodes } from 'mdast'
import { toString } from 'mdast-util-to-string'

/** Paragraphs are asked for their text by everything that reads an outline. */
const known = new WeakMap<Nodes, string>()

/** The text of a node as a reader sees it: HTML comments and tags, and what stands for an image, left out. */
export function textOf(node: Nodes): string {
  let text = known.get(node)
  if (text === undefined) {
    text = toString(node, { includeHtml: false, includeImageAlt: false })
    known.set(node, text)
  }
  return text
}
