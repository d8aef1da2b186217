import { visit } from 'unist-util-visit'
import type { Article } from '../article/article.ts'
import { isFrontMatter } from '../article/front-matter.ts'
import type { Position } from '../article/position.ts'

const directive = /<!--[ \t\r\n]*deskcheck-(disable-next-line|disable|enable)\b([^]*?)-->/g
const ruleName = /^[\w-]+\/(?:[\w-]+|\*)$/

/** From which line to which findings are suppressed, and of which rule: an id, `group/*`, or `*` for all. */
export interface Suppression {
  from: number
  to: number
  /** What names no rule is kept as it is written. */
  rule: string
  /** Where the comment stands. */
  at: Position
  hasReason: boolean
  /** Whether it has suppressed a finding of a rule about its own article. */
  isUsed: boolean
}

/** Stands for the end of the file. */
const toTheEnd = Number.MAX_SAFE_INTEGER

/**
 * The suppressions in an article. `<!-- deskcheck-disable structure/steps: reason -->` holds to the end of the file or to
 * `<!-- deskcheck-enable structure/steps -->`, `<!-- deskcheck-disable-next-line structure/steps -->` for the next line that
 * holds text. No rule named means all; what names none after all suppresses nothing. A comment before the first text of
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
      const at = locate(start, start + match[0].length)
      const { rules, hasReason } = readNamed(match[2]!)
      const common = { at, hasReason, isUsed: false }
      if (match[1] === 'disable-next-line') {
        const line = nextText(at.end.line)
        for (const rule of rules) suppressions.push({ from: line, to: line, rule, ...common })
      } else if (match[1] === 'disable') {
        const from = first === undefined || at.start.line <= first ? 1 : at.start.line
        for (const rule of rules) suppressions.push({ from, to: toTheEnd, rule, ...common })
      } else {
        for (const open of suppressions) {
          if (open.to === toTheEnd && (rules.includes('*') || rules.includes(open.rule))) open.to = at.start.line
        }
      }
    }
  })
  return suppressions
}

/** The rules that stand before the reason; all, where none is named. */
function readNamed(text: string): { rules: string[]; hasReason: boolean } {
  const [named = '', ...reason] = text.split(/:|\s--\s/)
  const words = named.split(/[\s,]+/).filter((word) => word !== '')
  const rules = words.filter((word) => ruleName.test(word))
  const hasReason = reason.join(' ').trim() !== '' || rules.length < words.length
  if (words.length === 0) return { rules: ['*'], hasReason }
  return { rules: rules.length > 0 ? rules : [named.trim().replace(/\s+/g, ' ')], hasReason }
}

function nextTextAfter(source: string): (line: number) => number {
  const lines = source.split(/\r\n|\r|\n/)
  return (line) => {
    let next = line
    while (next < lines.length && lines[next]!.trim() === '') next++
    return next + 1
  }
}
