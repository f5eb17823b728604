import { readItemType, readMembers, type ValueDefinition } from '../enos/thing-model.ts'
import { compare } from './decimal.ts'
import { type ExactJson, isExactNumber } from './exact.ts'
import { isMemberMap } from './preview.ts'

const numberOf = (value: ExactJson): string | null => {
  if (typeof value === 'boolean') return value ? '1' : '0'
  return isExactNumber(value) ? value.value : null
}

/** What is known of a value or a part of it; null where no model tells, `exact` where nothing may have been rounded. */
type Known = ValueDefinition | 'exact' | null

/** A device of single precision reports 0.1 as 0.10000000149 (§6); where no type is known, it may be one. */
const mayBeSingle = (known: Known) =>
  known !== 'exact' &&
  (known === null || known.dataType === 'FLOAT' || (known.dataType === 'ARRAY' && readItemType(known) === 'FLOAT'))

/** A single holds about seven digits, and texts of it are cut at different lengths. */
const isRounded = (sent: string, reported: string): boolean =>
  !/^-?\d+$/.test(sent) && Math.fround(Number(sent)) === Math.fround(Number(reported))

const memberOf = (known: Known, member: string): Known =>
  known === 'exact' || known === null
    ? known
    : (readMembers(known).find(({ identifier }) => identifier === member) ?? null)

/**
 * Whether a device reports the value that it was given: `1.0` is `1`, members come in any order, true may come as 1,
 * and a FLOAT may have been rounded to single precision (§6). Numbers of every other type are compared to the last digit.
 * @param definition of the point; null where no model tells, then any fraction may have been rounded; `exact` where it
 * is asked whether EnOS has the very value that it was given.
 */
export function isSameValue(sent: ExactJson, reported: ExactJson, definition: Known): boolean {
  const [given, got] = [numberOf(sent), numberOf(reported)]
  if (given !== null && got !== null) {
    return compare(given, got) === 0 || (mayBeSingle(definition) && isRounded(given, got))
  }
  if (Array.isArray(sent) && Array.isArray(reported)) {
    return (
      sent.length === reported.length &&
      sent.every((part, index) => isSameValue(part, reported[index] ?? null, definition))
    )
  }
  if (isMemberMap(sent) && isMemberMap(reported)) {
    if (definition === 'exact' && Object.keys(sent).length !== Object.keys(reported).length) return false
    return Object.entries(sent).every(([member, part]) => {
      const other = Object.hasOwn(reported, member) ? reported[member] : undefined
      return other !== undefined && isSameValue(part, other, memberOf(definition, member))
    })
  }
  return sent === reported
}
