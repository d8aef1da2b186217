import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { lint, resolveSettings, type Config } from '../../src/index.ts'
import { datesIn } from '../../src/facts/dates.ts'
import { queueOf } from '../../src/report/queue.ts'

const data = new URL('../../../shared/data/', import.meta.url)
const live = new URL('office-support.tar.gz', data)
const gone = new URL('labels/retired-text.tar.gz', data)

/** Whether the articles that editors have retired are there; they are no part of the project. */
export const hasRetired = existsSync(live) && existsSync(gone)

/** How well an order of articles has first what editors have retired. */
export interface Ranking {
  name: string
  /** The chance that a retired article stands before one that is not; 0.5 for an order by chance. */
  auc: number
  /** How many of the first hundred. */
  inFirstHundred: number
}

/** Only what the queue is made of. */
const freshnessOnly = Object.fromEntries(
  ['structure', 'title', 'prose', 'style', 'links', 'duplicates', 'conflicts', 'suppressions', 'front-matter'].map(
    (group) => [`${group}/*`, 'off' as const],
  ),
)

/** Puts the retired articles back among those that stayed, and ranks all: by the queue, and by their age alone. */
export function rankRetired(): { articles: number; retired: number; rankings: Ranking[] } {
  const folder = mkdtempSync(path.join(tmpdir(), 'deskcheck-retired-'))
  try {
    const stayed = articlesOf(live, path.join(folder, 'live'))
    const paths = new Set(stayed.map((article) => article.path))
    const left = articlesOf(gone, path.join(folder, 'gone')).filter((article) => !paths.has(article.path))
    const all = [...stayed, ...left]
    const isRetired = new Set(left.map((article) => article.path))
    const byQueue = (config: Config) => {
      const settings = resolveSettings(
        { ...config, dayOrder: 'month-first', rules: freshnessOnly },
        { today: '2026-11-23' },
      )
      const queue = queueOf(lint(all, settings))
      return new Map(queue.map((review) => [review.path, queue.length - review.rank]))
    }
    const byAge = new Map(
      all.flatMap((article): [string, number][] => {
        const written = /^ms\.date:\s*(.*)$/m.exec(article.source)?.[1]
        const date = written === undefined ? undefined : datesIn(written, 'month-first')[0]
        // Of articles without a day, an order by age says nothing: they come last.
        return date ? [[article.path, -Date.parse(date.to)]] : []
      }),
    )
    const ranked = (name: string, scores: ReadonlyMap<string, number>): Ranking => ({
      name,
      ...scoreOrder(
        all.map(({ path: file }) => ({
          path: file,
          score: scores.get(file) ?? -Infinity,
          isRight: isRetired.has(file),
        })),
      ),
    })
    return {
      articles: all.length,
      retired: left.length,
      rankings: [
        ranked('by age', byAge),
        ranked('the queue', byQueue({})),
        ranked('the queue, `ms.date` as the last verification', byQueue({ keys: { last_verified: ['ms.date'] } })),
      ],
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The area under the ROC curve by ranks, ties in the middle (Mann and Whitney 1947), and the first hundred. */
function scoreOrder(items: { path: string; score: number; isRight: boolean }[]): Omit<Ranking, 'name'> {
  const rising = [...items].sort((a, b) => (a.score === b.score ? 0 : a.score - b.score))
  let sum = 0
  for (let from = 0; from < rising.length;) {
    let to = from
    while (to < rising.length && rising[to]!.score === rising[from]!.score) to++
    for (const item of rising.slice(from, to)) if (item.isRight) sum += (from + 1 + to) / 2
    from = to
  }
  const right = items.filter((item) => item.isRight).length
  const auc = (sum - (right * (right + 1)) / 2) / (right * (items.length - right))
  const falling = [...items].sort((a, b) => (a.score === b.score ? (a.path < b.path ? -1 : 1) : b.score - a.score))
  return { auc, inFirstHundred: falling.slice(0, 100).filter((item) => item.isRight).length }
}

function articlesOf(archive: URL, folder: string): { path: string; source: string }[] {
  execFileSync('mkdir', ['-p', folder])
  execFileSync('tar', ['xzf', fileURLToPath(archive), '-C', folder])
  const [top = ''] = readdirSync(folder)
  const root = path.join(folder, top)
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => ({ path: name, source: readFileSync(path.join(root, name), 'utf8') }))
}
