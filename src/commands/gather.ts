import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Article } from '../article/article.ts'
import { parseArticle } from '../article/parse-article.ts'
import { parserChoices, type ParserChoice } from '../article/parse-markdown.ts'
import type { Settings } from '../config/resolve-settings.ts'
import { rulesAnywhere } from '../config/rules-for.ts'
import { parseLevel, type Level } from '../config/schema.ts'
import { UserError } from '../errors.ts'
import { findFiles, slashed } from '../node/find-files.ts'
import { loadConfig, type LoadedConfig } from '../node/load-config.ts'
import { checkFiles, type CheckedFiles } from '../node/check-files.ts'
import { cacheFolder, openCache, type Cache } from '../node/cache.ts'
import { readFile } from '../node/read-files.ts'
import { settingsFrom, type Recipe } from '../node/settings-from.ts'
import type { Progress } from './progress.ts'
import { startStopwatch, type Stopwatch } from '../node/stopwatch.ts'
import { count } from '../reporters/count.ts'
import { untimed } from '../timer.ts'

/** What the machine around a command gives it. */
export interface Machine {
  cwd: string
  color: boolean
  /** Whether the terminal opens links; asked only where one is about to be written. */
  links?: () => boolean
  /** Tells how far long work is; only where somebody looks. */
  progress?: Progress
  /** Findings and what was asked for. */
  out: (text: string) => void
  /** Everything else. */
  err: (text: string) => void
}

/** The options that say how strictly articles are checked. */
export interface SettleOptions {
  config?: string
  today?: string
  rule?: string[]
  baseline?: string | false
  parser?: string
  timing?: boolean
}

/** Those, and the options that say how the work is done. */
export interface GatherOptions extends SettleOptions {
  threads?: string
  cache?: boolean
  cacheDir?: string
  /** Whether git is asked when articles were changed. */
  history?: boolean
}

/** What was settled before any article is looked for. */
export interface Settled {
  loaded: LoadedConfig
  recipe: Recipe
  settings: Settings
  /** Relative to the working directory; undefined where no baseline is used. */
  baselinePath: string | undefined
  /** Where the time goes, if that was asked. */
  watch: Stopwatch | undefined
}

/** Everything that a run needs: after this, nothing is asked of the machine but to read, check and write. */
export interface Gathered extends Settled {
  /** The articles, relative to the working directory. */
  paths: string[]
  /** Checks articles as they are on the disk now: all of them, or a part. */
  check: (paths: string[]) => Promise<CheckedFiles>
  /** Keeps what was found for the next run. */
  remember: () => void
}

/** From options to settings. @throws UserError for all that is wrong with them */
export async function settle(options: SettleOptions, cwd: string): Promise<Settled> {
  const loaded = await loadConfig(cwd, options.config)
  const recipe: Recipe = {
    config: loaded.config,
    given: {
      ...(options.today === undefined ? {} : { today: options.today }),
      levels: (options.rule ?? []).map(readLevel),
      base: slashed(path.relative(loaded.folder, cwd)),
      parser: readParser(options.parser ?? 'auto'),
    },
    plugins: { names: loaded.config.plugins, folder: loaded.folder },
  }
  const { baseline } = loaded.config
  const fromConfig = baseline === undefined ? undefined : path.relative(cwd, path.resolve(loaded.folder, baseline))
  return {
    loaded,
    recipe,
    settings: settingsFrom(recipe),
    baselinePath: options.baseline === false ? undefined : (options.baseline ?? fromConfig),
    watch: options.timing ? startStopwatch() : undefined,
  }
}

/**
 * From paths and options to articles and settings.
 *
 * @throws UserError for all that is wrong with them
 */
export async function gather(
  named: string[],
  options: GatherOptions,
  { cwd, err, progress }: Machine,
): Promise<Gathered> {
  const settled = await settle(options, cwd)
  const { loaded, recipe, settings, watch } = settled
  const time = watch?.time ?? untimed
  const threads = options.threads === undefined ? undefined : readThreads(options.threads)
  const { content, exclude } = loaded.config
  const sought = named.length > 0 ? { named, from: cwd } : { named: content, from: loaded.folder }
  const paths = time('finding articles', () =>
    findFiles(sought.named, { from: sought.from, cwd, exclude, excludeFrom: loaded.folder }),
  )
  if (paths.length === 0) {
    err(`No articles in ${sought.named.map((name) => `\`${name}\``).join(', ')}: no Markdown file was found there.\n`)
  }
  let cache: Cache | undefined
  let isAll = false
  const check = (some: string[]) => {
    isAll = named.length === 0 && some.length === paths.length
    cache = time('reading the cache', () => cacheFor(some, options, settings, { cwd, from: loaded.folder, err }))
    // Of one draft, its own words tell; and an answer about all would take longer than checking it.
    const isAsked = options.history !== false && loaded.config.history && paths.length > 1 && needsHistory(settings)
    const history = isAsked
      ? import('../node/history.ts').then(({ readHistory }) =>
          readHistory(some, {
            all: paths,
            cwd,
            today: settings.today,
            cacheFolder: folderOfCache(options, cwd, loaded),
          }),
        )
      : undefined
    const tell = progress && ((done: number) => progress.tell('Checking', done, some.length))
    return checkFiles(some, { cwd, settings, recipe, threads, isAll, cache, history, watch, tell })
  }
  const remember = () => time('writing the cache', () => cache?.save(isAll))
  return { ...settled, paths, check, remember }
}

/** Whether a rule is on that looks into the past. */
function needsHistory(settings: Settings): boolean {
  return rulesAnywhere(settings).some(({ rule }) => rule.scope === 'corpus' && rule.usesHistory)
}

/** An article that the command line names by itself. @throws UserError where it cannot be read */
export function readArticle(file: string, cwd: string, settings: Settings): Article {
  if (!existsSync(path.resolve(cwd, file))) {
    throw new UserError(`Cannot find \`${file}\``, { because: 'there is no such file', hint: 'Name an article.' })
  }
  if (statSync(path.resolve(cwd, file)).isDirectory())
    throw new UserError(`Cannot read \`${file}\``, { because: 'it is a folder', hint: 'Name an article.' })
  const read = readFile(file, cwd)
  if ('because' in read) throw new UserError(`Cannot read \`${file}\``, { because: read.because, hint: read.hint })
  return parseArticle(slashed(file), read.source, settings)
}

/** Where what is known is kept; none when nothing is to be kept. */
function folderOfCache({ cache = true, cacheDir }: GatherOptions, cwd: string, { folder }: LoadedConfig) {
  if (!cache) return undefined
  return cacheDir === undefined ? cacheFolder(folder) : path.resolve(cwd, cacheDir)
}

/** The cache for a run; none when it is not wanted, or when opening it takes longer than checking. */
function cacheFor(
  paths: string[],
  { cache = true, cacheDir }: GatherOptions,
  settings: Settings,
  { cwd, from, err }: { cwd: string; from: string; err: Machine['err'] },
): Cache | undefined {
  if (!cache) return undefined
  const asked = { project: cwd, settings, articles: paths.length }
  if (cacheDir !== undefined) return openCache(path.resolve(cwd, cacheDir), asked, err)
  return paths.length > 1 ? openCache(cacheFolder(from), asked, err) : undefined
}

/** Fails the run for files that could not be read, after all others were checked and reported. */
export function failOnUnreadable({ unreadable, checked }: CheckedFiles): void {
  const [first, ...others] = unreadable
  if (!first) return
  const more =
    others.length > 0 ? ` (and ${others.length} more: ${others.map((file) => `\`${file.path}\``).join(', ')})` : ''
  throw new UserError(`Cannot read \`${first.path}\`${more}`, {
    because: first.because,
    hint: `${first.hint}${checked.length > 0 ? ` ${count(checked.length, 'other article')} checked.` : ''}`,
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

function readParser(name: string): ParserChoice {
  const choice = parserChoices.find((known) => known === name)
  if (choice) return choice
  throw new UserError(`Cannot use \`--parser ${name}\``, {
    because: 'there is no such parser',
    hint: `Choose one of ${parserChoices.map((known) => `\`${known}\``).join(', ')}.`,
  })
}

function readThreads(text: string): number {
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text)
  throw new UserError(`Cannot use \`--threads ${text}\``, {
    because: 'it is not a whole number from 1 to 999',
    hint: 'Write `--threads 1` for none besides the main one.',
  })
}

/** Refuses to write a report over something that is to be checked. @throws UserError naming it */
export function keepArticles(targets: string[], { paths }: Gathered, cwd: string): void {
  if (targets.length === 0) return
  const articles = new Set(paths.map((file) => path.resolve(cwd, file)))
  const clash = targets.find((target) => articles.has(path.resolve(cwd, target)))
  if (clash === undefined) return
  throw new UserError(`Cannot write \`${clash}\``, {
    because: 'it is one of the articles that are checked',
    hint: 'Choose another place for the report.',
  })
}
