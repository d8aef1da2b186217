import { createHash } from 'node:crypto'
import { join } from 'node:path/posix'
import { comparePaths, type Corpus } from '../corpus/index-corpus.ts'
import type { Found } from './found.ts'
import { version } from '../version.ts'
import { markKnown, type Baseline } from './baseline.ts'
import { severities, type Finding, type Report, type Severity } from './report.ts'

/**
 * Builds the report of a run: findings in order, fingerprinted, counted, all of them new.
 *
 * @param corpus all articles of the run
 * @param found what the rules found, in any order
 * @param run `today` as the report shall name it; `base`: the working directory as seen from the config's folder
 */
export function buildReport(corpus: Corpus, found: Found[], run: { today: string; base: string }): Report {
  const findings = found.map((one) => finish(one, run.base)).sort(compareFindings)
  const articles = corpus.articles.map(({ path, title, type, words }) => ({ path, title, type, words }))
  return {
    schemaVersion: 1,
    tool: { name: 'deskcheck', version },
    today: run.today,
    summary: summaryOf({ articles, findings }),
    articles,
    findings,
  }
}

/** A report with only some of its findings, counted anew. */
export function withFindings(report: Report, findings: Finding[]): Report {
  return { ...report, findings, summary: summaryOf({ ...report, findings }) }
}

/** Applies a baseline to a report that was made without one. */
export function withBaseline(report: Report, baseline: Baseline): Report {
  const findings = report.findings.map((finding) => ({ ...finding, status: 'new' as const }))
  markKnown(findings, baseline)
  return withFindings(report, findings)
}

function finish({ key, fix, rule, severity, path, start, end, message, related, data }: Found, base: string): Finding {
  const words = key.normalize('NFC').replace(/\s+/g, ' ').trim()
  const parts = [rule, join(base, path), words, ...related.map((other) => join(base, other.path))]
  const fingerprint = createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 16)
  const fixable = fix !== undefined && fix.length > 0
  return { rule, severity, path, start, end, message, status: 'new', fingerprint, fixable, related, data }
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

function summaryOf({ articles, findings }: Pick<Report, 'articles' | 'findings'>): Report['summary'] {
  const bySeverity = Object.fromEntries(severities.map((severity) => [severity, 0])) as Record<Severity, number>
  const byRule: Record<string, number> = {}
  for (const finding of findings) {
    bySeverity[finding.severity] += 1
    byRule[finding.rule] = (byRule[finding.rule] ?? 0) + 1
  }
  const known = findings.filter((finding) => finding.status === 'known').length
  return {
    articles: articles.length,
    findings: bySeverity,
    new: findings.length - known,
    known,
    byRule: Object.fromEntries(Object.entries(byRule).sort(([a], [b]) => comparePaths(a, b))),
  }
}
