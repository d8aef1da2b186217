import type { RootContent } from 'mdast'
import { textOf } from './text-of.ts'

/** Whether a block says nothing: a comment or tag, a definition, a paragraph of pictures alone. */
export function isSilent(node: RootContent): boolean {
  if (node.type === 'html' || node.type === 'definition' || node.type === 'thematicBreak') return true
  return node.type === 'paragraph' && textOf(node).trim() === ''
}

/** An `import` or `export` line of MDX, which the Markdown parser takes for a paragraph. */
export function isModuleLine(node: RootContent, path: string): boolean {
  return path.endsWith('.mdx') && node.type === 'paragraph' && /^(?:import|export)\s/.test(textOf(node))
}

const pageData =
  /^(?:(?:last )?(?:updated|verified|reviewed|modified|published)|author|written by|applies to|reading time)\b.{0,80}$|^\[?\[toc\]\]?$|^\{[%{].*[%}]\}$|^[^.!?\n]{1,40}(?: [›»>/] [^.!?\n]{1,40}){1,4}$/i

/** Whether a block is data about the page, and no text of the article: when it was updated, a place for the contents, where it stands. */
export function isPageData(node: RootContent): boolean {
  return node.type === 'paragraph' && pageData.test(textOf(node).trim())
}
