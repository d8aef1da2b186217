import { join } from 'node:path/posix'
import type { Settings } from '../config/resolve-settings.ts'
import { rulesAnywhere } from '../config/rules-for.ts'
import { UserError } from '../errors.ts'
import { sketchOf } from '../facts/shingles.ts'
import { readIfThere } from '../node/read-files.ts'
import { writeFiles } from '../node/write-files.ts'
import { parseBaseline, renderBaseline, type Baseline, type KnownFinding, type Sight } from '../report/baseline.ts'
import { matchBaseline } from '../report/match-baseline.ts'
import type { CheckedArticle } from '../pipeline.ts'
import { withFindings } from '../report/build-report.ts'
import type { Report } from '../report/report.ts'
import { count } from '../reporters/count.ts'
import type { Machine } from './gather.ts'

/** The baseline of a run: where it is, what it holds, and whether it is to be written anew. */
export interface UsedBaseline {
  path: string
  before: Baseline | undefined
  update: boolean
}

/** Reads the baseline, where one is used. @throws UserError where it is missing or broken, or has no name to be written to */
export function baselineOf(path: string | undefined, update: boolean, cwd: string): UsedBaseline | undefined {
  if (path !== undefined) return { path, before: readBaseline(path, cwd, update), update }
  if (!update) return undefined
  throw new UserError('Cannot update the baseline', {
    because: 'no file is named for it',
    hint: 'Name one with `--baseline FILE`, or as `baseline` in the config.',
  })
}

/**
 * Reads the baseline that is to be used.
 *
 * @param mayBeMissing as when it is about to be written
 * @returns undefined where it is missing and may be
 * @throws UserError when it is not there or broken
 */
function readBaseline(file: string, cwd: string, mayBeMissing: boolean): Baseline | undefined {
  const text = readIfThere(file, cwd)
  if (text !== undefined) return parseBaseline(text, file)
  if (mayBeMissing) return undefined
  throw new UserError(`Cannot read the baseline \`${file}\``, {
    because: 'there is no such file',
    hint: 'Write it with `--update-baseline`.',
  })
}

/** What the run can see of a baseline. @param everything false for a run over some paths, which knows nothing of the others */
export function sightOf(settings: Settings, checked: readonly CheckedArticle[], everything: boolean): Sight {
  const pathOf = (file: string) => join(settings.base, file)
  const facts = checked.map((article) => article.facts)
  return {
    // Of some articles alone, a rule about all of them finds less, or other things.
    rules: new Set(
      rulesAnywhere(settings).flatMap(({ rule }) => (everything || rule.scope === 'article' ? [rule.id] : [])),
    ),
    paths: everything ? undefined : new Set(facts.map(({ path }) => pathOf(path))),
    pathOf,
    sketches: new Map(facts.map(({ path, shingles }) => [path, sketchOf(shingles)])),
  }
}

/** A report whose findings are known where the baseline has them; nothing is written. */
export function withBaseline(report: Report, baseline: UsedBaseline | undefined, sight: Sight): Report {
  if (!baseline?.before) return report
  return withFindings(report, matchBaseline(report, baseline.before, sight).findings)
}

/**
 * Applies the baseline of a run, and writes it anew where that was asked: what is new is added, what is gone is left out, and
 * both are said.
 *
 * @param isWhole whether the report has all that was found; of what it leaves out, nothing is known to be gone
 */
export function applyBaseline(
  report: Report,
  { path, before, update }: UsedBaseline,
  sight: Sight,
  isWhole: boolean,
  { cwd, err }: Machine,
): Report {
  const { findings, gone } = before
    ? matchBaseline(report, before, sight)
    : { findings: report.findings, gone: [] as KnownFinding[] }
  if (!update) {
    const number = isWhole ? sum(gone) : 0
    if (number > 0) {
      const [is, it] = number === 1 ? ['is', 'it'] : ['are', 'them']
      err(
        `${count(number, 'finding')} of the baseline ${is} gone: prune ${it} with --update-baseline.\n${listed(gone)}`,
      )
    }
    return withFindings(report, findings)
  }
  const text = renderBaseline({ ...report, findings }, sight, before)
  writeFiles([{ path, text }], cwd)
  const after = parseBaseline(text, path)
  const added = findings.filter(({ status }) => status === 'new').length
  const changes = [
    ...(added > 0 ? [`${added} added`] : []),
    ...(gone.length > 0 ? [`${sum(gone)} gone and pruned`] : []),
  ]
  const how = before && changes.length > 0 ? ` (${changes.join(', ')})` : ''
  err(
    `${before ? 'Updated' : 'Wrote'} the baseline \`${path}\`: ${count(sum(after.findings), 'known finding')}${how}.\n${listed(gone)}`,
  )
  return withFindings(
    report,
    findings.map((finding) => ({ ...finding, status: 'known' as const })),
  )
}

const sum = (entries: readonly KnownFinding[]) => entries.reduce((total, entry) => total + entry.count, 0)

/** More are counted only. */
const mostListed = 20

function listed(entries: readonly KnownFinding[]): string {
  const lines = entries.slice(0, mostListed).map(({ path, rule, count: times, with: others = [] }) => {
    const beside = others.length > 0 ? ` with ${others.join(', ')}` : ''
    return `  ${path}  ${rule}${beside}${times > 1 ? ` (${times} times)` : ''}\n`
  })
  const left = sum(entries.slice(mostListed))
  return lines.join('') + (left > 0 ? `  … and ${left} more\n` : '')
}
