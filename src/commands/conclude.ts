import { join } from 'node:path/posix'
import type { Settings } from '../config/resolve-settings.ts'
import { rulesAnywhere } from '../config/rules-for.ts'
import { UserError } from '../errors.ts'
import type { Changes } from '../node/changes.ts'
import type { CheckedFiles } from '../node/check-files.ts'
import { writeFiles } from '../node/write-files.ts'
import { reportOf } from '../pipeline.ts'
import { goneFrom, parseBaseline, renderBaseline, type Baseline, type Sight } from '../report/baseline.ts'
import { withBaseline, withFindings } from '../report/build-report.ts'
import type { Finding } from '../report/report.ts'
import { exitCodeOf } from '../report/exit-code.ts'
import { count } from '../reporters/count.ts'
import { reporters, type Reporter } from '../reporters/index.ts'
import { formatNamed } from './format-named.ts'
import { failOnUnreadable, readBaseline, type Machine, type Settled } from './gather.ts'
import { noHistory } from '../corpus/history.ts'
import { untimed } from '../timer.ts'

/** Options that say what is made of what was found. */
export interface OutputOptions {
  format?: string
  output?: string
  report?: string[]
  updateBaseline?: boolean
  maxWarnings?: string
  quiet?: boolean
}

/** Those options, read: nothing has been asked of the machine yet. */
export interface Output {
  reporter: Reporter
  file: string | undefined
  extra: { reporter: Reporter; file: string }[]
  maxWarnings: number | undefined
  quiet: boolean
}

/** Reads the options. @throws UserError for a format or a number that is none */
export function readOutput(options: OutputOptions): Output {
  return {
    reporter: reporterNamed(options.format ?? 'pretty'),
    file: options.output,
    extra: (options.report ?? []).map(readReportOption),
    maxWarnings: options.maxWarnings === undefined ? undefined : readMaximum(options.maxWarnings),
    quiet: options.quiet ?? false,
  }
}

/** All files that the output is written to. */
export function targetsOf({ file, extra }: Output): string[] {
  return [...(file === undefined ? [] : [file]), ...extra.map((one) => one.file)]
}

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

/** A run, as far as its report depends on it. */
export interface Run {
  settings: Settings
  /** Whether it is over all articles, and not over paths that were named. */
  everything: boolean
  /** Whether nothing is to be printed. */
  silent: boolean
  watch: Settled['watch']
  remember?: () => void
  /** Only what touches these articles is reported. */
  changes?: Changes | undefined
}

/**
 * Makes the report of all that was checked and writes it everywhere it is wanted.
 *
 * @returns the exit code
 * @throws UserError at the end, for files that could not be read
 */
export function conclude(
  files: CheckedFiles,
  output: Output,
  baseline: UsedBaseline | undefined,
  run: Run,
  { cwd, out, err, color }: Machine,
): number {
  if (files.checked.length === 0) failOnUnreadable(files)
  const time = run.watch?.time ?? untimed
  const { changes } = run
  const sight = {
    isAll: run.everything,
    isNew: (file: string) => changes?.added.has(file) ?? false,
    history: files.history ?? noHistory,
  }
  // What was found before knew of nothing new.
  const memory = changes && changes.added.size > 0 ? undefined : files.memory
  let report = time('building the report', () => reportOf(files.checked, run.settings, time, memory, sight))
  run.remember?.()
  if (changes) {
    const touches = ({ path, related }: Finding) =>
      changes.changed.has(path) || related.some((other) => changes.changed.has(other.path))
    report = withFindings(report, report.findings.filter(touches))
  }
  if (baseline) {
    const sight = sightOf(files, run.settings, run.everything)
    let known = baseline.before
    if (baseline.update) {
      const text = renderBaseline(report, sight, known)
      writeFiles([{ path: baseline.path, text }], cwd)
      known = parseBaseline(text, baseline.path)
      const findings = known.findings.length
      err(
        `${baseline.before ? 'Updated' : 'Wrote'} the baseline \`${baseline.path}\`: ${count(findings, 'known finding')}.\n`,
      )
    }
    if (known) {
      report = withBaseline(report, known)
      // Of what is not reported, nothing is known to be gone.
      const gone = changes ? 0 : goneFrom(known, report, sight)
      if (gone > 0) {
        const [is, it] = gone === 1 ? ['is', 'it'] : ['are', 'them']
        err(`${count(gone, 'finding')} of the baseline ${is} gone: prune ${it} with --update-baseline.\n`)
      }
    }
  }
  const code = exitCodeOf(report, output.maxWarnings)
  const errors = report.findings.filter((finding) => finding.severity === 'error')
  const shown = output.quiet ? withFindings(report, errors) : report
  time('writing the report', () => {
    const texts = output.extra.map(({ reporter, file }) => ({ path: file, text: reporter(shown) }))
    if (output.file !== undefined) texts.unshift({ path: output.file, text: output.reporter(shown) })
    writeFiles(texts, cwd)
    if (output.file === undefined && !run.silent) out(output.reporter(shown, { color }))
  })
  tellTimes(run.watch, err)
  failOnUnreadable(files)
  return code
}

function reporterNamed(name: string): Reporter {
  return formatNamed(reporters, name, 'Cannot use the format')
}

function readReportOption(text: string): { reporter: Reporter; file: string } {
  const colon = text.indexOf(':')
  if (colon > 0 && colon < text.length - 1)
    return { reporter: reporterNamed(text.slice(0, colon)), file: text.slice(colon + 1) }
  throw new UserError(`Cannot use \`--report ${text}\``, {
    because: 'it needs a format and a file',
    hint: 'Write `--report NAME:FILE`, as in `--report json:report.json`.',
  })
}

function readMaximum(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  throw new UserError(`Cannot use \`--max-warnings ${text}\``, {
    because: 'it is not a whole number',
    hint: 'Write `--max-warnings 0` to allow none.',
  })
}

/** What the run can see of a baseline: a run over some paths knows nothing of the others. */
function sightOf({ checked }: CheckedFiles, settings: Settings, everything: boolean): Sight {
  const pathOf = (file: string) => join(settings.base, file)
  return {
    rules: new Set(rulesAnywhere(settings).map(({ rule }) => rule.id)),
    paths: everything ? undefined : new Set(checked.map(({ facts }) => pathOf(facts.path))),
    pathOf,
  }
}

/** Writes where the time went, if that was asked. */
export function tellTimes(watch: Settled['watch'], err: Machine['err']): void {
  if (!watch) return
  const steps = [...watch.steps()].map(([step, time]) => [step, time.toFixed(1)] as const)
  const width = Math.max(...steps.map(([step]) => step.length))
  const lines = steps.map(([step, time]) => `  ${step.padEnd(width)} ${time.padStart(10)}\n`)
  err(`Milliseconds by step; what several threads did is added up.\n${lines.join('')}`)
}
