import { join } from 'node:path/posix'
import { createTwoFilesPatch } from 'diff'
import { UserError } from '../errors.ts'
import { formatNamed } from './format-named.ts'
import { fixArticle } from '../lint/fix-article.ts'
import { writeFiles } from '../node/write-files.ts'
import { lint as lintFiles, type SourceFile } from '../pipeline.ts'
import { goneFrom, parseBaseline, renderBaseline, type Sight } from '../report/baseline.ts'
import { withBaseline, withFindings } from '../report/build-report.ts'
import { exitCodeOf } from '../report/exit-code.ts'
import { reporters, type Reporter } from '../reporters/index.ts'
import { count } from '../reporters/count.ts'
import {
  failOnUnreadable,
  gather,
  keepArticles,
  readBaseline,
  type GatherOptions,
  type Gathered,
  type Machine,
} from './gather.ts'

export interface LintOptions extends GatherOptions {
  format?: string
  output?: string
  report?: string[]
  fix?: boolean
  fixDryRun?: boolean
  updateBaseline?: boolean
  maxWarnings?: string
  quiet?: boolean
}

/** `deskcheck lint`: checks articles and prints what was found. @returns the exit code */
export async function lint(paths: string[], options: LintOptions, machine: Machine): Promise<number> {
  const { cwd, out, err, color } = machine
  const reporter = reporterNamed(options.format ?? 'pretty')
  const extra = (options.report ?? []).map(readReportOption)
  const maxWarnings = options.maxWarnings === undefined ? undefined : readMaximum(options.maxWarnings)
  const gathered = await gather(paths, options, machine)
  if (gathered.files.length === 0) failOnUnreadable(gathered)

  const targets = [
    options.output,
    ...extra.map(({ file }) => file),
    options.updateBaseline ? gathered.baselinePath : undefined,
  ]
  keepArticles(
    targets.filter((target) => target !== undefined),
    gathered,
    cwd,
  )
  // Everything is read before anything is written.
  const { baselinePath, settings } = gathered
  const sight = sightOf(gathered, paths.length === 0)
  if (options.updateBaseline && baselinePath === undefined) {
    throw new UserError('Cannot update the baseline', {
      because: 'no file is named for it',
      hint: 'Name one with `--baseline FILE`, or as `baseline` in the config.',
    })
  }
  const before = baselinePath === undefined ? undefined : readBaseline(baselinePath, cwd, options.updateBaseline)
  if (options.fixDryRun) {
    for (const { before, after } of fixed(gathered)) {
      out(createTwoFilesPatch(`a/${before.path}`, `b/${before.path}`, before.source, after))
    }
  } else if (options.fix) {
    const changed = fixed(gathered)
    writeFiles(
      changed.map(({ before, after }) => ({ path: before.path, text: after })),
      cwd,
    )
    for (const { before, after } of changed) before.source = after
    if (changed.length > 0) err(`Fixed ${count(changed.length, 'file')}.\n`)
  }

  let report = lintFiles(gathered.files, settings)
  let baseline = before
  if (options.updateBaseline && baselinePath !== undefined) {
    const text = renderBaseline(report, sight, before)
    writeFiles([{ path: baselinePath, text }], cwd)
    baseline = parseBaseline(text, baselinePath)
    const known = count(baseline.findings.length, 'known finding')
    err(`${before ? 'Updated' : 'Wrote'} the baseline \`${baselinePath}\`: ${known}.\n`)
  }
  if (baseline) {
    report = withBaseline(report, baseline)
    const gone = goneFrom(baseline, report, sight)
    if (gone > 0) {
      const [is, it] = gone === 1 ? ['is', 'it'] : ['are', 'them']
      err(`${count(gone, 'finding')} of the baseline ${is} gone: prune ${it} with --update-baseline.\n`)
    }
  }
  const code = exitCodeOf(report, maxWarnings)
  const shown = options.quiet
    ? withFindings(
        report,
        report.findings.filter((finding) => finding.severity === 'error'),
      )
    : report
  const texts = [
    ...(options.output === undefined ? [] : [{ path: options.output, text: reporter(shown) }]),
    ...extra.map(({ reporter: other, file }) => ({ path: file, text: other(shown) })),
  ]
  writeFiles(texts, cwd)
  if (options.output === undefined && !options.fixDryRun) out(reporter(shown, { color }))
  failOnUnreadable(gathered)
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

function fixed({ files, settings }: Gathered): { before: SourceFile; after: string }[] {
  return files
    .map((before) => ({ before, after: fixArticle(before, settings) }))
    .filter(({ before, after }) => before.source !== after)
}

/** What the run can see of a baseline: a run over some paths knows nothing of the others. */
function sightOf({ files, settings }: Gathered, everything: boolean): Sight {
  const pathOf = (file: string) => join(settings.base, file)
  return {
    rules: new Set(settings.rules.map(({ rule }) => rule.id)),
    paths: everything ? undefined : new Set(files.map((file) => pathOf(file.path))),
    pathOf,
  }
}
