import type { Timer } from '../timer.ts'

/** Tells where the time of a run goes. */
export interface Stopwatch {
  time: Timer
  /** Milliseconds by step, so far. */
  steps: () => Map<string, number>
  /** Adds what another thread measured. */
  add: (steps: Map<string, number>) => void
}

/** A stopwatch that starts now. Of a step within a step, the outer one counts the rest only. */
export function startStopwatch(): Stopwatch {
  const steps = new Map<string, number>()
  const add = (step: string, time: number) => void steps.set(step, (steps.get(step) ?? 0) + time)
  /** Time of the steps within the one that runs. */
  let inner = 0
  return {
    time(step, run) {
      const outer = inner
      inner = 0
      const start = performance.now()
      try {
        return run()
      } finally {
        const all = performance.now() - start
        add(step, all - inner)
        inner = outer + all
      }
    },
    steps: () => new Map(steps),
    add: (others) => others.forEach((time, step) => add(step, time)),
  }
}
