import { type ExactJson, isExactNumber } from '#contract/value/exact.ts'
import { isMemberMap } from '#contract/value/preview.ts'

const whole = /^-?\d+$/

/** Whole numbers to the digit; others as a device of single precision keeps them: 0.1 comes back as 0.10000000149… (§6). */
const sameNumber = (sent: string, reported: string): boolean =>
  whole.test(sent) && whole.test(reported)
    ? BigInt(sent) === BigInt(reported)
    : Number(sent) === Number(reported) ||
      (!Number.isInteger(Number(sent)) && Math.fround(Number(sent)) === Math.fround(Number(reported)))

/**
 * Whether a reported value is the one that was sent: `1.0` is `1`, members may come in any order,
 * numbers may have been rounded to single precision, and true may come as 1 (§6).
 */
export function isSameValue(sent: ExactJson, reported: ExactJson): boolean {
  if (typeof sent === 'boolean' && isExactNumber(reported)) return Number(reported.value) === Number(sent)
  if (typeof reported === 'boolean' && isExactNumber(sent)) return Number(sent.value) === Number(reported)
  if (isExactNumber(sent)) {
    return isExactNumber(reported) && sameNumber(sent.value, reported.value)
  }
  if (Array.isArray(sent)) {
    return (
      Array.isArray(reported) &&
      sent.length === reported.length &&
      sent.every((part, index) => reported[index] !== undefined && isSameValue(part, reported[index]))
    )
  }
  if (isMemberMap(sent)) {
    return (
      isMemberMap(reported) &&
      Object.entries(sent).every(([member, part]) => {
        const other = reported[member]
        return other !== undefined && isSameValue(part, other)
      })
    )
  }
  return sent === reported
}
