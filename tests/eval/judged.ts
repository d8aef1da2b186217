import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { init } from '../../src/commands/init.ts'
import { lint } from '../../src/commands/lint.ts'
import type { Finding, Report } from '../../src/index.ts'

/**
 * Findings on another help centre that somebody has read in their article and judged, as `rule path:line`: `true` and `false`
 * are 100 drawn at random from all at the level of a warning or above, after `deskcheck init`; `falseBefore` are the false ones
 * of two draws before, whose causes were mended.
 */
type Judged = Record<'true' | 'false' | 'falseBefore', string[]>

/** How the run of today compares. */
export interface Judgement {
  articles: number
  /** Those of the recorded sample that were judged true, and how many of them are still found. */
  right: number
  stillFound: number
  /** Those judged false that are found all the same. */
  falseAlarms: string[]
  /** What was found of conflicts, as `rule path:line`, and how each was judged; undefined where it was not. */
  conflicts: [finding: string, verdict: string | undefined][]
  /** Findings of an article in the median. */
  median: { atLeastWarning: number; suggestions: number }
}

const archive = fileURLToPath(new URL('../../../shared/data/office-support.tar.gz', import.meta.url))
/** Whether the data that is not part of the project is there. */
export const hasOfficeSupport = existsSync(archive)

/** Sets up Deskcheck for the help centre as its writers would, runs it, and compares with what was judged. */
export async function judgeOfficeSupport(): Promise<Judgement> {
  const judged = JSON.parse(readFileSync(new URL('judged.json', import.meta.url), 'utf8')) as Judged
  const { findings: verdicts } = JSON.parse(
    readFileSync(new URL('conflicts/judged.json', import.meta.url), 'utf8'),
  ) as { findings: Record<string, string> }
  const cwd = mkdtempSync(path.join(tmpdir(), 'deskcheck-eval-'))
  try {
    execFileSync('tar', ['-xf', archive, '-C', cwd])
    let text = ''
    const ignore = () => {}
    init(['office-support'], { cwd, color: false, out: ignore, err: ignore })
    const options = { format: 'json', today: '2026-11-23', cache: false, threads: '1' }
    await lint([], options, { cwd, color: false, out: (some) => (text += some), err: ignore })
    const report = JSON.parse(text) as Report
    const found = new Set(
      report.findings.map(
        ({ rule, path: file, start }) => `${rule} ${file.replace(/^office-support\//, '')}:${start.line}`,
      ),
    )
    return {
      articles: report.articles.length,
      right: judged.true.length,
      conflicts: [...found].filter((one) => one.startsWith('conflicts/')).map((one) => [one, verdicts[one]]),
      stillFound: judged.true.filter((one) => found.has(one)).length,
      falseAlarms: [...judged.false, ...judged.falseBefore].filter((one) => found.has(one)),
      median: {
        atLeastWarning: medianOf(report, ['error', 'warning']),
        suggestions: medianOf(report, ['suggestion']),
      },
    }
  } finally {
    rmSync(cwd, { recursive: true })
  }
}

function medianOf({ articles, findings }: Report, severities: Finding['severity'][]): number {
  const counts = new Map(articles.map(({ path: file }) => [file, 0]))
  for (const { path: file, severity } of findings)
    if (severities.includes(severity)) counts.set(file, (counts.get(file) ?? 0) + 1)
  const sorted = [...counts.values()].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
