import type { Element } from 'hast'
import type { SideBySide } from '../../compare/compare.ts'
import type { Finding, QuotedLine, Report } from '../../report/report.ts'
import { duplicatesIn, kindOf, kinds, likeness } from '../duplicates.ts'
import type { Facets } from './facets.ts'
import { titlesOf } from './titles.ts'
import { h, withCode } from './h.ts'
import { articleLink, placeLink } from './quotes.ts'
import { columnsOf } from './side-by-side.ts'

/** Of so few, each is shown side by side at once. */
const fewPairs = 6

/** The list of articles to merge, each pair side by side where the report has its text. */
export function duplicatesList(report: Report, facets: Facets): Element[] {
  const pairs = new Map(report.pairs?.map((pair) => [keyOf(pair.here.path, pair.there.path), pair]))
  const titleOf = titlesOf(report)
  const found = duplicatesIn(report)
  return found.map((finding) => itemOf(finding, { report, facets, titleOf, pairs, isOpen: found.length <= fewPairs }))
}

function keyOf(a: string, b: string): string {
  return `${a}\0${b}`
}

interface Shown {
  report: Report
  facets: Facets
  titleOf: (path: string) => string
  pairs: ReadonlyMap<string, SideBySide>
  isOpen: boolean
}

function itemOf(finding: Finding, { report, facets, titleOf, pairs, isOpen }: Shown): Element {
  const { rule, path, start, message, related, data, status, quoted } = finding
  const [other] = related
  const pair = pairs.get(keyOf(path, other!.path))
  const isKept = data.keep === other!.path
  const paths = [path, ...related.map((one) => one.path)]
  return h(
    'li.card',
    {
      ...facets.of(paths),
      dataPath: path,
      dataKind: kindOf(finding),
      dataStatus: status,
    },
    h(
      'header',
      {},
      h('span.badge', {}, kinds[rule]?.label ?? rule),
      likeness(finding) > 0 ? h('span.badge.quiet', {}, `${Math.round(likeness(finding) * 100)} % alike`) : undefined,
      status === 'known' ? h('span.badge.quiet', {}, 'known') : undefined,
      h('h3', {}, articleLink(path, titleOf(path))),
    ),
    h('p.places', {}, placeLink(report.source, finding, `${path}:${start.line}`)),
    ...related.map((one) =>
      h(
        'p.places',
        {},
        h('strong', {}, isKept ? 'Keep ' : 'With '),
        articleLink(one.path, titleOf(one.path)),
        ' ',
        placeLink(report.source, one, `${one.path}:${one.start.line}`),
      ),
    ),
    h('p.message', {}, ...withCode(message)),
    pair
      ? comparisonOf(pair, isOpen)
      : rule === 'duplicates/passage' && quoted
        ? h('blockquote', {}, passageIn(quoted))
        : undefined,
  )
}

/** A passage without the signs that make it Markdown, as far as it is quoted. */
function passageIn({ text, rest = '' }: QuotedLine): string {
  return `${text}\n${rest}`
    .replace(/^\s*(?:>|#+|[-*+]|\d+[.)])\s+|\[!\w+\]/gm, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*|`|<\/?\w[^<>]*>|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
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
