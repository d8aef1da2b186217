import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { setImmediate } from 'node:timers/promises'
import { Tinypool } from 'tinypool'
import type { Checking, Outcome } from './check-files.ts'
import { takeFrom, type Done, type Task } from './worker.ts'

/**
 * Checks files in several threads. This one works too: it need not wait until the others have started.
 *
 * @param paths relative to the working directory
 * @param check checks one file, here
 * @returns each path with what came of it
 * @throws the reason of the signal, when it stops the work; whatever was thrown in a thread
 */
export async function checkInThreads(
  paths: string[],
  threads: number,
  { cwd, recipe, signal, watch, tell }: Checking,
  check: (path: string) => Outcome,
): Promise<Map<string, Outcome>> {
  const outcomes = new Map<string, Outcome>()
  const taken = new Int32Array(new SharedArrayBuffer(4))
  const others = threads - 1
  const ports: MessagePort[] = []
  const pool = new Tinypool({ filename: workerModule(), minThreads: others, maxThreads: others })
  try {
    const running = Array.from({ length: others }, async () => {
      const { port1: here, port2: port } = new MessageChannel()
      ports.push(here)
      here.on('message', (done: Done) => {
        for (const [path, outcome] of done.outcomes) outcomes.set(path, outcome)
        if (done.steps) watch?.add(done.steps)
      })
      const task: Task = { paths, taken, cwd, recipe, timing: watch !== undefined, port }
      await pool.run(task, { transferList: [port], ...(signal ? { signal } : {}) })
    })
    const finished = Promise.all(running)
    // What goes wrong in a thread is thrown below, and not before.
    finished.catch(() => {})
    for (const some of takeFrom(paths, taken)) {
      signal?.throwIfAborted()
      for (const path of some) outcomes.set(path, check(path))
      // Lets in what the other threads have sent.
      await setImmediate()
      tell?.(outcomes.size)
    }
    await finished
    // The last that they have sent may still be on the way.
    while (outcomes.size < paths.length) await setImmediate()
    return outcomes
  } finally {
    for (const port of ports) port.close()
    await pool.destroy()
  }
}

/** The address of what a thread runs. */
function workerModule(): string {
  if (import.meta.url.endsWith('.js')) return new URL('./worker.js', import.meta.url).href
  // In a clone the sources run as they are; what lets them is not handed on to threads.
  const [tsx, worker] = [import.meta.resolve('tsx/esm/api'), new URL('./worker.ts', import.meta.url).href]
  const code = `import { register } from ${JSON.stringify(tsx)}; register(); export default (await import(${JSON.stringify(worker)})).default`
  return `data:text/javascript,${encodeURIComponent(code)}`
}
