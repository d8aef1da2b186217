import { UserError } from '../errors.ts'
import type { Changes } from '../node/changes.ts'
import type { CheckedFiles } from '../node/check-files.ts'
import { writeFiles } from '../node/write-files.ts'
import { reportOf } from '../pipeline.ts'
import { count, digits } from '../reporters/count.ts'
import { withFindings } from '../report/build-report.ts'
import type { Finding } from '../report/report.ts'
import { exitCodeOf } from '../report/exit-code.ts'
import { details, reporters, type Detail, type Reporter } from '../reporters/index.ts'
import type { PrettyOptions } from '../reporters/pretty.ts'
import { applyBaseline, sightOf, type UsedBaseline } from './baseline.ts'
import { formatNamed } from './format-named.ts'
import { failOnUnreadable, type Machine, type Settled } from './gather.ts'
import { terminalOf } from './terminal.ts'
import { detailsOf, type Texts } from './details-of.ts'
import { noHistory } from '../corpus/history.ts'
import { untimed } from '../timer.ts'

/** Options that say what is made of what was found. */
export interface OutputOptions {
  format?: string
  output?: string
  report?: string[]
  source?: string
  updateBaseline?: boolean
  maxWarnings?: string
  quiet?: boolean
}

/** Those options, read: nothing has been asked of the machine yet. */
export interface Output {
  format: Format
  file: string | undefined
  extra: { format: Format; file: string }[]
  maxWarnings: number | undefined
  quiet: boolean
}

/** A format: what writes it, and what it shows besides the report. */
export interface Format {
  reporter: Reporter
  shown: readonly Detail[]
}

const formats: Record<string, Format> = Object.fromEntries(
  Object.entries(reporters).map(([name, reporter]) => [name, { reporter, shown: details[name] ?? [] }]),
)

/** Reads the options. @throws UserError for a format or a number that is none */
export function readOutput(options: OutputOptions): Output {
  return {
    format: readFormat(options.format ?? 'pretty'),
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

/** A run, as far as its report depends on it. */
export interface Run extends Texts {
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
  machine: Machine,
): number {
  const { cwd, out, err } = machine
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
  machine.progress?.tell('Comparing', 0, 0)
  let report = time('building the report', () => reportOf(files.checked, run.settings, time, memory, sight))
  run.remember?.()
  if (baseline) {
    // What could not be read is not gone.
    const isWhole = run.everything && files.unreadable.length === 0
    report = applyBaseline(
      report,
      baseline,
      sightOf(run.settings, files.checked, isWhole),
      changes === undefined,
      machine,
    )
  }
  if (changes) {
    const touches = ({ path, related }: Finding) =>
      changes.changed.has(path) || related.some((other) => changes.changed.has(other.path))
    report = withFindings(report, report.findings.filter(touches))
    const changed = report.articles.filter(({ path }) => changes.changed.has(path)).length
    err(`Reported is what touches ${count(changed, 'changed article')} of ${digits(report.articles.length)}.\n`)
  }
  const code = exitCodeOf(report, output.maxWarnings)
  const errors = report.findings.filter((finding) => finding.severity === 'error')
  const shown = output.quiet ? withFindings(report, errors) : report
  time('writing the report', () => {
    const detailed = detailsOf(shown, run)
    const textOf = ({ reporter, shown: wanted }: Format, file?: string, options?: PrettyOptions) =>
      reporter(detailed(wanted, file), options)
    const texts = output.extra.map(({ format, file }) => ({ path: file, text: textOf(format, file) }))
    if (output.file !== undefined) texts.unshift({ path: output.file, text: textOf(output.format, output.file) })
    writeFiles(texts, cwd)
    if (output.file === undefined && !run.silent) out(textOf(output.format, undefined, terminalOf(machine)))
  })
  tellTimes(run.watch, err)
  failOnUnreadable(files)
  return code
}

function readFormat(name: string): Format {
  return formatNamed(formats, name, 'Cannot use the format')
}

function readReportOption(text: string): { format: Format; file: string } {
  const colon = text.indexOf(':')
  if (colon > 0 && colon < text.length - 1)
    return { format: readFormat(text.slice(0, colon)), file: text.slice(colon + 1) }
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

/** Writes where the time went, if that was asked. */
export function tellTimes(watch: Settled['watch'], err: Machine['err']): void {
  if (!watch) return
  const steps = [...watch.steps()].map(([step, time]) => [step, time.toFixed(1)] as const)
  const width = Math.max(...steps.map(([step]) => step.length))
  const lines = steps.map(([step, time]) => `  ${step.padEnd(width)} ${time.padStart(10)}\n`)
  err(`Milliseconds by step; what several threads did is added up.\n${lines.join('')}`)
}
