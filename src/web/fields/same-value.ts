import { compare } from '#contract/value/decimal.ts'
import { type ExactJson, isExactNumber } from '#contract/value/exact.ts'
import { isMemberMap } from '#contract/value/preview.ts'

const numberOf = (value: ExactJson): string | null => {
  if (typeof value === 'boolean') return value ? '1' : '0'
  return isExactNumber(value) ? value.value : null
}

/** A device of single precision reports 0.1 as 0.10000000149… (§6): still the value it was given. */
const isRounded = (sent: string, reported: string): boolean =>
  !/^-?\d+$/.test(sent) && Math.fround(Number(sent)) === Math.fround(Number(reported))

const sameNumber = (sent: string, reported: string) => compare(sent, reported) === 0 || isRounded(sent, reported)

/**
 * Whether a device reports the value that it was given: `1.0` is `1`, members come in any order, true may come as 1,
 * and a fraction may have been rounded to single precision (§6).
 */
export function isSameValue(sent: ExactJson, reported: ExactJson): boolean {
  const [given, got] = [numberOf(sent), numberOf(reported)]
  if (given !== null && got !== null) return sameNumber(given, got)
  if (Array.isArray(sent) && Array.isArray(reported)) {
    return sent.length === reported.length && sent.every((part, index) => isSameValue(part, reported[index] ?? null))
  }
  if (isMemberMap(sent) && isMemberMap(reported)) {
    const members = Object.entries(sent)
    return members.every(([member, part]) => {
      const other = Object.hasOwn(reported, member) ? reported[member] : undefined
      return other !== undefined && isSameValue(part, other)
    })
  }
  return sent === reported
}
