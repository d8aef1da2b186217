import { createTwoFilesPatch } from 'diff'
import { idleSettings } from '../config/idle-settings.ts'
import { UserError } from '../errors.ts'
import { fixArticle } from '../lint/fix-article.ts'
import { changesSince } from '../node/changes.ts'
import type { CheckedFiles } from '../node/check-files.ts'
import { digestOf, settingsDigest } from '../node/digest.ts'
import { partOf, renderPart } from '../node/part.ts'
import { readFile } from '../node/read-files.ts'
import { writeFiles } from '../node/write-files.ts'
import type { SourceFile } from '../pipeline.ts'
import { count } from '../reporters/count.ts'
import { baselineOf } from './baseline.ts'
import { conclude, readOutput, targetsOf, tellTimes, type OutputOptions } from './conclude.ts'
import { readSource } from './details-of.ts'
import { gather, keepArticles, type GatherOptions, type Gathered, type Machine } from './gather.ts'

export interface LintOptions extends GatherOptions, OutputOptions {
  fix?: boolean
  fixDryRun?: boolean
  shard?: string
  since?: string
}

/** `deskcheck lint`: checks articles and prints what was found. @returns the exit code */
export async function lint(paths: string[], options: LintOptions, machine: Machine): Promise<number> {
  if (options.shard !== undefined) return lintPart(options.shard, paths, options, machine)
  const { cwd, out, err } = machine
  const output = readOutput(options)
  if (options.since !== undefined && options.updateBaseline) {
    throw new UserError('Cannot update the baseline with `--since`', {
      because: 'what does not touch the changes would be lost from it',
      hint: 'Update it in a run of its own.',
    })
  }
  const changes = options.since === undefined ? undefined : changesSince(options.since, cwd)
  const gathered = await gather(paths, options, machine)
  const { baselinePath, loaded } = gathered
  const source = readSource(options.source, loaded.config.source)
  const update = options.updateBaseline ?? false
  keepArticles([...targetsOf(output), ...(update && baselinePath !== undefined ? [baselinePath] : [])], gathered, cwd)
  // Everything is read before anything is written.
  const baseline = baselineOf(baselinePath, update, cwd)
  if (options.fixDryRun) {
    for (const { before, after } of fixed(gathered, cwd)) {
      out(createTwoFilesPatch(`a/${before.path}`, `b/${before.path}`, before.source, after))
    }
  } else if (options.fix) {
    const changed = fixed(gathered, cwd)
    writeFiles(
      changed.map(({ before, after }) => ({ path: before.path, text: after })),
      cwd,
    )
    if (changed.length > 0) err(`Fixed ${count(changed.length, 'file')}.\n`)
  }
  const files = await gathered.check(gathered.paths)
  // What the command line changes for one run is no reason to change the config.
  if (paths.length === 0 && options.rule === undefined) tellIdle(gathered, files, err)
  const run = {
    cwd,
    source,
    everything: paths.length === 0,
    silent: options.fixDryRun ?? false,
    changes,
    ...gathered,
  }
  return conclude(files, output, baseline, run, machine)
}

/** Says which settings of the config change nothing: somebody believes that they do. */
function tellIdle({ loaded, settings }: Gathered, { checked, unreadable }: CheckedFiles, err: Machine['err']): void {
  if (loaded.file === undefined || checked.length === 0 || unreadable.length > 0) return
  const idle = idleSettings(
    loaded.config,
    settings,
    checked.map(({ facts }) => facts),
  )
  if (idle.length > 0) err(`Settings without effect in the config:\n${idle.map((one) => `  ${one}\n`).join('')}`)
}

function fixed({ paths, settings }: Gathered, cwd: string): { before: SourceFile; after: string }[] {
  return paths.flatMap((path) => {
    const before = readFile(path, cwd)
    if ('because' in before) return []
    const after = fixArticle(before, settings)
    return after === before.source ? [] : [{ before, after }]
  })
}

/** What makes no sense for a part of a run: it is for `deskcheck merge`, or changes what the others see. */
const notForParts = ['format', 'report', 'fix', 'fixDryRun', 'updateBaseline', 'maxWarnings', 'quiet', 'since'] as const

/** `deskcheck lint --shard I/N`: checks one part of the articles, for `deskcheck merge`. */
async function lintPart(shard: string, paths: string[], options: LintOptions, machine: Machine): Promise<number> {
  const { cwd, out, err } = machine
  const { index, of } = readShard(shard)
  const refused = notForParts.find((name) => options[name] !== undefined)
  if (refused !== undefined) {
    const flag = refused.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    throw new UserError(`Cannot use \`--${flag}\` with \`--shard\``, {
      because: 'a part of a run is no report yet',
      hint: refused.startsWith('fix') ? 'Fix in a run of its own.' : 'Give it to `deskcheck merge`.',
    })
  }
  const gathered = await gather(paths, options, machine)
  if (options.output !== undefined) keepArticles([options.output], gathered, cwd)
  const { settings } = gathered
  const files = await gathered.check(partOf(gathered.paths, { index, of }))
  const text = renderPart({
    index,
    of,
    today: settings.today,
    settings: settingsDigest(settings),
    corpus: digestOf(JSON.stringify(gathered.paths)),
    everything: paths.length === 0,
    checked: files.checked,
    unreadable: files.unreadable,
    history: files.history?.days ?? {},
  })
  gathered.remember()
  if (options.output === undefined) out(text)
  else writeFiles([{ path: options.output, text }], cwd)
  err(`Checked part ${index} of ${of}: ${count(files.checked.length, 'article')} of ${gathered.paths.length}.\n`)
  tellTimes(gathered.watch, err)
  return 0
}

function readShard(text: string): { index: number; of: number } {
  const [, index, of] = /^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(text) ?? []
  if (Number(index) <= Number(of)) return { index: Number(index), of: Number(of) }
  throw new UserError(`Cannot use \`--shard ${text}\``, {
    because: 'it is no part of a whole',
    hint: 'Write `--shard 1/3`, `2/3` and `3/3` in three jobs.',
  })
}
