import { availableParallelism } from 'node:os'
import type { Settings } from '../config/resolve-settings.ts'
import { checkArticle, type CheckedArticle, type RunMemory } from '../pipeline.ts'
import type { Cache } from './cache.ts'
import { digestOf } from './digest.ts'
import { glanceAt, textIn, type UnreadableFile } from './read-files.ts'
import type { PastDays } from './history.ts'
import type { Recipe } from './settings-from.ts'
import type { Stopwatch } from './stopwatch.ts'
import { untimed } from '../timer.ts'

/** With what files are checked. */
export interface Checking {
  cwd: string
  settings: Settings
  /** What the settings were resolved from, for other threads. */
  recipe: Recipe
  /** Threads to use; undefined: as many as there is a gain from. */
  threads?: number | undefined
  /** Whether the files are the whole help centre. */
  isAll?: boolean
  /** Articles that were checked before; those that are checked now are added. */
  cache?: Cache | undefined
  /** Told where the time goes. */
  watch?: Stopwatch | undefined
  /** What git knows of their past, as soon as it has answered. */
  history?: Promise<PastDays> | undefined
  /** Told how many files are done, every now and then. */
  tell?: ((done: number) => void) | undefined
  /** Stops the work between two files. */
  signal?: AbortSignal | undefined
}

/** What came of one file. */
export type Outcome = { digest: string; checked: CheckedArticle } | { unreadable: UnreadableFile }

/** The articles of a run, checked one by one. */
export interface CheckedFiles {
  checked: CheckedArticle[]
  unreadable: UnreadableFile[]
  /** What is known of them together; only with a cache. */
  memory?: RunMemory | undefined
  /** What git knows of their past, if it was asked. */
  history?: PastDays | undefined
}

/** With fewer files for each, starting threads takes longer than they save: see `tests/bench/README.md`. */
const filesPerThread = 250

/**
 * Checks files, each by itself: from the cache where its bytes are known, else in this thread or in several.
 *
 * @param paths relative to the working directory
 * @returns the articles and the files that could not be read, both in the order of the paths
 * @throws the reason of the signal, when it stops the work
 */
export async function checkFiles(paths: string[], checking: Checking): Promise<CheckedFiles> {
  const { cache, settings, signal, tell, threads = availableParallelism() } = checking
  const outcomes = new Map<string, Outcome>()
  for (const path of paths) {
    const known = cache?.has(path) ? checkedBefore(path, checking) : undefined
    if (known) outcomes.set(path, known)
  }
  const left = paths.filter((path) => !outcomes.has(path))
  const gain = Math.min(threads, Math.floor(left.length / filesPerThread))
  if (gain > 1) {
    const { checkInThreads } = await import('./threads.ts')
    const done = await checkInThreads(left, gain, checking, (path) => checkFile(path, checking))
    for (const [path, outcome] of done) outcomes.set(path, outcome)
  } else {
    for (const path of left) {
      signal?.throwIfAborted()
      outcomes.set(path, checkFile(path, checking))
      tell?.(outcomes.size)
    }
  }
  const checked: CheckedArticle[] = []
  const unreadable: UnreadableFile[] = []
  const history = await checking.history
  const digests: string[] = [settings.today, checking.isAll ? 'all' : 'some', history?.digest ?? '']
  for (const path of paths) {
    const outcome = outcomes.get(path)!
    if ('unreadable' in outcome) {
      unreadable.push(outcome.unreadable)
    } else {
      cache?.set(path, outcome.digest, outcome.checked)
      checked.push(outcome.checked)
      digests.push(path, outcome.digest)
    }
  }
  return { checked, unreadable, history, memory: cache && memoryIn(cache, digestOf(digests.join('\0'))) }
}

function memoryIn(cache: Cache, run: string): RunMemory {
  return { ...cache.memoryOf(run), remember: (findings, corpus) => cache.setMemory(run, findings, corpus) }
}

/** Reads a file and checks it. */
export function checkFile(
  path: string,
  { cwd, settings, watch }: Pick<Checking, 'cwd' | 'settings' | 'watch'>,
): Outcome {
  const time = watch?.time ?? untimed
  const read = time('reading files', () => withDigest(glanceAt(path, cwd)))
  if ('because' in read) return { unreadable: read }
  const file = time('reading files', () => textIn(read.bytes, path))
  return 'because' in file ? { unreadable: file } : { digest: read.digest, checked: checkArticle(file, settings, time) }
}

function checkedBefore(path: string, { cwd, cache, watch }: Checking): Outcome | undefined {
  const read = (watch?.time ?? untimed)('reading files', () => withDigest(glanceAt(path, cwd)))
  if ('because' in read) return { unreadable: read }
  const checked = cache?.get(path, read.digest)
  return checked && { digest: read.digest, checked }
}

function withDigest(bytes: Buffer | UnreadableFile): { bytes: Buffer; digest: string } | UnreadableFile {
  return Buffer.isBuffer(bytes) ? { bytes, digest: digestOf(bytes) } : bytes
}
