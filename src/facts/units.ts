/** Units by what they measure, each with its names and its size in the base unit. */
const units: Record<string, [names: string, size: number][]> = {
  time: [
    ['milliseconds? msecs? ms', 0.001],
    ['seconds? secs? s', 1],
    ['minutes? mins?', 60],
    ['hours? hrs? h', 3600],
    ['days?', 86_400],
    ['weeks? wks?', 604_800],
    ['fortnights?', 1_209_600],
    ['months?', 2_629_800],
    ['quarters?', 7_889_400],
    ['years? yrs?', 31_557_600],
  ],
  bytes: [
    ['bytes?', 1],
    ['kb kib kbytes? kilobytes?', 1e3],
    ['mb mib mbytes? megabytes? megs?', 1e6],
    ['gb gib gbytes? gigabytes? gigs?', 1e9],
    ['tb tib terabytes?', 1e12],
    ['pb petabytes?', 1e15],
  ],
  rate: [
    ['bps', 1],
    ['kbps kbit/s kb/s', 1e3],
    ['mbps mbit/s mb/s', 1e6],
    ['gbps gbit/s gb/s', 1e9],
  ],
  frequency: [
    ['hz', 1],
    ['khz', 1e3],
    ['mhz', 1e6],
    ['ghz', 1e9],
  ],
  length: [
    ['mm millimet(?:er|re)s?', 0.001],
    ['cm centimet(?:er|re)s?', 0.01],
    ['met(?:er|re)s? m', 1],
    ['km kilomet(?:er|re)s?', 1000],
    ['inch(?:es)?', 0.0254],
    ['feet ft', 0.3048],
    ['miles?', 1609.344],
  ],
  weight: [
    ['g grams? gm', 1],
    ['kg kilos? kilograms?', 1000],
    ['lbs? pounds?', 453.592],
  ],
  pixels: [['px pixels?', 1]],
  dpi: [['dpi ppi', 1]],
  power: [
    ['w watts?', 1],
    ['kw kilowatts?', 1000],
  ],
  voltage: [['v volts?', 1]],
  current: [
    ['ma', 0.001],
    ['a amps?', 1],
  ],
  charge: [['mah', 1]],
  '%': [['% percent', 1]],
  '°C': [['°c ℃ degrees? celsius', 1]],
  '°F': [['°f degrees? fahrenheit', 1]],
  USD: [['usd dollars? \\$', 1]],
  EUR: [['eur euros? €', 1]],
  GBP: [['gbp £', 1]],
  INR: [['inr rupees? ₹', 1]],
}

const unitByName: [RegExp, string, number][] = Object.entries(units).flatMap(([dimension, sizes]) =>
  sizes.flatMap(([names, size]) =>
    names.split(' ').map((name): [RegExp, string, number] => [new RegExp(`^(?:${name})$`), dimension, size]),
  ),
)
const knownUnits = new Map<string, { dimension: string; size: number } | undefined>()

/** A unit by its name: what it measures, and its size in the base unit of that. @param name in small letters */
export function unitOf(name: string): { dimension: string; size: number } | undefined {
  if (!knownUnits.has(name)) {
    const found = name.length > 14 ? undefined : unitByName.find(([pattern]) => pattern.test(name))
    if (knownUnits.size > 10_000) knownUnits.clear()
    knownUnits.set(name, found && { dimension: found[1], size: found[2] })
  }
  return knownUnits.get(name)
}

/** Currencies by their signs. */
export const currencies: Record<string, string> = { $: 'USD', '€': 'EUR', '£': 'GBP', '₹': 'INR' }

/** A figure as a number: `1,500`, `2.5`. */
export function numberOf(written: string): number {
  return Number(
    /^\d{1,3}(?:,\d{2,3})+(?:\.\d+)?$/.test(written) ? written.replaceAll(',', '') : written.replace(',', '.'),
  )
}
