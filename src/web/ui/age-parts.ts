export type AgeUnit = 'second' | 'minute' | 'hour' | 'day'

const units: [AgeUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
]

/**
 * A span of time as people tell it: whole units, the largest that fits.
 * @param milliseconds a span; what lies in the future (clocks differ a little) counts as 0.
 */
export function agePartsOf(milliseconds: number): { unit: AgeUnit; count: number } {
  const [unit, length] = units.find(([, length]) => milliseconds >= length) ?? ['second', 1000]
  return { unit, count: Math.max(0, Math.floor(milliseconds / length)) }
}
