import { comparePaths } from '../corpus/by-path.ts'
import type { Corpus } from '../corpus/corpus.ts'
import type { Facts } from '../facts/facts.ts'
import type { Found } from './found.ts'
import { version } from '../version.ts'
import { fingerprintOf } from './fingerprint.ts'
import {
  severities,
  type Finding,
  type Report,
  type ReportedArticle,
  type ReportedRule,
  type Severity,
} from './report.ts'

/** Findings as the report has them, fingerprinted, all of them new. @param base as in the settings */
export function findingsOf(found: Found[], base: string): Finding[] {
  return found.map((one) => finish(one, base))
}

/** The same for what may be found again as it is, as a session does with all that one change does not touch. */
export function findingsKept(found: Found[], base: string): Finding[] {
  return found.map((one) => {
    const before = finished.get(one)
    if (before?.base === base) return before.finding
    const finding = finish(one, base)
    finished.set(one, { base, finding })
    return finding
  })
}

const finished = new WeakMap<Found, { base: string; finding: Finding }>()

/** Findings in the order of the report. */
export function inOrder(findings: Finding[]): Finding[] {
  return findings.sort(compareFindings)
}

/**
 * Builds the report of a run: the findings of all articles, in order, and counted.
 *
 * @param corpus all articles of the run
 * @param own with the findings about each article of the corpus alone, in order
 * @param aboutCorpus those of the rules about the corpus, in any order
 * @param today as the report shall name it
 * @param rules all that were on, at least
 */
export function buildReport(
  corpus: Corpus,
  own: readonly { findings: Finding[] }[],
  aboutCorpus: Finding[],
  today: string,
  rules: readonly (ReportedRule & { id: string })[],
): Report {
  const others: (Finding[] | undefined)[] = new Array(own.length)
  for (const finding of aboutCorpus) {
    const index = corpus.indexOf(finding.path)
    const list = others[index]
    if (list) list.push(finding)
    else others[index] = [finding]
  }
  const lists = own.map(({ findings }, index) => (others[index] ? merged(findings, others[index]) : findings))
  const blocks = blocksIn(lists, corpus)
  const findings = ([] as Finding[]).concat(...blocks.map((block) => block.findings))
  const articles = ([] as Report['articles']).concat(...blocks.map((block) => block.articles))
  const summary = summaryOf(
    articles.length,
    blocks.map((block) => block.tally),
  )
  return {
    schemaVersion: 1,
    tool: { name: 'deskcheck', version },
    today,
    summary,
    rules: rulesIn(summary, Object.fromEntries(rules.map((rule) => [rule.id, rule]))),
    articles,
    findings,
  }
}

/** The rules that a summary counts findings of, in its order. */
function rulesIn({ byRule }: Report['summary'], rules: Readonly<Record<string, ReportedRule>>): Report['rules'] {
  return Object.fromEntries(
    Object.keys(byRule).flatMap((id) => {
      const rule = rules[id]
      return rule ? [[id, { description: rule.description, why: rule.why, fixable: rule.fixable }]] : []
    }),
  )
}

/** Some articles that follow each other: their findings, and how many of what kind. */
interface Block {
  lists: Finding[][]
  articles: Report['articles']
  findings: Finding[]
  tally: Counted
}

const articlesInBlock = 128
/** Blocks of the report before: of a large help centre, most are as they were when one article changes. */
const blocksBefore = new WeakMap<Corpus, Block[]>()

function blocksIn(lists: Finding[][], corpus: Corpus): Block[] {
  const before = blocksBefore.get(corpus) ?? []
  const blocks: Block[] = []
  for (let from = 0; from < lists.length; from += articlesInBlock) {
    const some = lists.slice(from, from + articlesInBlock)
    const old = before[blocks.length]
    const isSame = old?.lists.length === some.length && some.every((list, index) => list === old.lists[index])
    blocks.push(isSame ? old : newBlock(some, corpus.articles.slice(from, from + articlesInBlock)))
  }
  blocksBefore.set(corpus, blocks)
  return blocks
}

function newBlock(lists: Finding[][], facts: readonly Facts[]): Block {
  const findings = joined(lists)
  const articles = facts.map(reportedOf)
  return { lists, articles, findings, tally: tallyOf(findings) }
}

function reportedOf({ path, title, type, words, record, review }: Facts): ReportedArticle {
  const { owner, readers, updated } = record
  return {
    path,
    title,
    type,
    words,
    ...(owner === null ? {} : { owner }),
    ...(readers === null ? {} : { readers }),
    ...(review === undefined ? {} : { verified: review.verified }),
    ...(updated === undefined ? {} : { updated: updated.day }),
  }
}

/** Lists as one; not by `concat`, which takes longer where many are empty. */
function joined(lists: readonly Finding[][]): Finding[] {
  const all: Finding[] = []
  for (const list of lists) for (const item of list) all.push(item)
  return all
}

/** What was put together before, by the article's own findings. */
const mergedBefore = new WeakMap<Finding[], { others: Finding[]; all: Finding[] }>()

/** The findings about one article of both kinds, in order. */
function merged(own: Finding[], others: Finding[]): Finding[] {
  const before = mergedBefore.get(own)
  if (before?.others.length === others.length && others.every((one, index) => one === before.others[index]))
    return before.all
  const all = inOrder([...own, ...others])
  mergedBefore.set(own, { others, all })
  return all
}

/** A report with only some of its findings, counted anew. */
export function withFindings(report: Report, findings: Finding[]): Report {
  const summary = summaryOf(report.articles.length, [tallyOf(findings)])
  return { ...report, findings, summary, rules: rulesIn(summary, report.rules) }
}

function finish({ key, fix, rule, severity, path, start, end, message, related, data }: Found, base: string): Finding {
  const fixable = fix !== undefined && fix.length > 0
  return {
    rule,
    severity,
    path,
    start,
    end,
    message,
    status: 'new',
    fingerprint: fingerprintOf({ rule, key, path, related }, base),
    fixable,
    ...(fixable ? { fix } : {}),
    related,
    data,
  }
}

/** By path, then offset, then rule; then by all that is left, so that the order is never left to chance. */
function compareFindings(a: Finding, b: Finding): number {
  return (
    comparePaths(a.path, b.path) ||
    a.start.offset - b.start.offset ||
    comparePaths(a.rule, b.rule) ||
    a.end.offset - b.end.offset ||
    comparePaths(a.message, b.message)
  )
}

/** How many findings of what kind. */
interface Counted {
  bySeverity: Record<Severity, number>
  byRule: Map<string, number>
  known: number
}

function tallyOf(findings: Finding[]): Counted {
  const tally: Counted = { bySeverity: { error: 0, warning: 0, suggestion: 0 }, byRule: new Map(), known: 0 }
  for (const { severity, rule, status } of findings) {
    tally.bySeverity[severity] += 1
    tally.byRule.set(rule, (tally.byRule.get(rule) ?? 0) + 1)
    if (status === 'known') tally.known += 1
  }
  return tally
}

function summaryOf(articles: number, tallies: Counted[]): Report['summary'] {
  const findings: Record<Severity, number> = { error: 0, warning: 0, suggestion: 0 }
  const byRule = new Map<string, number>()
  let known = 0
  for (const tally of tallies) {
    for (const severity of severities) findings[severity] += tally.bySeverity[severity]
    for (const [rule, count] of tally.byRule) byRule.set(rule, (byRule.get(rule) ?? 0) + count)
    known += tally.known
  }
  return {
    articles,
    findings,
    new: findings.error + findings.warning + findings.suggestion - known,
    known,
    byRule: Object.fromEntries([...byRule].sort(([a], [b]) => comparePaths(a, b))),
  }
}
