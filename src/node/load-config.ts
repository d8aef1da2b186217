import { existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { closest } from 'fastest-levenshtein'
import type { z } from 'zod'
import { extended } from '../config/extend.ts'
import { parseRedirects } from '../config/redirects.ts'
import { configSchema, type Config } from '../config/schema.ts'
import { messageOf, UserError } from '../errors.ts'
import { slashed } from './find-files.ts'
import { readFile } from './read-files.ts'

const names = ['deskcheck.config.ts', 'deskcheck.config.js', 'deskcheck.config.json']

/** A config and the folder that its paths are relative to. */
export interface LoadedConfig {
  /** Where settled facts are kept, if the config says so. */
  settledFile: string | undefined
  /** The table of readers, if the config names one; relative to the working directory. */
  readersFile: string | undefined
  /** The file, or undefined when the defaults are used. */
  file: string | undefined
  folder: string
  /** Checked, with its defaults. */
  config: z.output<typeof configSchema>
}

/**
 * Loads the config that the command line names, else the nearest one from the working directory upwards, else none.
 *
 * @throws UserError when the file is not there, cannot be run or read, or does not hold a config
 */
export async function loadConfig(cwd: string, named?: string): Promise<LoadedConfig> {
  const file = named === undefined ? nearest(cwd) : path.resolve(cwd, named)
  if (file === undefined)
    return {
      file: undefined,
      folder: cwd,
      settledFile: undefined,
      readersFile: undefined,
      config: configSchema.parse({}),
    }
  const shown = named ?? path.relative(cwd, file)
  if (!existsSync(file) || !statSync(file).isFile()) {
    throw new UserError(`Cannot find the config \`${shown}\``, {
      because: 'there is no such file',
      hint: `Name a file that exists, or leave out \`--config\` to use the nearest of ${names.map((name) => `\`${name}\``).join(', ')}.`,
    })
  }
  const { terms, redirects, settled, superseded, ...rest } = configSchema.parse(await readConfig(file, shown, cwd))
  return {
    file,
    folder: path.dirname(file),
    settledFile: typeof settled === 'string' ? settled : undefined,
    readersFile: rest.queue.readers === undefined ? undefined : slashed(path.relative(cwd, rest.queue.readers)),
    config: {
      ...rest,
      terms: typeof terms === 'string' ? await readTerms(terms, cwd) : terms,
      redirects: typeof redirects === 'string' ? readRedirects(redirects, cwd) : redirects,
      settled: typeof settled === 'string' ? await readSettled(settled, cwd) : settled,
      superseded: typeof superseded === 'string' ? await readSuperseded(superseded, cwd) : superseded,
    },
  }
}

/**
 * Reads a config and those that it extends.
 *
 * @param shown what the user calls it
 * @param from the configs that led here, by their files
 * @returns one config, checked, that extends none; the files that it names for its lists as absolute paths
 */
async function readConfig(file: string, shown: string, cwd: string, from: string[] = []): Promise<Config> {
  if (from.includes(file)) {
    const way = [...from.slice(from.indexOf(file)), file].map((one) => `\`${slashed(path.relative(cwd, one))}\``)
    throw new UserError(`Cannot use the config \`${shown}\``, {
      because: `it extends itself: ${way.join(' extends ')}`,
      hint: 'Take `extends` out of one of them.',
    })
  }
  let config: Config
  try {
    config = (await evaluate(file)) as Config
  } catch (error) {
    throw new UserError(`Cannot load the config \`${shown}\``, {
      because: messageOf(error).split('\n').slice(0, 2).join(' ').trim(),
      hint: 'Correct it; `README.md` shows one that works.',
    })
  }
  const parsed = configSchema.safeParse(config)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!
    throw new UserError(`Cannot use the config \`${shown}\``, {
      because: `${lineOf(issue, file)}${wordsOf(issue)}`,
      hint: `It may set ${keys.map((key) => `\`${key}\``).join(', ')}.`,
    })
  }
  let whole: Config = {}
  for (const name of [config.extends ?? []].flat()) {
    const base = placeOfConfig(name, file, shown)
    whole = extended(whole, await readConfig(base, slashed(path.relative(cwd, base)), cwd, [...from, file]))
  }
  const { terms, redirects, settled, superseded, queue } = config
  const placeOf = (name: string) => path.resolve(path.dirname(file), name)
  return extended(whole, {
    ...config,
    ...(typeof terms === 'string' ? { terms: placeOf(terms) } : {}),
    ...(typeof redirects === 'string' ? { redirects: placeOf(redirects) } : {}),
    ...(typeof settled === 'string' ? { settled: placeOf(settled) } : {}),
    ...(queue?.readers === undefined ? {} : { queue: { ...queue, readers: placeOf(queue.readers) } }),
    ...(typeof superseded === 'string' ? { superseded: placeOf(superseded) } : {}),
  })
}

/** The file of a config that another one extends: seen from that one's folder, or what a package is there. */
function placeOfConfig(name: string, from: string, shown: string): string {
  const file = path.resolve(path.dirname(from), name)
  if (existsSync(file) && statSync(file).isFile()) return file
  try {
    if (!/^\.{0,2}\//.test(name)) return createRequire(from).resolve(name)
  } catch {
    // Said below.
  }
  throw new UserError(`Cannot find the config \`${name}\`, which \`${shown}\` extends`, {
    because: 'there is no such file or package',
    hint: 'The path is seen from the folder of the config that names it.',
  })
}

/** Reads the list of terms that a config names. */
async function readTerms(file: string, cwd: string): Promise<unknown[]> {
  const { parseTerms } = await import('../config/parse-terms.ts')
  return readNamed(file, 'terms', cwd, parseTerms)
}

/** Reads the list of what is superseded that a config names. */
async function readSuperseded(file: string, cwd: string) {
  const { parseSuperseded } = await import('../config/parse-superseded.ts')
  return readNamed(file, 'superseded', cwd, parseSuperseded)
}

/** Reads the settled facts that a config names; a file that is not there yet holds none. */
async function readSettled(file: string, cwd: string): Promise<unknown[]> {
  if (!existsSync(file)) return []
  const { parseSettled } = await import('../config/parse-settled.ts')
  return readNamed(file, 'settled', cwd, parseSettled)
}

/** Reads the redirects that a config names. */
function readRedirects(file: string, cwd: string): string[] {
  return readNamed(file, 'redirects', cwd, parseRedirects)
}

/** Reads a file that a config names under a key. */
function readNamed<Content>(
  file: string,
  key: string,
  cwd: string,
  parse: (text: string, name: string) => Content,
): Content {
  const shown = slashed(path.relative(cwd, file))
  const read = readFile(file, cwd)
  if (!('because' in read)) return parse(read.source, shown)
  throw new UserError(`Cannot read the ${key} in \`${shown}\``, {
    because: existsSync(file) ? read.because : 'there is no such file',
    hint: `Correct \`${key}\` in the config: the path is seen from the folder of the config.`,
  })
}

/** The config file that stands in a folder itself, if there is one. */
export function configIn(folder: string): string | undefined {
  return names.find((name) => existsSync(path.join(folder, name)))
}

const keys = Object.keys(configSchema.shape).filter((key) => key !== '$schema')

/** What is wrong with a config, with the nearest name for a key that it does not have. */
function wordsOf({ path: place, message, ...issue }: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys' && place.length === 0) {
    const key = issue.keys[0]!
    return `\`${key}\` is none of its keys: did you mean \`${closest(key, keys)}\`?`
  }
  return place.length > 0 ? `\`${place.join('.')}\`: ${message}` : message
}

/** The line of a config file that an issue speaks of: where the names on the way to it stand one after another. */
function lineOf(issue: z.core.$ZodIssue, file: string): string {
  const text = readFileSync(file, 'utf8')
  const names = [...issue.path, ...(issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [])]
  let at = 0
  for (const name of names) {
    const found = typeof name === 'string' ? text.indexOf(name, at) : at
    if (found < 0) return ''
    at = found
  }
  return names.length > 0 ? `line ${text.slice(0, at).split(/\r\n|\r|\n/).length}: ` : ''
}

function nearest(from: string): string | undefined {
  for (let folder = path.resolve(from); ; folder = path.dirname(folder)) {
    const found = configIn(folder)
    if (found) return path.join(folder, found)
    if (path.dirname(folder) === folder) return undefined
  }
}

async function evaluate(file: string): Promise<unknown> {
  if (file.endsWith('.json')) return JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''))
  if (!/\.[cm]?ts$/.test(file)) return ((await import(pathToFileURL(file).href)) as { default?: unknown }).default
  // Node 20 does not run TypeScript. The alias lets a config import `deskcheck` where it is not installed beside it.
  const { createJiti } = await import('jiti')
  const self = import.meta.url.endsWith('.ts')
    ? fileURLToPath(new URL('../index.ts', import.meta.url))
    : createRequire(import.meta.url).resolve('deskcheck')
  return createJiti(import.meta.url, { alias: { deskcheck: self }, fsCache: false }).import(file, { default: true })
}
