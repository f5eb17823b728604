import { compare, multiply, subtract } from '#contract/value/decimal.ts'

/** A single by its bits, with its exact value as a decimal; null where the bits are no finite number. */
function singleOf(code: number): { single: number; exact: string; isEven: boolean } | null {
  const bits = new DataView(new ArrayBuffer(4))
  bits.setUint32(0, code >>> 0)
  const single = bits.getFloat32(0)
  if (!Number.isFinite(single)) return null
  const field = (code >>> 23) & 0xff
  const mantissa = (code & 0x7f_ffff) + (field === 0 ? 0 : 0x80_0000)
  const power = (field === 0 ? 1 : field) - 150
  // 2^-n is 5^n × 10^-n, so every single ends as a decimal.
  const scale = power >= 0 ? String(2n ** BigInt(power)) : `${5n ** BigInt(-power)}e${power}`
  const size = multiply(String(mantissa), scale) ?? '0'
  return { single, exact: single < 0 ? `-${size}` : size, isEven: mantissa % 2 === 0 }
}

const distance = (a: string, b: string): string => (subtract(a, b) ?? '1e400').replace('-', '')

/** The single next to a number; of two as near, the even one, as IEEE 754 rounds. By way of a double it could be the wrong one. */
function nearestSingle(text: string): { single: number; exact: string } | null {
  const near = new DataView(new ArrayBuffer(4))
  near.setFloat32(0, Number(text))
  const code = near.getUint32(0)
  const [first, ...others] = [code, code - 1, code + 1].map(singleOf).filter((one) => one !== null)
  if (!first || !Number.isFinite(near.getFloat32(0))) return null
  return others.reduce((best, one) => {
    const order = compare(distance(one.exact, text), distance(best.exact, text))
    return order < 0 || (order === 0 && one.isEven && !best.isEven) ? one : best
  }, first)
}

/**
 * The number that a device of this type really holds, where it is not the typed one; null where it is, or where the type
 * has no rounding. What is sent stays what was typed.
 * @param text a number in the JSON grammar.
 */
export function heldNumber(dataType: string, text: string): string | null {
  if (dataType === 'DOUBLE') {
    const held = Number(text)
    return Number.isFinite(held) && compare(String(held), text) !== 0 ? String(held) : null
  }
  const held = dataType === 'FLOAT' ? nearestSingle(text) : null
  return held && compare(held.exact, text) !== 0 ? String(held.single) : null
}
