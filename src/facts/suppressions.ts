import { visit } from 'unist-util-visit'
import type { Article } from '../article/article.ts'

const directive = /<!--\s*deskcheck-(disable-next-line|disable|enable)(?:\s+((?:(?!-->)[^])*?))?\s*-->/g

/** One comment: from which line to which it speaks, and of which rules; none named means all. */
export interface Suppression {
  from: number
  to: number
  rules: string[]
}

/**
 * The suppressions in an article. `<!-- deskcheck-disable structure/steps -->` holds to the end of the file or to
 * `<!-- deskcheck-enable structure/steps -->`, `<!-- deskcheck-disable-next-line structure/steps -->` for the next line
 * that holds text. Rules stand before `:`, the reason after it; a comment before the first text of the body also speaks
 * for the title and the front matter.
 */
export function suppressionsIn(article: Article): Suppression[] {
  const suppressions: Suppression[] = []
  if (!article.source.includes('<!--')) return suppressions
  const first = article.tree.children.find((node) => node.type !== 'yaml' && node.type !== 'html')?.position?.start.line
  const nextLine = nextLineOf(article.source)
  visit(article.tree, 'html', (node) => {
    for (const match of node.value.matchAll(directive)) {
      const at = article.locate(
        (node.position?.start.offset ?? 0) + match.index,
        (node.position?.start.offset ?? 0) + match.index,
      )
      const line = at.start.line
      const rules = (match[2] ?? '')
        .split(/:\s/)[0]!
        .split(/[\s,]+/)
        .filter((word) => word.includes('/'))
      if (match[1] === 'disable-next-line') {
        const next = nextLine(line)
        suppressions.push({ from: next, to: next, rules })
      } else if (match[1] === 'disable') {
        suppressions.push({ from: first === undefined || line <= first ? 1 : line, to: Number.MAX_SAFE_INTEGER, rules })
      } else {
        for (const open of suppressions) {
          if (open.to === Number.MAX_SAFE_INTEGER && (rules.length === 0 || rules.join() === open.rules.join()))
            open.to = line
        }
      }
    }
  })
  return suppressions
}

function nextLineOf(source: string): (line: number) => number {
  const lines = source.split(/\r\n|\r|\n/)
  return (line) => {
    let next = line
    while (next < lines.length && lines[next]!.trim() === '') next++
    return next + 1
  }
}
