import { visit } from 'unist-util-visit'
import type { Article } from '../article/article.ts'
import { isFrontMatter } from '../article/front-matter.ts'

const directive = /<!--[ \t\r\n]*deskcheck-(disable-next-line|disable|enable)\b([^]*?)-->/g
const ruleName = /^[\w-]+\/(?:[\w-]+|\*)$/

/** From which line to which findings are suppressed, and of which rule: an id, `group/*`, or `*` for all. */
export interface Suppression {
  from: number
  to: number
  rule: string
}

/** Stands for the end of the file. */
const toTheEnd = Number.MAX_SAFE_INTEGER

/**
 * The suppressions in an article. `<!-- deskcheck-disable structure/steps: reason -->` holds to the end of the file or to
 * `<!-- deskcheck-enable structure/steps -->`, `<!-- deskcheck-disable-next-line structure/steps -->` for the next line that
 * holds text. No rule named means all; what names no rule after all suppresses nothing. A comment before the first text of
 * the body also speaks for the title and the front matter.
 */
export function suppressionsIn(article: Article): Suppression[] {
  const { source, tree, locate } = article
  if (!source.includes('deskcheck-')) return []
  const suppressions: Suppression[] = []
  const first = tree.children.find((node) => !isFrontMatter(node) && node.type !== 'html')?.position?.start.line
  const nextText = nextTextAfter(source)
  visit(tree, 'html', (node) => {
    for (const match of node.value.matchAll(directive)) {
      const start = (node.position?.start.offset ?? 0) + match.index
      const { start: opens, end: closes } = locate(start, start + match[0].length)
      const rules = rulesIn(match[2]!)
      if (match[1] === 'disable-next-line') {
        const line = nextText(closes.line)
        for (const rule of rules) suppressions.push({ from: line, to: line, rule })
      } else if (match[1] === 'disable') {
        const from = first === undefined || opens.line <= first ? 1 : opens.line
        for (const rule of rules) suppressions.push({ from, to: toTheEnd, rule })
      } else {
        for (const open of suppressions) {
          if (open.to === toTheEnd && (rules.includes('*') || rules.includes(open.rule))) open.to = opens.line
        }
      }
    }
  })
  return suppressions
}

/** The rules that stand before the reason. */
function rulesIn(text: string): string[] {
  const words = text
    .split(/:|\s--\s/)[0]!
    .split(/[\s,]+/)
    .filter((word) => word !== '')
  return words.length === 0 ? ['*'] : words.filter((word) => ruleName.test(word))
}

function nextTextAfter(source: string): (line: number) => number {
  const lines = source.split(/\r\n|\r|\n/)
  return (line) => {
    let next = line
    while (next < lines.length && lines[next]!.trim() === '') next++
    return next + 1
  }
}
