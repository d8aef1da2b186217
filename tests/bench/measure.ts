import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { messageOf, UserError } from '../../src/errors.ts'
import type { Tool } from './tools.ts'

/** One whole process, from spawn to exit. */
export interface Run {
  seconds: number
  /** Most memory that it held at once (resident, 10⁶ bytes); null where the machine does not tell. */
  megabytes: number | null
}

/** All runs of one tool. */
export interface Series {
  name: string
  runs: Run[]
  /** For each run, its time over that of the run of the base right before it; none for the base. */
  ratios: number[]
  /** Why the tool was left out from some run on. */
  failure?: string
}

/** Where the tools run, and the folder that what they print goes to. It is emptied before every run. */
export interface Place {
  folder: string
  out: string
}

const gnuTime = '/usr/bin/time'

/** Whether peak memory can be told: it takes GNU time. */
export const tellsMemory = spawnSync(gnuTime, ['--version'], { encoding: 'utf8' }).stdout?.includes('GNU') ?? false

/**
 * Runs a tool once as a process of its own.
 *
 * @throws UserError when it cannot be run, or ends in another way than with one of its exit codes
 */
export async function run(tool: Tool, { folder, out }: Place): Promise<Run> {
  tool.prepare?.()
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  const memory = path.join(out, 'memory')
  const stdout = path.join(out, 'stdout')
  const stderr = path.join(out, 'stderr')
  const [program, ...args] = [...(tellsMemory ? [gnuTime, '-q', '-f', '%M', '-o', memory] : []), ...tool.command]
  const streams = [openSync(stdout, 'w'), openSync(stderr, 'w')] as const
  try {
    const start = performance.now()
    const child = spawn(program!, args, {
      cwd: folder,
      env: { ...process.env, NO_COLOR: '1' },
      stdio: ['ignore', ...streams],
    })
    const [code, signal] = (await once(child, 'exit')) as [number | null, string | null]
    const seconds = (performance.now() - start) / 1000
    const complaint = readFileSync(stderr, 'utf8').trim()
    // Node ends with 1 too when something was thrown that nobody caught, and then signs with its version.
    if (code === null || !tool.ok.includes(code) || /\nNode\.js v\S+$/.test(complaint)) {
      throw failure(
        tool,
        `it ended with ${signal ?? `exit code ${code}`}`,
        complaint.split('\n').slice(0, 3).join('\n'),
      )
    }
    return { seconds, megabytes: tellsMemory ? (Number(readFileSync(memory, 'utf8')) * 1024) / 1e6 : null }
  } catch (error) {
    throw error instanceof UserError ? error : failure(tool, messageOf(error))
  } finally {
    for (const stream of streams) closeSync(stream)
  }
}

/**
 * Runs a tool on one flawed article and sees that it names it: a tool that found no rules or no files is fast.
 *
 * @param place a folder with that article alone
 * @throws UserError when it does not
 */
export async function tryOut(tool: Tool, place: Place, article: string): Promise<void> {
  await run(tool, place)
  const printed = readdirSync(place.out).map((file) => readFileSync(path.join(place.out, file), 'utf8'))
  if (!printed.some((text) => text.includes(path.basename(article)))) {
    throw failure(tool, 'it does not report an article with flaws')
  }
}

/**
 * Runs each tool right after the base, over and over, so that whatever else the machine does hits both of a pair. Before
 * that, each is tried out, which also brings it from disk into memory. A tool that fails is left out from there on.
 *
 * @param count pairs of each tool
 * @returns the base, then the others in their order
 * @throws UserError when the base fails
 */
export async function inPairs(
  { base, others, count }: { base: Tool; others: Tool[]; count: number },
  place: Place,
  flawed: { folder: string; article: string },
  say: (text: string) => void,
): Promise<Series[]> {
  const first: Series = { name: base.name, runs: [], ratios: [] }
  const series = others.map((tool) => ({ tool, result: { name: tool.name, runs: [], ratios: [] } as Series }))
  const unlessItFails = async (result: Series, step: () => Promise<void>) => {
    try {
      if (result.failure === undefined) await step()
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      result.failure = error.message
      say(error.message)
    }
  }
  await tryOut(base, { ...place, folder: flawed.folder }, flawed.article)
  for (const { tool, result } of series) {
    await unlessItFails(result, () => tryOut(tool, { ...place, folder: flawed.folder }, flawed.article))
  }
  for (let round = 1; round <= count; round++) {
    for (const { tool, result } of series.filter((one) => one.result.failure === undefined)) {
      const before = await run(base, place)
      first.runs.push(before)
      await unlessItFails(result, async () => {
        const after = await run(tool, place)
        result.runs.push(after)
        result.ratios.push(after.seconds / before.seconds)
        say(
          `round ${round} of ${count}: ${tool.name} ${shown(after.seconds)} s, ${base.name} ${shown(before.seconds)} s`,
        )
      })
    }
  }
  return [first, ...series.map(({ result }) => result)]
}

function failure(tool: Tool, because: string, hint?: string): UserError {
  return new UserError(`Cannot measure ${tool.name}`, { because, ...(hint ? { hint } : {}) })
}

/** The middle of some numbers, at least one; of an even count the mean of the two in the middle. */
export function median(numbers: number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const half = (sorted.length - 1) / 2
  return (sorted[Math.floor(half)]! + sorted[Math.ceil(half)]!) / 2
}

/** Median with lowest and highest, as in `1.53 (1.40–1.71)`. */
export function spread(numbers: number[]): string {
  return `${shown(median(numbers))} (${shown(Math.min(...numbers))}–${shown(Math.max(...numbers))})`
}

/** A number with two or three digits that tell something. */
export function shown(number: number): string {
  return number.toFixed(number < 0.1 ? 3 : number < 10 ? 2 : number < 100 ? 1 : 0)
}

/** The highest peak memory of some runs, as in `133 MB`, or a dash. */
export function peak(runs: Run[]): string {
  const known = runs.map(({ megabytes }) => megabytes).filter((number) => number !== null)
  return known.length > 0 ? `${Math.max(...known).toFixed(0)} MB` : '–'
}
