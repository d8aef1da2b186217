import { load } from '../load.ts'

/** What only calendar arithmetic needs: it takes longer to load than most articles to check. */
const temporal = () => load<typeof import('temporal-polyfill')>('temporal-polyfill').Temporal

/** Whether a text is a day that exists, `YYYY-MM-DD`, with or without a time after it. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?$/.test(text)) return false
  // A day that does not exist comes back as another: the 30th of February as the 2nd of March.
  const time = midnight(text)
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text.slice(0, 10)
}

/** Whether a text is an ISO 8601 duration of whole days or longer: `P6M`, `P1Y`, `P2W`. */
export function isDuration(text: string): boolean {
  return (
    /^P(?!$)(?:\d{1,4}Y)?(?:\d{1,4}M)?(?:\d{1,4}W)?(?:\d{1,5}D)?$/.test(text) &&
    succeeds(() => temporal().Duration.from(text))
  )
}

/**
 * The day that is a duration after another.
 *
 * @param day `YYYY-MM-DD`
 * @param duration ISO 8601, as {@link isDuration} takes it
 */
export function addDuration(day: string, duration: string): string {
  return temporal().PlainDate.from(day).add(temporal().Duration.from(duration)).toString()
}

/** Whole days from one day to another; negative when `to` is the earlier. */
export function daysBetween(from: string, to: string): number {
  return (midnight(to) - midnight(from)) / 86_400_000
}

/** Milliseconds to a day, in UTC: without zones, every day has the same length. */
function midnight(day: string): number {
  return Date.parse(`${day.slice(0, 10)}T00:00:00Z`)
}

function succeeds(run: () => unknown): boolean {
  try {
    run()
    return true
  } catch {
    return false
  }
}
