import type { DataType } from './data-type.ts'
import { compare } from './decimal.ts'
import { ExactNumber, isExactNumber } from './exact.ts'
import { previewOf } from './preview.ts'
import type { ValueProblem } from './problem.ts'
import { formatLocal, offsetName } from './time-zone.ts'
import { valueSchemaOf } from './value-schema.ts'

const minimum = '0'
const maximum = '9223372036854775807'
/** A day before the last millisecond that a JavaScript date reaches (year 275760), so that no zone leads beyond it. */
const lastDate = '8639999913600000'

function problemWith(digits: string): ValueProblem | null {
  if (!/^-?(0|[1-9]\d*)$/.test(digits)) return { kind: 'notTimestamp' }
  const inRange = compare(digits, minimum) >= 0 && compare(digits, maximum) <= 0
  return inRange ? null : { kind: 'outOfRange', minimum, maximum }
}

/** A number, or the same digits as a text, which some EnOS texts speak of (§6). */
const digitsOf = (value: unknown): string => {
  if (isExactNumber(value)) return value.value
  return typeof value === 'string' ? value : ''
}

/** TIMESTAMP (§6): milliseconds since 1970 in UTC, 0 … 2^63−1. A draft is sent as a number; a text of an API body stays one. */
export const timestampType: DataType<string> = {
  control: 'timestamp',
  valueSchema: () =>
    valueSchemaOf((value, { report }) => {
      const digits = digitsOf(value)
      const problem = problemWith(digits)
      if (problem) return report(problem)
      return isExactNumber(value) ? value : digits
    }),
  draftSchema: () =>
    valueSchemaOf((draft, { report }) => {
      if (draft === '') return report({ kind: 'empty' })
      const digits = typeof draft === 'string' ? draft : ''
      const problem = problemWith(digits)
      return problem ? report(problem) : new ExactNumber(digits)
    }),
  empty: () => '',
  draftOf: digitsOf,
  /** On the device's clock, whose zone is named; seconds and less only where there are any. Bare digits where no calendar reaches. */
  format(value, _definition, locale, timezone = '') {
    const digits = digitsOf(value)
    if (problemWith(digits) || compare(digits, lastDate) > 0) return previewOf(value)
    const time = Number(digits)
    const moment = formatLocal(time, timezone, locale, {
      year: 'numeric',
      month: 'short',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      ...(time % 60_000 !== 0 && { second: '2-digit' }),
      ...(time % 1000 !== 0 && { fractionalSecondDigits: 3 }),
    })
    return `${moment} ${offsetName(timezone, time)}`
  },
}
