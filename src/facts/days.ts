import { Temporal } from 'temporal-polyfill'

/** Whether a text is a day that exists, `YYYY-MM-DD`, with or without a time after it. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?$/.test(text)) return false
  return succeeds(() => Temporal.PlainDate.from(text.slice(0, 10), { overflow: 'reject' }))
}

/** Whether a text is an ISO 8601 duration of whole days or longer: `P6M`, `P1Y`, `P2W`. */
export function isDuration(text: string): boolean {
  return (
    /^P(?!$)(?:\d{1,4}Y)?(?:\d{1,4}M)?(?:\d{1,4}W)?(?:\d{1,5}D)?$/.test(text) &&
    succeeds(() => Temporal.Duration.from(text))
  )
}

/**
 * The day that is a duration after another.
 *
 * @param day `YYYY-MM-DD`
 * @param duration ISO 8601, as {@link isDuration} takes it
 */
export function addDuration(day: string, duration: string): string {
  return Temporal.PlainDate.from(day).add(Temporal.Duration.from(duration)).toString()
}

/** Whole days from one day to another; negative when `to` is the earlier. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days
}

function succeeds(run: () => unknown): boolean {
  try {
    run()
    return true
  } catch {
    return false
  }
}
