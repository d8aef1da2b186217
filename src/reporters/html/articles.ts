import type { Element } from 'hast'
import { severities, type Finding, type Report, type ReportedArticle, type Severity } from '../../report/report.ts'
import { lastTouched } from '../../report/queue.ts'
import { byArticle } from '../by-article.ts'
import { count } from '../count.ts'
import type { Facets } from './facets.ts'
import { titlesOf } from './titles.ts'
import { h, withCode } from './h.ts'
import { addressOf, anchorOf, articleLink, placeLink, quotedLine } from './quotes.ts'

/** Each article with all that was found in it, those with the gravest findings first. */
export function articlesList(report: Report, facets: Facets): Element[] {
  const findings = byArticle(report.findings)
  const speaking = speakingOf(report.findings)
  const ranks = new Map(report.queue?.map(({ path, rank }) => [path, rank]))
  const titleOf = titlesOf(report)
  return report.articles
    .map((article) => {
      const own = findings.get(article.path) ?? []
      const counts = countsOf(own)
      return { article, own, counts, worth: counts.error * 1e6 + counts.warning * 1e3 + counts.suggestion }
    })
    .sort((a, b) => b.worth - a.worth)
    .map(({ article, own, counts, worth }) => {
      const { path, title, words, readers } = article
      return h(
        'li',
        {
          ...facets.of([path]),
          dataPath: path,
          dataWords: String(words),
          dataReaders: readers === undefined ? undefined : String(readers),
          dataDay: lastTouched(article),
        },
        h(
          'details.article',
          { id: anchorOf(path) },
          h(
            'summary',
            {},
            h('span.title', {}, title ?? path),
            ...severities
              .filter((severity) => counts[severity] > 0)
              .map((severity) => h(`span.badge.${severity}`, {}, count(counts[severity], severity))),
            own.length === 0 && !speaking.has(path) ? h('span.badge.quiet', {}, 'nothing to report') : undefined,
            speaking.has(path)
              ? h('span.badge.quiet', {}, `spoken of by ${count(speaking.get(path)!.length, 'other')}`)
              : undefined,
            h('span.path', {}, path),
          ),
          aboutOf(article, report.source),
          ranks.has(path)
            ? h(
                'p',
                {},
                h('a', { href: `#freshness?q=${encodeURIComponent(path)}` }, `Number ${ranks.get(path)} to review`),
              )
            : undefined,
          own.length > 0
            ? h('ul.findings', {}, ...own.map((finding) => findingOf(finding, report, titleOf)))
            : undefined,
          ...(speaking.get(path) ?? []).map((finding) =>
            h('p.places', {}, `${finding.rule} in `, articleLink(finding.path, titleOf(finding.path)), ' speaks of it'),
          ),
        ),
      )
    })
}

/** Findings in other articles that speak of one, by its path. */
function speakingOf(findings: readonly Finding[]): Map<string, Finding[]> {
  const speaking = new Map<string, Finding[]>()
  for (const finding of findings) {
    for (const path of new Set(finding.related.map((other) => other.path))) {
      if (path === finding.path) continue
      const list = speaking.get(path)
      if (list) list.push(finding)
      else speaking.set(path, [finding])
    }
  }
  return speaking
}

/** What is known of an article, and the way to its text. */
export function aboutOf(
  { path, type, words, owner, readers, verified, updated }: ReportedArticle,
  source: string | undefined,
): Element {
  const facts = [
    type,
    count(words, 'word'),
    ...(owner === undefined ? [] : [`owner ${owner}`]),
    ...(readers === undefined ? [] : [count(readers, 'reader')]),
    ...(verified === undefined ? [] : [`verified ${verified}`]),
    ...(updated === undefined ? [] : [`updated ${updated}`]),
  ]
  const address = addressOf(source, path, 1)
  return h(
    'p.places',
    {},
    facts.join(' · '),
    ...(address === undefined ? [] : [' · ', h('a', { href: address }, 'its text')]),
  )
}

function findingOf(finding: Finding, { source }: Report, titleOf: (path: string) => string): Element {
  const { severity, rule, start, message, quoted, related, status, fixable } = finding
  return h(
    'li',
    { dataRule: rule, dataSeverity: severity, dataStatus: status },
    placeLink(source, finding, `${start.line}:${start.column}`),
    ' ',
    h(`b.${severity}`, {}, severity),
    ' ',
    ...withCode(message),
    ' ',
    h('code.rule', {}, rule),
    status === 'known' ? ' (known)' : undefined,
    fixable ? ' (--fix)' : undefined,
    quoted ? quotedLine(quoted) : undefined,
    ...related.map((other) =>
      h(
        'p.places',
        {},
        `${other.message}: `,
        articleLink(other.path, titleOf(other.path)),
        ' ',
        placeLink(source, other, `${other.path}:${other.start.line}`),
      ),
    ),
  )
}

function countsOf(findings: readonly Finding[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, suggestion: 0 }
  for (const { severity } of findings) counts[severity] += 1
  return counts
}
