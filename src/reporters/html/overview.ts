import type { Element } from 'hast'
import { severities, type Finding, type Report, type Tally } from '../../report/report.ts'
import { changesBetween, tallyOf } from '../../report/tally.ts'
import { byType, withGrave } from '../by-type.ts'
import { digits } from '../count.ts'
import { agesChart, overlapsChart, trendChart } from './charts.ts'
import { conflictsIn } from './conflicts.ts'
import { duplicatesIn, kindOf } from '../duplicates.ts'
import { groupOf } from './facets.ts'
import { titlesOf } from './titles.ts'
import { h } from './h.ts'
import { inTurn } from '../in-turn.ts'
import { anchorOf, articleLink } from './quotes.ts'

/** So many of each kind are named at once. */
const firstOnes = 5

/** The help centre at a glance: what to do first, pictures, articles by type, findings by group. */
export function overview(report: Report): (Element | undefined)[] {
  const { trend = [] } = report
  const now = tallyOf(report)
  return [
    tiles(report, now, trend.at(-1)),
    firstThings(report),
    sinceLast(report),
    trendChart([...trend, now]),
    agesChart(report),
    overlapsChart(report),
    h('div.row.tables', {}, typesTable(report), groupsTable(report)),
  ]
}

function tiles(report: Report, { findings, articles, queue }: Tally, last: Tally | undefined): Element {
  const since = (now: number, before: number | undefined) => {
    if (last === undefined || before === undefined) return undefined
    if (now === before) return h('span.since', {}, 'as before')
    return h('span.since', {}, `${now > before ? '+' : '−'}${digits(Math.abs(now - before))} since ${last.today}`)
  }
  const tile = (href: string, number: number, label: string, change?: Element) =>
    h(
      'li',
      {},
      number > 0
        ? h('a', { href }, h('strong', {}, digits(number)), ' ', label)
        : h('span', {}, h('strong', {}, '0'), ' ', label),
      change,
    )
  return h(
    'ul.tiles',
    {},
    tile('#articles', articles, articles === 1 ? 'article' : 'articles', since(articles, last?.articles)),
    tile('#articles?severity=error', findings.error, 'errors', since(findings.error, last?.findings.error)),
    tile('#articles?severity=warning', findings.warning, 'warnings', since(findings.warning, last?.findings.warning)),
    tile(
      '#articles?severity=suggestion',
      findings.suggestion,
      'suggestions',
      since(findings.suggestion, last?.findings.suggestion),
    ),
    tile('#duplicates', duplicatesIn(report).length, 'overlaps'),
    tile('#conflicts', conflictsIn(report).length, 'conflicts'),
    tile('#freshness', queue, 'to review', since(queue, last?.queue)),
  )
}

/** More of what has come or gone is counted. */
const mostChanges = 10

/** What has come and gone since the last report. */
function sinceLast(report: Report): Element | undefined {
  const { last } = report
  if (!last) return undefined
  const { came, went } = changesBetween(last, report)
  const titleOf = titlesOf({ articles: [...last.articles, ...report.articles] })
  const present = new Set(report.articles.map(({ path }) => path))
  const list = (name: string, findings: readonly Finding[]) =>
    h(
      'section',
      {},
      h('h3', {}, `${digits(findings.length)} ${name}`),
      h(
        'ul',
        {},
        ...inTurn(findings)
          .slice(0, mostChanges)
          .map(({ path, rule }) => {
            const title = titleOf(path)
            return h('li', {}, h('code', {}, rule), ' ', present.has(path) ? articleLink(path, title) : title)
          }),
        findings.length > mostChanges ? h('li', {}, `and ${digits(findings.length - mostChanges)} more`) : undefined,
      ),
    )
  return h('div.first', {}, list(`new since ${last.today}`, came), list(`gone since ${last.today}`, went))
}

function firstThings(report: Report): Element | undefined {
  const titleOf = titlesOf(report)
  const link = (path: string, why: string) =>
    h('li', {}, h('a', { href: `#${anchorOf(path)}` }, titleOf(path)), ` ${why}`)
  const merges = (kind: string) =>
    duplicatesIn(report)
      .filter((finding) => kindOf(finding) === kind)
      .map(({ path, related }) => link(path, `into ${titleOf(related[0]!.path)}`))
  const lists: [string, string, Element[]][] = [
    [
      'Settle',
      '#conflicts',
      conflictsIn(report).map(({ path, related }) =>
        link(path, related[0] && related[0].path !== path ? `against ${titleOf(related[0].path)}` : ''),
      ),
    ],
    ['Merge', '#duplicates?kind=merge', merges('merge')],
    ['Perhaps merge', '#duplicates?kind=perhaps+merge', merges('perhaps merge')],
    [
      'Review',
      '#freshness',
      (report.queue ?? []).map(({ path, todo }) => link(path, `(${todo.replace(/`/g, '').toLowerCase()})`)),
    ],
  ]
  const some = lists.filter(([, , items]) => items.length > 0)
  if (some.length === 0) return undefined
  return h(
    'div.first',
    {},
    ...some.map(([name, href, items]) =>
      h(
        'section',
        {},
        h('h3', {}, name),
        h('ol', {}, ...items.slice(0, firstOnes)),
        items.length > firstOnes ? h('p', {}, h('a', { href }, `All ${digits(items.length)}`)) : undefined,
      ),
    ),
  )
}

function typesTable(report: Report): Element {
  const aged = new Set((report.queue ?? []).map(({ path }) => path))
  return table(
    'Articles by type',
    ['type', 'articles', 'with errors or warnings', 'to review'],
    byType(report, [withGrave(report), aged]).map(({ type, counts }) => [type, ...counts]),
  )
}

function groupsTable({ findings }: Report): Element {
  const groups = [...new Set(findings.map(({ rule }) => groupOf(rule)))].sort()
  return table(
    'Findings by group',
    ['group', ...severities.map((severity) => `${severity}s`)],
    groups.map((group) => {
      const own = findings.filter(({ rule }) => groupOf(rule) === group)
      return [group, ...severities.map((severity) => own.filter((finding) => finding.severity === severity).length)]
    }),
  )
}

function table(caption: string, head: string[], rows: (string | number)[][]): Element {
  return h(
    'table',
    {},
    h('caption', {}, caption),
    h('thead', {}, h('tr', {}, ...head.map((name) => h('th', { scope: 'col' }, name)))),
    h(
      'tbody',
      {},
      ...rows.map(([name, ...numbers]) =>
        h(
          'tr',
          {},
          h('th', { scope: 'row' }, String(name)),
          ...numbers.map((number) => h('td', {}, digits(Number(number)))),
        ),
      ),
    ),
  )
}
