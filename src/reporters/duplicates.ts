import type { Finding, Report } from '../report/report.ts'

/** What the rules about duplicates say, in the order in which they are shown. */
export const kinds: Record<string, { label: string; kind: string }> = {
  'duplicates/exact': { label: 'the same text', kind: 'merge' },
  'duplicates/near': { label: 'nearly the same text', kind: 'merge' },
  'duplicates/question': { label: 'the same question, as far as words tell', kind: 'perhaps merge' },
  'duplicates/variant': { label: 'the same text about another thing', kind: 'keep in step' },
  'duplicates/passage': { label: 'a shared passage', kind: 'shared passage' },
}

/** What is to be done about a finding of two that are alike; nothing of any other finding. */
export function kindOf({ rule, related }: Finding): string | undefined {
  if (!rule.startsWith('duplicates/') || related.length === 0) return undefined
  return kinds[rule]?.kind ?? 'merge'
}

/** Findings about articles that say the same, what to merge before what to keep in step, the most alike first. */
export function duplicatesIn({ findings }: Report): Finding[] {
  const order = Object.keys(kinds)
  const rankOf = ({ rule }: Finding) => (order.includes(rule) ? order.indexOf(rule) : order.length)
  return findings
    .filter((finding) => kindOf(finding) !== undefined)
    .sort((a, b) => rankOf(a) - rankOf(b) || likeness(b) - likeness(a))
}

/** How alike two articles are, from 0 to 1. */
export const likeness = ({ data }: Finding) => (typeof data.similarity === 'number' ? data.similarity : 0)
