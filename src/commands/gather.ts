import path from 'node:path'
import { resolveSettings, type Settings } from '../config/resolve-settings.ts'
import { parseLevel, type Level } from '../config/schema.ts'
import { UserError } from '../errors.ts'
import { findFiles, slashed } from '../node/find-files.ts'
import { loadConfig } from '../node/load-config.ts'
import { readFiles, readIfThere, type UnreadableFile } from '../node/read-files.ts'
import type { SourceFile } from '../pipeline.ts'
import { parseBaseline, type Baseline } from '../report/baseline.ts'
import { count } from '../reporters/count.ts'

/** What the machine around a command gives it. */
export interface Machine {
  cwd: string
  color: boolean
  /** Findings and what was asked for. */
  out: (text: string) => void
  /** Everything else. */
  err: (text: string) => void
}

/** The options that say what is checked, and how strictly. */
export interface GatherOptions {
  config?: string
  today?: string
  rule?: string[]
  baseline?: string | false
}

/** Everything that a run needs, settled: after this, nothing is asked of the machine but to write. */
export interface Gathered {
  files: SourceFile[]
  unreadable: UnreadableFile[]
  settings: Settings
  /** Relative to the working directory; undefined where no baseline is used. */
  baselinePath: string | undefined
}

/**
 * From paths and options to files and settings.
 *
 * @throws UserError for all that is wrong with them
 */
export async function gather(paths: string[], options: GatherOptions, { cwd, err }: Machine): Promise<Gathered> {
  const loaded = await loadConfig(cwd, options.config)
  const levels = (options.rule ?? []).map(readLevel)
  const settings = resolveSettings(loaded.config, {
    ...(options.today === undefined ? {} : { today: options.today }),
    levels,
    base: slashed(path.relative(loaded.folder, cwd)),
  })
  const { content, exclude, baseline } = loaded.config
  const named = paths.length > 0 ? { named: paths, from: cwd } : { named: content, from: loaded.folder }
  const { files, unreadable } = readFiles(
    findFiles(named.named, { from: named.from, cwd, exclude, excludeFrom: loaded.folder }),
    cwd,
  )
  if (files.length === 0 && unreadable.length === 0) {
    err(`No articles in ${named.named.map((name) => `\`${name}\``).join(', ')}: no Markdown file was found there.\n`)
  }
  const baselinePath =
    options.baseline === false
      ? undefined
      : (options.baseline ??
        (baseline === undefined ? undefined : path.relative(cwd, path.resolve(loaded.folder, baseline))))
  return { files, unreadable, settings, baselinePath }
}

/**
 * Reads the baseline that is to be used.
 *
 * @param mayBeMissing as when it is about to be written
 * @returns undefined where it is missing and may be
 * @throws UserError when it is not there or broken
 */
export function readBaseline(file: string, cwd: string, mayBeMissing = false): Baseline | undefined {
  const text = readIfThere(file, cwd)
  if (text !== undefined) return parseBaseline(text, file)
  if (mayBeMissing) return undefined
  throw new UserError(`Cannot read the baseline \`${file}\``, {
    because: 'there is no such file',
    hint: 'Write it with `--update-baseline`.',
  })
}

/** Fails the run for files that could not be read, after all others were checked and reported. */
export function failOnUnreadable({ unreadable, files }: Gathered): void {
  const [first, ...others] = unreadable
  if (!first) return
  const more =
    others.length > 0 ? ` (and ${others.length} more: ${others.map((file) => `\`${file.path}\``).join(', ')})` : ''
  throw new UserError(`Cannot read \`${first.path}\`${more}`, {
    because: first.because,
    hint: `${first.hint}${files.length > 0 ? ` ${count(files.length, 'other article')} checked.` : ''}`,
  })
}

function readLevel(text: string): [string, Level] {
  const [id = '', value = '', more] = text.split('=')
  const level = parseLevel(value)
  if (id !== '' && level && more === undefined) return [id, level]
  throw new UserError(`Cannot use \`--rule ${text}\``, {
    because:
      id === ''
        ? 'it names no rule'
        : value === ''
          ? 'it names no level'
          : `\`${text.slice(id.length + 1)}\` is no level`,
    hint: 'Write `--rule ID=off`, `=error`, `=warning` or `=suggestion`.',
  })
}

/** Refuses to write a report over something that is to be checked. @throws UserError naming it */
export function keepArticles(targets: string[], { files, unreadable }: Gathered, cwd: string): void {
  const articles = new Set([...files, ...unreadable].map((file) => path.resolve(cwd, file.path)))
  const clash = targets.find((target) => articles.has(path.resolve(cwd, target)))
  if (clash === undefined) return
  throw new UserError(`Cannot write \`${clash}\``, {
    because: 'it is one of the articles that are checked',
    hint: 'Choose another place for the report.',
  })
}
