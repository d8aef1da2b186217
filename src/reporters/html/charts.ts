import type { Element } from 'hast'
import { lastTouched } from '../../report/queue.ts'
import type { Finding, Report, Tally } from '../../report/report.ts'
import { count, digits } from '../count.ts'
import { duplicatesIn, likeness } from '../duplicates.ts'
import { h, s } from './h.ts'
import { anchorOf } from './quotes.ts'

/** How old the articles are, by the quarter of their last verification or change, and how many of them want a review. */
export function agesChart({ articles, queue = [], today }: Report): Element | undefined {
  const wanting = new Set(queue.map(({ path }) => path))
  const quarters = new Map<string, { all: number; aged: number }>()
  let undated = 0
  for (const article of articles) {
    const { path } = article
    const day = lastTouched(article)
    if (day === '' || day > today) {
      undated++
      continue
    }
    const quarter = `${day.slice(0, 4)} Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
    const own = quarters.get(quarter) ?? { all: 0, aged: 0 }
    quarters.set(quarter, { all: own.all + 1, aged: own.aged + Number(wanting.has(path)) })
  }
  if (quarters.size < 2) return undefined
  const names = quartersBetween([...quarters.keys()].sort()[0]!, today)
  const most = Math.max(...[...quarters.values()].map(({ all }) => all))
  const [width, height, gap] = [chartWidth, 140, names.length > 40 ? 1 : 3]
  const step = width / names.length
  const bars = names.flatMap((name, index) => {
    const { all, aged } = quarters.get(name) ?? { all: 0, aged: 0 }
    const bar = (from: number, to: number, kind: string) =>
      s(`rect.${kind}`, {
        x: round(index * step),
        y: round(height - (height * to) / most),
        width: round(Math.max(1, step - gap)),
        height: round((height * (to - from)) / most),
      })
    if (all === 0) return []
    return [
      s(
        'g',
        {},
        s('title', {}, `${name}: ${count(all, 'article')}, ${aged} to review`),
        ...(aged > 0 ? [bar(0, aged, 'aged')] : []),
        ...(all > aged ? [bar(aged, all, 'sound')] : []),
      ),
    ]
  })
  const labels = names.flatMap((name, index) =>
    name.endsWith('Q1') || index === 0 ? [s('text', { x: round(index * step), y: height + 16 }, name.slice(0, 4))] : [],
  )
  const every = Math.ceil(labels.length / 14)
  return h(
    'figure',
    {},
    h(
      'figcaption',
      {},
      'How the articles age: by the quarter in which each was last verified or changed. ',
      key('aged', 'to review'),
      key('sound', 'no evidence of age'),
      undated > 0 ? ` ${count(undated, 'article')} without a day.` : '',
    ),
    drawing(
      'Articles by quarter of the last verification or change',
      { viewBox: `0 -14 ${width} ${height + 36}`, role: 'img' },
      s('text', { x: 0, y: -3 }, `${count(most, 'article')} at most`),
      ...bars,
      ...labels.filter((_, index) => index % every === 0),
    ),
  )
}

/** A picture that is moved sideways where the screen is narrow, also by the keyboard. */
function drawing(ariaLabel: string, properties: { viewBox: string; role: string }, ...shapes: Element[]): Element {
  return h('div.scroll', { tabIndex: 0, role: 'group', ariaLabel }, s('svg', { ...properties, ariaLabel }, ...shapes))
}

const key = (kind: string, label: string) => h('span.key', {}, h(`i.${kind}`, {}), label)

/** As wide as the page, in pixels. */
const chartWidth = 1150

const round = (value: number) => Math.round(value * 10) / 10

/** Older ones are too thin to be seen. */
const mostQuarters = 160

function quartersBetween(first: string, today: string): string[] {
  const last = `${today.slice(0, 4)} Q${Math.ceil(Number(today.slice(5, 7)) / 3)}`
  const names: string[] = []
  let [year, quarter] = [Number(first.slice(0, 4)), Number(first.slice(6))]
  for (let name = first; name <= last; name = `${year} Q${quarter}`) {
    names.push(name)
    quarter = quarter === 4 ? 1 : quarter + 1
    if (quarter === 1) year++
  }
  return names.slice(-mostQuarters)
}

/** More groups than this are counted and not drawn. */
const mostGroups = 48

/** Which articles overlap: each group of them as dots, larger with more words, joined where two say the same. */
export function overlapsChart(report: Report): Element | undefined {
  const edges = duplicatesIn(report).filter(({ rule }) => rule !== 'duplicates/passage')
  const groups = groupsOf(edges)
  if (groups.length === 0) return undefined
  const articles = new Map(report.articles.map((article) => [article.path, article]))
  const shown = groups.slice(0, mostGroups)
  const [cell, rowHeight, columns] = [chartWidth / 6, 118, 6]
  const rows = Math.ceil(shown.length / columns)
  const drawn = shown.map((paths, index) => {
    const [centreX, centreY] = [(index % columns) * cell + cell / 2, Math.floor(index / columns) * rowHeight + 48]
    const radius = paths.length === 1 ? 0 : Math.min(36, 22 + 2 * paths.length)
    const places = new Map(
      paths.map((path, place) => {
        const angle = (2 * Math.PI * place) / paths.length - (paths.length === 2 ? 0 : Math.PI / 2)
        return [path, { x: round(centreX + radius * Math.cos(angle)), y: round(centreY + radius * Math.sin(angle)) }]
      }),
    )
    const lines = edges.flatMap((edge) => {
      const { path, related, rule } = edge
      const [from, to] = [places.get(path), places.get(related[0]!.path)]
      if (!from || !to) return []
      const kind = rule === 'duplicates/variant' ? 'variant' : 'merge'
      return [
        s(`line.${kind}`, { x1: from.x, y1: from.y, x2: to.x, y2: to.y, strokeWidth: round(1 + 5 * likeness(edge)) }),
      ]
    })
    const dots = paths.map((path) => {
      const article = articles.get(path)
      const { x, y } = places.get(path)!
      const label = article?.title ?? path
      return s(
        'a',
        { href: `#${anchorOf(path)}`, ariaLabel: label },
        s('title', {}, `${label} (${count(article?.words ?? 0, 'word')})`),
        s('circle', { cx: x, cy: y, r: round(Math.min(16, 5 + Math.sqrt(article?.words ?? 0) / 3)) }),
      )
    })
    const label = articles.get(paths[0]!)?.title ?? paths[0]!
    const name = s('text', { x: round(centreX), y: centreY + 60, textAnchor: 'middle' }, shortened(label))
    return s('g', {}, ...lines, ...dots, name)
  })
  const left = groups.length - shown.length
  return h(
    'figure',
    {},
    h(
      'figcaption',
      {},
      `Which articles overlap: ${count(groups.length, 'group')}. Each dot is an article, larger with more words. `,
      key('merge', 'says the same'),
      key('variant', 'the same about another thing'),
      left > 0 ? ` ${count(left, 'smaller group')} not drawn.` : '',
    ),
    drawing(
      'Groups of articles that overlap',
      { viewBox: `0 0 ${chartWidth} ${rows * rowHeight}`, role: 'group' },
      ...drawn,
    ),
  )
}

/** A title that fits under a group. */
function shortened(title: string): string {
  return title.length > 25 ? `${title.slice(0, 24).trimEnd()}…` : title
}

/** Articles that hang together by findings, the largest group first. */
function groupsOf(edges: readonly Finding[]): string[][] {
  const leaders = new Map<string, string>()
  const leaderOf = (path: string): string => {
    let leader = path
    for (let next = leaders.get(leader); next !== undefined && next !== leader; next = leaders.get(leader))
      leader = next
    return leader
  }
  for (const { path, related } of edges) {
    const [a, b] = [leaderOf(path), leaderOf(related[0]!.path)].sort()
    leaders.set(a!, a!)
    leaders.set(b!, a!)
    for (const one of [path, related[0]!.path]) if (!leaders.has(one)) leaders.set(one, a!)
  }
  const groups = new Map<string, string[]>()
  for (const path of [...leaders.keys()].sort()) {
    const leader = leaderOf(path)
    const group = groups.get(leader)
    if (group) group.push(path)
    else groups.set(leader, [path])
  }
  return [...groups.values()].sort((a, b) => b.length - a.length)
}

/** How the numbers have moved from report to report: each in a picture of its own, as they differ by orders of magnitude. */
export function trendChart(tallies: readonly Tally[]): Element | undefined {
  if (tallies.length < 2) return undefined
  const [width, height] = [260, 48]
  const series: [string, string, number[]][] = [
    ['error', 'errors', tallies.map(({ findings }) => findings.error)],
    ['warning', 'warnings', tallies.map(({ findings }) => findings.warning)],
    ['suggestion', 'suggestions', tallies.map(({ findings }) => findings.suggestion)],
    ['aged', 'to review', tallies.map(({ queue }) => queue)],
  ]
  return h(
    'figure',
    {},
    h('figcaption', {}, `From ${tallies[0]!.today} to ${tallies.at(-1)!.today}, ${count(tallies.length, 'report')}`),
    h(
      'div.trends',
      {},
      ...series.map(([kind, label, values]) => {
        const most = Math.max(...values, 1)
        const points = values.map(
          (value, index) =>
            `${round((width * index) / (values.length - 1))},${round(height - (height * value) / most)}`,
        )
        return h(
          'div',
          {},
          h('p', {}, `${label}: ${digits(values[0]!)} → ${digits(values.at(-1)!)}`),
          s(
            'svg',
            { viewBox: `-3 -3 ${width + 6} ${height + 6}`, role: 'img', ariaLabel: `${label} from report to report` },
            s(`polyline.${kind}`, { points: points.join(' ') }),
          ),
        )
      }),
    ),
  )
}
