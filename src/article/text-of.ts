import type { Nodes } from 'mdast'
import { toString } from 'mdast-util-to-string'

/** The text of a node as a reader sees it: HTML comments and tags, and what stands for an image, left out. */
export function textOf(node: Nodes): string {
  return toString(node, { includeHtml: false, includeImageAlt: false })
}
