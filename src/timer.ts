/** Runs a step of the work; one that measures notes how long it takes. The pipeline itself knows no clock. */
export type Timer = <Value>(step: string, run: () => Value) => Value

/** Measures nothing. */
export const untimed: Timer = (_, run) => run()
