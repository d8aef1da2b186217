import type { Element } from 'hast'
import type { SideBySide } from '../../compare/compare.ts'
import type { Finding, Report } from '../../report/report.ts'
import type { Facets } from './facets.ts'
import { h, withCode } from './h.ts'
import { articleLink, placeLink } from './quotes.ts'
import { columnsOf } from './side-by-side.ts'

/** What the rules about duplicates say, in the order in which they are shown. */
const kinds: Record<string, string> = {
  'duplicates/exact': 'the same text',
  'duplicates/near': 'nearly the same text',
  'duplicates/question': 'the same question',
  'duplicates/variant': 'a variant: keep in step',
  'duplicates/passage': 'a shared passage',
}

/** Findings about articles that say the same, what to merge before what to keep in step, the most alike first. */
export function duplicatesIn({ findings }: Report): Finding[] {
  const order = Object.keys(kinds)
  const rankOf = ({ rule }: Finding) => (order.includes(rule) ? order.indexOf(rule) : order.length)
  return findings
    .filter(({ rule, related }) => rule.startsWith('duplicates/') && related.length > 0)
    .sort((a, b) => rankOf(a) - rankOf(b) || likeness(b) - likeness(a))
}

const likeness = ({ data }: Finding) => (typeof data.similarity === 'number' ? data.similarity : 0)

/** Of so few, each is shown side by side at once. */
const fewPairs = 6

/** The list of articles to merge, each pair side by side where the report has its text. */
export function duplicatesList(report: Report, facets: Facets): Element[] {
  const pairs = new Map(report.pairs?.map((pair) => [keyOf(pair.here.path, pair.there.path), pair]))
  const found = duplicatesIn(report)
  return found.map((finding) => itemOf(finding, report, facets, pairs, found.length <= fewPairs))
}

function keyOf(a: string, b: string): string {
  return `${a}\0${b}`
}

function itemOf(
  finding: Finding,
  report: Report,
  facets: Facets,
  pairs: Map<string, SideBySide>,
  isOpen: boolean,
): Element {
  const { rule, path, start, message, related, data, status, quoted } = finding
  const titles = new Map(report.articles.map((article) => [article.path, article.title]))
  const [other] = related
  const pair = pairs.get(keyOf(path, other!.path))
  const isKept = data.keep === other!.path
  const paths = [path, ...related.map((one) => one.path)]
  return h(
    'li.card',
    { ...facets.of(paths, ['duplicates']), dataScore: String(Math.round(likeness(finding) * 1000)), dataPath: path },
    h(
      'header',
      {},
      h('span.badge', {}, kinds[rule] ?? rule),
      likeness(finding) > 0 ? h('span.badge.quiet', {}, `${Math.round(likeness(finding) * 100)} % alike`) : undefined,
      status === 'known' ? h('span.badge.quiet', {}, 'known') : undefined,
      h('h3', {}, articleLink(path, titles.get(path) ?? path)),
    ),
    h('p.places', {}, placeLink(report.source, finding, `${path}:${start.line}`)),
    ...related.map((one) =>
      h(
        'p.places',
        {},
        h('strong', {}, isKept ? 'Keep ' : 'With '),
        articleLink(one.path, titles.get(one.path) ?? one.path),
        ' ',
        placeLink(report.source, one, `${one.path}:${one.start.line}`),
      ),
    ),
    h('p.message', {}, ...withCode(message)),
    pair
      ? comparisonOf(pair, isOpen)
      : rule === 'duplicates/passage' && quoted
        ? h('blockquote', {}, quoted.text)
        : undefined,
  )
}

function comparisonOf(pair: SideBySide, open: boolean): Element {
  const { here, there } = pair
  return h(
    'details.pair',
    { open },
    h('summary', {}, 'Side by side'),
    h('div.row.head', {}, ...[here, there].map((side) => h('div', {}, articleLink(side.path, side.title)))),
    ...columnsOf(pair, false),
  )
}
