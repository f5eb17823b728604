/*
 * Decimal arithmetic on the text of JSON numbers: no binary float, and no digit written out for a large exponent.
 * Every `text` here matches `jsonNumberPattern`; -0 equals 0.
 */

/** ±digits × 10^exponent. `digits` has no leading zero and is empty for zero. */
interface Decimal {
  negative: boolean
  digits: string
  exponent: bigint
}

/** Two numbers that lie more decimal places apart than this are not written out: one DOUBLE spans about 650. */
const widestSpan = 2000n

function decimalOf(text: string): Decimal {
  const [, sign, whole = '', fraction = '', exponent = '0'] = /^(-?)(\d+)\.?(\d*)e?(.*)$/i.exec(text) ?? []
  const digits = (whole + fraction).replace(/^0+/, '')
  return { negative: sign === '-' && digits !== '', digits, exponent: BigInt(exponent) - BigInt(fraction.length) }
}

const isZero = (decimal: Decimal) => decimal.digits === ''
const upwards = (a: bigint, b: bigint) => (a < b ? -1 : 1)
const power10 = (exponent: bigint) => 10n ** exponent
/** The place just above the first digit: 0.05 → -1, 5 → 1, 50 → 2. */
const magnitude = (decimal: Decimal) => BigInt(decimal.digits.length) + decimal.exponent
const coefficient = ({ negative, digits }: Decimal) => (negative ? -BigInt(digits) : BigInt(digits))

/** Walks from the end because `/0+$/` takes quadratic time on long runs of zeros. */
function withoutTrailingZeros(decimal: Decimal): Decimal {
  let end = decimal.digits.length
  while (end > 0 && decimal.digits[end - 1] === '0') end -= 1
  const dropped = BigInt(decimal.digits.length - end)
  return { ...decimal, digits: decimal.digits.slice(0, end), exponent: decimal.exponent + dropped }
}

function compareSizes(a: Decimal, b: Decimal): -1 | 0 | 1 {
  if (isZero(a) || isZero(b)) return isZero(a) ? (isZero(b) ? 0 : -1) : 1
  const [high, low] = [magnitude(a), magnitude(b)]
  if (high !== low) return high > low ? 1 : -1
  const length = Math.max(a.digits.length, b.digits.length)
  const [left, right] = [a.digits.padEnd(length, '0'), b.digits.padEnd(length, '0')]
  return left === right ? 0 : left > right ? 1 : -1
}

/** -1 where `a` is less than `b`, 0 where they are the same number (`1.0` and `1`), else 1. */
export function compare(a: string, b: string): -1 | 0 | 1 {
  const [left, right] = [decimalOf(a), decimalOf(b)]
  if (left.negative !== right.negative) return left.negative ? -1 : 1
  return left.negative ? compareSizes(right, left) : compareSizes(left, right)
}

/** The numbers as whole multiples of one power of ten; null where they lie too far apart to be written out. */
function aligned(decimals: Decimal[]): { units: bigint[]; exponent: bigint } | null {
  const [exponent = 0n] = decimals.map((decimal) => decimal.exponent).sort(upwards)
  if (decimals.some((decimal) => !isZero(decimal) && decimal.exponent - exponent > widestSpan)) return null
  const unit = (decimal: Decimal) =>
    isZero(decimal) ? 0n : coefficient(decimal) * power10(decimal.exponent - exponent)
  return { units: decimals.map(unit), exponent }
}

/** As JavaScript writes numbers: plain up to 21 places, else with an exponent. */
function textOf(units: bigint, exponent: bigint): string {
  if (units === 0n && (exponent > 0n || exponent < -widestSpan)) return '0'
  const sign = units < 0n ? '-' : ''
  const digits = String(units < 0n ? -units : units)
  const point = BigInt(digits.length) + exponent
  if (exponent > 0n && point > 21n) {
    return `${sign}${digits[0]}${digits.length > 1 ? `.${digits.slice(1)}` : ''}e${point - 1n}`
  }
  if (exponent >= 0n) return sign + digits + '0'.repeat(Number(exponent))
  if (exponent < -widestSpan) return `${sign}${digits}e${exponent}`
  const places = Number(-exponent)
  const padded = digits.padStart(places + 1, '0')
  return `${sign}${padded.slice(0, -places)}.${padded.slice(-places)}`
}

/**
 * a − b, exactly, with as many decimal places as the finer of the two: `2850.0` − `3300.0` = `-450.0`.
 * Null where the two lie so far apart (1e999999999 and 1) that the result could not be written out.
 */
export function subtract(a: string, b: string): string | null {
  const both = aligned([decimalOf(a), decimalOf(b)])
  const [left, right] = both?.units ?? []
  if (!both || left === undefined || right === undefined) return null
  return textOf(left - right, both.exponent)
}

/** a × b, exactly: `285` × `0.1` = `28.5`, without zeros behind the last digit. Null where the result could not be written out. */
export function multiply(a: string, b: string): string | null {
  const [left, right] = [decimalOf(a), decimalOf(b)]
  if (isZero(left) || isZero(right)) return '0'
  const { negative, digits, exponent } = withoutTrailingZeros({
    negative: left.negative !== right.negative,
    digits: String(BigInt(left.digits) * BigInt(right.digits)),
    exponent: left.exponent + right.exponent,
  })
  if (exponent > widestSpan || exponent < -widestSpan) return null
  return textOf(coefficient({ negative, digits, exponent }), exponent)
}

function powerOf10Modulo(exponent: bigint, modulus: bigint): bigint {
  let [result, square] = [1n % modulus, 10n % modulus]
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus
    square = (square * square) % modulus
  }
  return result
}

/** Whether value − base is a whole multiple of `step`, exactly: 0.3 is one of 0.1. A step of 0 refuses nothing. */
export function isMultipleOf(value: string, step: string, base = '0'): boolean {
  const unit = withoutTrailingZeros(decimalOf(step))
  if (isZero(unit)) return true
  const terms = [value, base].map((text) => withoutTrailingZeros(decimalOf(text)))
  const [left, right] = terms
  if (left && right && !isZero(left) && !isZero(right) && left.exponent === right.exponent) {
    // Equal last places may cancel each other; only here must the difference itself be looked at.
    return isMultipleOf(`${coefficient(left) - coefficient(right)}e${left.exponent}`, step)
  }
  const present = terms.filter((term) => !isZero(term))
  if (present.some((term) => term.exponent < unit.exponent)) return false
  const modulus = BigInt(unit.digits)
  const rest = (term: Decimal) => coefficient(term) * powerOf10Modulo(term.exponent - unit.exponent, modulus)
  const [first = 0n, second = 0n] = terms.map((term) => (isZero(term) ? 0n : rest(term)))
  return (first - second) % modulus === 0n
}

/**
 * A change in percent of the size of `base`, rounded to one decimal, half away from zero: -450.0 of 3300 → `-13.6`.
 * Null where `base` is 0 or the change is more than 10^15 times as large.
 */
export function percentOf(change: string, base: string): string | null {
  const [part, whole] = [decimalOf(change), decimalOf(base)]
  if (isZero(whole)) return null
  if (isZero(part)) return '0.0'
  const distance = magnitude(part) - magnitude(whole)
  if (distance > 15n) return null
  if (distance < -15n) return '0.0'
  const shift = part.exponent - whole.exponent + 3n
  const above = BigInt(part.digits) * (shift > 0n ? power10(shift) : 1n)
  const below = BigInt(whole.digits) * (shift < 0n ? power10(-shift) : 1n)
  const tenths = (2n * above + below) / (2n * below)
  return textOf(part.negative ? -tenths : tenths, -1n)
}

/** Cut off below 10^floor, so that the rest can be written out. */
function cutBelow(decimal: Decimal, floor: bigint): Decimal {
  if (decimal.exponent >= floor && !isZero(decimal)) return decimal
  const kept = magnitude(decimal) - floor
  return { ...decimal, digits: kept > 0n ? decimal.digits.slice(0, Number(kept)) : '', exponent: floor }
}

/** Where a value stands from `minimum` (0) to `maximum` (1), for drawing only: a float, cut off at both ends. */
export function fractionBetween(value: string, minimum: string, maximum: string): number {
  if (compare(value, minimum) <= 0) return 0
  if (compare(value, maximum) >= 0) return 1
  const decimals = [value, minimum, maximum].map(decimalOf)
  const highest =
    decimals
      .filter((decimal) => !isZero(decimal))
      .map(magnitude)
      .sort(upwards)
      .at(-1) ?? 0n
  const floor = highest - widestSpan / 2n
  const [at = 0n, low = 0n, high = 0n] = aligned(decimals.map((decimal) => cutBelow(decimal, floor)))?.units ?? []
  return high > low ? Number(((at - low) * 1_000_000n) / (high - low)) / 1_000_000 : 0
}
