import type { Element } from 'hast'
import { severities, type Report, type Severity } from '../../report/report.ts'
import { count, digits } from '../count.ts'
import { h, withCode } from './h.ts'

/** Each rule that has found something: what it asks and why, how often it is broken, and the way to those articles. */
export function rulesList({ rules, findings }: Report): Element[] {
  const byRule = new Map<string, { articles: Set<string>; counts: Record<Severity, number>; known: number }>()
  for (const { rule, path, severity, status } of findings) {
    let own = byRule.get(rule)
    if (!own)
      byRule.set(rule, (own = { articles: new Set(), counts: { error: 0, warning: 0, suggestion: 0 }, known: 0 }))
    own.articles.add(path)
    own.counts[severity] += 1
    if (status === 'known') own.known += 1
  }
  const worth = ([, { counts }]: [string, { counts: Record<Severity, number> }]) =>
    severities.map((severity) => counts[severity])
  return [...byRule]
    .sort((a, b) => {
      const [one, other] = [worth(a), worth(b)]
      return other[0]! - one[0]! || other[1]! - one[1]! || other[2]! - one[2]!
    })
    .map(([id, { articles, counts, known }]) => {
      const rule = rules[id]
      return h(
        'li.card.rule',
        { dataPath: id },
        h(
          'header',
          {},
          ...severities
            .filter((severity) => counts[severity] > 0)
            .map((severity) => h(`span.badge.${severity}`, {}, count(counts[severity], severity))),
          known > 0 ? h('span.badge.quiet', {}, `${digits(known)} known`) : undefined,
          rule?.fixable ? h('span.badge.quiet', {}, 'can be fixed with --fix') : undefined,
          h('h3', {}, h('a', { href: `#articles?rule=${encodeURIComponent(id)}` }, id)),
        ),
        rule ? h('p', {}, ...withCode(rule.description)) : undefined,
        rule ? h('p.why', {}, ...withCode(rule.why)) : undefined,
        h(
          'p.places',
          {},
          h('a', { href: `#articles?rule=${encodeURIComponent(id)}` }, `In ${count(articles.size, 'article')}`),
        ),
      )
    })
}
