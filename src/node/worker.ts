import type { MessagePort } from 'node:worker_threads'
import { checkFile, type Checking, type Outcome } from './check-files.ts'
import { settingsFrom } from './settings-from.ts'
import { startStopwatch } from './stopwatch.ts'

/** What a thread works on, together with others. */
export interface Task extends Pick<Checking, 'cwd' | 'recipe'> {
  /** All files of the run. */
  paths: string[]
  /** How many of them are taken, shared by all threads. */
  taken: Int32Array
  /** Whether to measure. */
  timing: boolean
  /** Where to send what is done. */
  port: MessagePort
}

/** What a thread sends each time. */
export interface Done {
  outcomes: [string, Outcome][]
  steps: Map<string, number> | undefined
}

/** Files that a thread takes at a time: few enough that all end together, enough that sending them costs little. */
const takenAtOnce = 16

/** Takes files, some at a time, that no other thread has taken, until there are none. */
export function* takeFrom(paths: string[], taken: Int32Array): Generator<string[]> {
  for (;;) {
    const from = Atomics.add(taken, 0, takenAtOnce)
    if (from >= paths.length) return
    yield paths.slice(from, from + takenAtOnce)
  }
}

/** What a thread runs. */
export default function work({ paths, taken, cwd, recipe, timing, port }: Task): void {
  const settings = settingsFrom(recipe)
  for (const some of takeFrom(paths, taken)) {
    const watch = timing ? startStopwatch() : undefined
    const outcomes = some.map((path): [string, Outcome] => [path, checkFile(path, { cwd, settings, watch })])
    port.postMessage({ outcomes, steps: watch?.steps() } satisfies Done)
  }
}
