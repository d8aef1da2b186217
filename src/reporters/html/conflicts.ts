import type { Element } from 'hast'
import type { ClaimSide } from '../../compare/compare.ts'
import { claimsOf } from '../../report/claims-of.ts'
import type { Finding, Report } from '../../report/report.ts'
import { shellWord } from '../shell-word.ts'
import type { Facets } from './facets.ts'
import { titlesOf } from './titles.ts'
import { h, withCode } from './h.ts'
import { articleLink, claimText, placeLink, quotedLine } from './quotes.ts'

const confidence = ({ data }: Finding) => (typeof data.confidence === 'number' ? data.confidence : 0)

/** Findings about claims that cannot both be right, the surest first. */
export function conflictsIn({ findings }: Report): Finding[] {
  return findings.filter(({ rule }) => rule.startsWith('conflicts/')).sort((a, b) => confidence(b) - confidence(a))
}

/** The list of claims to settle, both quotes of each beside each other. */
export function conflictsList(report: Report, facets: Facets): Element[] {
  const titleOf = titlesOf(report)
  return conflictsIn(report).map((finding) => {
    const { path, rule, start, message, related, status } = finding
    const claims = claimsOf(finding)
    const side = (claim: ClaimSide, other: ClaimSide) =>
      h(
        'div',
        {},
        h('p.places', {}, articleLink(claim.path, titleOf(claim.path))),
        h('blockquote', {}, ...claimText(claim, other)),
        h(
          'p.places',
          {},
          placeLink(report.source, { path: claim.path, start: claim }, `${claim.path}:${claim.line}:${claim.column}`),
        ),
      )
    return h(
      'li.card',
      {
        ...facets.of([path, ...related.map((one) => one.path)]),
        dataPath: path,
        dataStatus: status,
      },
      h(
        'header',
        {},
        h('span.badge', {}, rule.slice('conflicts/'.length)),
        confidence(finding) > 0
          ? h('span.badge.quiet', {}, `${Math.round(confidence(finding) * 100)} % sure`)
          : undefined,
        status === 'known' ? h('span.badge.quiet', {}, 'known') : undefined,
        h('h3', {}, claims?.subject ?? titleOf(path)),
      ),
      claims
        ? h('div.row', {}, side(claims.sides[0], claims.sides[1]), side(claims.sides[1], claims.sides[0]))
        : h(
            'div',
            {},
            h(
              'p.places',
              {},
              articleLink(path, titleOf(path)),
              ' ',
              placeLink(report.source, finding, `${path}:${start.line}`),
            ),
            finding.quoted ? quotedLine(finding.quoted) : undefined,
          ),
      h('p.message', {}, ...withCode(message)),
      claims
        ? h(
            'p.todo',
            {},
            'When it is clear: ',
            h('code', {}, `deskcheck settle ${shellWord(`${path}:${start.line}`)} --keep 1`),
            ' where the first is right, ',
            h('code', {}, '--keep 2'),
            ' where the second is.',
          )
        : undefined,
    )
  })
}
