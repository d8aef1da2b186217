import { comparePaths } from '../corpus/by-path.ts'
import type { Finding, Reason, Report, ReportedArticle, Review } from './report.ts'

/** How much each rule's evidence says: points of its first finding in an article. */
export const defaultWeights: Readonly<Record<string, number>> = {
  'freshness/passed-deadline': 10,
  'freshness/expired': 10,
  'freshness/retired': 8,
  'freshness/superseded': 5,
  'freshness/left-behind': 4,
  'freshness/review-overdue': 4,
  'freshness/renewed-date': 3,
  'freshness/words-of-the-moment': 3,
  'front-matter/owner': 2,
  'freshness/never-verified': 1,
}

/** What to do about the strongest evidence. */
const todos: Record<string, string> = {
  'freshness/passed-deadline': 'Say what holds now, or retire the article',
  'freshness/expired': 'Take it down, or set another day',
  'freshness/retired': 'Rewrite it for what took the place of the retired thing, or retire it',
  'freshness/superseded': 'Bring it up to date, or retire it',
  'freshness/left-behind': 'Look whether the changes of the other articles belong here',
  'freshness/review-overdue': 'Check it against the product, then run `deskcheck verify`',
  'freshness/renewed-date': 'Check whether the text still holds',
  'freshness/words-of-the-moment': 'Say when it was, or leave it out',
  'front-matter/owner': 'Give it an owner who is there',
  'freshness/never-verified': 'Check it against the product, then run `deskcheck verify`',
}

/**
 * The articles with evidence that they have aged, those that want a review most first.
 *
 * Each rule's evidence has its points. A second finding of the same rule in an article counts half, a third a quarter, and so
 * on. What has been over for long says more: with each year that has passed, a tenth more, up to half. In the title, or in
 * what the front matter says an article is about, a superseded thing counts double. The sum is weighted by readers where they
 * are known: twice the median of all that are known counts half as much again, half of it two thirds, within a quarter and
 * four times; without a number, once.
 *
 * @param weights points by rule, over the {@link defaultWeights}; a rule with 0 says nothing
 */
export function queueOf(
  { findings, articles }: Pick<Report, 'findings' | 'articles'>,
  weights: Readonly<Record<string, number>> = {},
): Review[] {
  const pointsOf = (rule: string) => weights[rule] ?? defaultWeights[rule] ?? (rule.startsWith('freshness/') ? 2 : 0)
  const evidence = new Map<string, Finding[]>()
  for (const finding of findings) {
    if (pointsOf(finding.rule) <= 0) continue
    const list = evidence.get(finding.path)
    if (list) list.push(finding)
    else evidence.set(finding.path, [finding])
  }
  const median = medianOf(articles.flatMap(({ readers }) => (typeof readers === 'number' ? [readers] : [])))
  const reviews = articles.flatMap((article): Review[] => {
    const own = evidence.get(article.path)
    if (!own) return []
    const seen = new Map<string, number>()
    const reasons = own
      .map((finding) => {
        const before = seen.get(finding.rule) ?? 0
        seen.set(finding.rule, before + 1)
        return reasonOf(finding, (pointsOf(finding.rule) * strengthOf(finding)) / 2 ** before)
      })
      .sort((a, b) => b.points - a.points || a.line - b.line)
    const sum = reasons.reduce((total, { points }) => total + points, 0)
    const { path, title } = article
    const readers = article.readers ?? null
    return [
      {
        rank: 0,
        path,
        title,
        owner: article.owner ?? null,
        readers,
        verified: article.verified ?? null,
        score: Math.round(10 * sum * readerWeight(readers, median)) / 10,
        reasons,
        todo: todos[reasons[0]!.rule] ?? 'Check whether it still holds',
      },
    ]
  })
  // Of two with the same score, the one that nobody has touched for longer.
  const touched = new Map(articles.map((article) => [article.path, lastTouched(article)]))
  return reviews
    .sort(
      (a, b) =>
        b.score - a.score || comparePaths(touched.get(a.path)!, touched.get(b.path)!) || comparePaths(a.path, b.path),
    )
    .map((review, index) => ({ ...review, rank: index + 1 }))
}

/** The day of the last verification or change that an article names, whichever is later; empty where it names none. */
export function lastTouched({ verified = '', updated = '' }: Pick<ReportedArticle, 'verified' | 'updated'>): string {
  return verified > updated ? verified : updated
}

/** The rules whose evidence is a sentence of the article. */
const quoting = new Set(['freshness/passed-deadline', 'freshness/words-of-the-moment', 'freshness/superseded'])

function reasonOf({ rule, message, start, data }: Finding, points: number): Reason {
  const quote = quoting.has(rule) && typeof data.evidence === 'string' ? data.evidence : ''
  return { rule, message, quote, line: start.line, points: Math.round(10 * points) / 10 }
}

function strengthOf({ rule, data }: Finding): number {
  const years = typeof data.daysOver === 'number' ? Math.max(0, data.daysOver) / 365 : 0
  const long = 1 + Math.min(0.5, years / 10)
  return rule === 'freshness/superseded' && data.where !== 'text' ? 2 * long : long
}

/** By how much readers multiply: the square root of their share of the median, and a little more, in bounds. */
function readerWeight(readers: number | null, median: number | undefined): number {
  if (readers === null || median === undefined || median === 0) return 1
  return Math.min(4, Math.max(0.25, (readers / median) ** Math.log2(1.5)))
}

function medianOf(numbers: number[]): number | undefined {
  const sorted = numbers.sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}
