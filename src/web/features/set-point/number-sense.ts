import { compare, multiply, subtract } from '#contract/value/decimal.ts'
import { type Slip, slipsOf } from './number-sense-units.ts'

/** Why a number may not be the one that was meant. */
export type SenseKind = 'sign' | 'tenTimes' | 'tenth' | 'unit' | 'step'

export interface Sense {
  kind: SenseKind
  /** The number that it was measured against, exactly as reported or sent. */
  usual: string
  /** The number that was probably meant; null where it could only be rounded. */
  meant: string | null
  /** The unit in which the typed number would be usual; empty for none. */
  inUnit: string
}

interface Known {
  /** As typed. Every number here is text in the JSON grammar. */
  typed: string
  /** What the device reports; null for nothing, or no number. */
  present: string | null
  /** What was set of late and confirmed, newest first. */
  sent: string[]
  /** As for people, e.g. `kW`; empty for none. */
  unit: string
}

const sizeOf = (number: string) => (number.startsWith('-') ? number.slice(1) : number)
const isZero = (number: string) => compare(number, '0') === 0
const isNegative = (number: string) => compare(number, '0') < 0
/** a × b; what cannot be written out is taken for larger than all. */
const times = (a: string, b: string) => multiply(a, b) ?? '1e400'
const isWithin = (number: string, low: string, high: string) => compare(number, low) >= 0 && compare(number, high) <= 0
const opposite = (number: string) => (number.startsWith('-') ? number.slice(1) : `-${number}`)

interface Usual {
  /** The smallest and the largest size that is known. */
  low: string
  high: string
  /** The newest number that is known. */
  newest: string
}

/** Within half the smallest and double the largest. */
const isUsual = (size: string, { low, high }: Usual) => isWithin(times(size, '2'), low, times(high, '4'))

function sign(typed: string, known: string[], usual: Usual): Sense | null {
  if (known.some((number) => isNegative(number) === isNegative(typed))) return null
  if (!isUsual(sizeOf(typed), usual)) return null
  return { kind: 'sign', usual: usual.newest, meant: opposite(typed), inUnit: '' }
}

function tens(typed: string, usual: Usual): Sense | null {
  const size = sizeOf(typed)
  const [smaller, larger] = [times(typed, '0.1'), times(typed, '10')]
  if (compare(size, times(usual.high, '5')) > 0 && isUsual(sizeOf(smaller), usual)) {
    return { kind: 'tenTimes', usual: usual.newest, meant: smaller, inUnit: '' }
  }
  if (compare(times(size, '5'), usual.low) < 0 && isUsual(sizeOf(larger), usual)) {
    return { kind: 'tenth', usual: usual.newest, meant: larger, inUnit: '' }
  }
  return null
}

/** Whether the typed number, read in the other unit, lies within a tenth of what is usual. */
function isSlip(typed: string, { times: factor, plus, inverse }: Slip, { low, high }: Usual): boolean {
  // Temperatures are measured from another zero: of one below it, the size says nothing.
  if (plus !== '0' && isNegative(typed)) return false
  const [least, most] = [times(low, '0.9'), times(high, '1.1')]
  // Neither side is divided, so that nothing is rounded: typed = usual × factor + plus, or typed × factor = usual.
  const read = inverse ? times(sizeOf(typed), factor) : (subtract(sizeOf(typed), plus) ?? '0')
  return inverse ? isWithin(read, least, most) : isWithin(read, times(least, factor), times(most, factor))
}

function unitSlip(typed: string, unit: string, usual: Usual): Sense | null {
  if (isUsual(sizeOf(typed), usual)) return null
  const slip = slipsOf(unit).find((one) => isSlip(typed, one, usual))
  if (!slip) return null
  const { inverse, times: factor, plus, back, inUnit } = slip
  const meant = inverse ? times(typed, factor) : back === null ? null : times(subtract(typed, plus) ?? '0', back)
  return { kind: 'unit', usual: usual.newest, meant, inUnit }
}

/** So many steps make a history. */
const fewestSteps = 3

function largeStep(typed: string, known: string[]): Sense | null {
  const [newest] = known
  const steps = known.slice(1).map((number, index) => sizeOf(subtract(known[index] ?? '0', number) ?? '0'))
  const largest = steps.reduce((most, step) => (compare(step, most) > 0 ? step : most), '0')
  if (newest === undefined || steps.length < fewestSteps || isZero(largest)) return null
  const step = sizeOf(subtract(typed, newest) ?? '0')
  if (compare(step, times(largest, '10')) <= 0) return null
  return { kind: 'step', usual: newest, meant: null, inUnit: '' }
}

/**
 * What is worth a question before a number leaves, by what the point reports and was set to of late; null for nothing.
 * A number that was there before is no surprise, and 0 is what one stops a thing with. All is exact: nothing is rounded.
 */
export function senseOf({ typed, present, sent, unit }: Known): Sense | null {
  const known = present === null ? sent : [present, ...sent]
  const sizes = known.filter((number) => !isZero(number))
  const [newest] = sizes
  if (newest === undefined || isZero(typed) || known.some((number) => compare(number, typed) === 0)) return null
  const ordered = sizes.map(sizeOf).sort(compare)
  const usual: Usual = { low: ordered[0] ?? '0', high: ordered.at(-1) ?? '0', newest }
  const isSameSide = sizes.some((number) => isNegative(number) === isNegative(typed))
  return (
    sign(typed, sizes, usual) ??
    (isSameSide ? (unitSlip(typed, unit, usual) ?? tens(typed, usual)) : null) ??
    largeStep(typed, known)
  )
}
