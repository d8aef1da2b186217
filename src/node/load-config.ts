import { existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { closest } from 'fastest-levenshtein'
import type { z } from 'zod'
import { configSchema } from '../config/schema.ts'
import { messageOf, UserError } from '../errors.ts'
import { slashed } from './find-files.ts'
import { readFile } from './read-files.ts'

const names = ['deskcheck.config.ts', 'deskcheck.config.js', 'deskcheck.config.json']

/** A config and the folder that its paths are relative to. */
export interface LoadedConfig {
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
  if (file === undefined) return { file: undefined, folder: cwd, config: configSchema.parse({}) }
  const shown = named ?? path.relative(cwd, file)
  if (!existsSync(file) || !statSync(file).isFile()) {
    throw new UserError(`Cannot find the config \`${shown}\``, {
      because: 'there is no such file',
      hint: `Name a file that exists, or leave out \`--config\` to use the nearest of ${names.map((name) => `\`${name}\``).join(', ')}.`,
    })
  }
  let config: unknown
  try {
    config = await evaluate(file)
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
  const folder = path.dirname(file)
  const { terms, ...rest } = parsed.data
  if (typeof terms !== 'string') return { file, folder, config: parsed.data }
  return { file, folder, config: { ...rest, terms: await readTerms(path.resolve(folder, terms), cwd) } }
}

/** Reads the list of terms that a config names. */
async function readTerms(file: string, cwd: string): Promise<unknown[]> {
  const shown = slashed(path.relative(cwd, file))
  const read = readFile(file, cwd)
  if ('because' in read) {
    throw new UserError(`Cannot read the terms in \`${shown}\``, {
      because: existsSync(file) ? read.because : 'there is no such file',
      hint: 'Correct `terms` in the config: the path is seen from the folder of the config.',
    })
  }
  const { parseTerms } = await import('../config/parse-terms.ts')
  return parseTerms(read.source, shown)
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
