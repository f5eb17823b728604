import { readItemType, type ValueDefinition } from '#contract/enos/thing-model.ts'
import type { PointLimits } from '#contract/panel/permission-to-set.ts'
import { compare, subtract } from '#contract/value/decimal.ts'
import { type ExactJson, isExactNumber } from '#contract/value/exact.ts'
import { refusal } from './refusal.ts'

/** The number, or those in the list; a member of a struct is none of them. */
const numbersIn = (value: ExactJson): string[] => {
  if (isExactNumber(value)) return [value.value]
  return Array.isArray(value) ? value.flatMap(numbersIn) : []
}

/** Whether every part is a number, so that none could pass a limit unseen. */
export const isAllNumbers = (value: ExactJson): boolean =>
  isExactNumber(value) || (Array.isArray(value) && value.every(isAllNumbers))

const isNumeric = (name: string): boolean => name === 'INT' || name === 'FLOAT' || name === 'DOUBLE'

/** Whether a point takes numbers only; one that no model knows may. */
export const takesNumbers = (definition: ValueDefinition | null): boolean =>
  definition === null ||
  isNumeric(definition.dataType) ||
  (definition.dataType === 'ARRAY' && isNumeric(readItemType(definition)))

/** @throws Failure outsideLimits for the first number that is; a limit itself is within. */
export function assertWithin(value: ExactJson, { minimum, maximum }: PointLimits): void {
  for (const number of numbersIn(value)) {
    const below = minimum && compare(number, minimum.value) < 0 ? minimum : null
    const broken = below ?? (maximum && compare(number, maximum.value) > 0 ? maximum : null)
    if (!broken) continue
    const { rule, value: limit } = broken
    const detail = `${number} is ${below ? 'less' : 'more'} than ${limit}, which the rule "${rule}" allows`
    throw refusal('outsideLimits', detail, { rule, limit, value: number })
  }
}

/** @throws Failure outsideLimits that names the first limit, for a value that would pass all of them for not being a number. */
export function refuseUnchecked({ minimum, maximum, largestStep }: PointLimits): never {
  const { rule = '', value: limit = '' } = minimum ?? maximum ?? largestStep ?? {}
  throw refusal('outsideLimits', `the value is no number, and the rule "${rule}" limits it`, { rule, limit })
}

const missing = (rule: string) =>
  refusal('presentValueUnknown', `the rule "${rule}" limits the step, and the device reports no number to step from`, {
    rule,
  })

/**
 * @param present what the device reports: for a list, a list of at least as many numbers.
 * @throws Failure stepTooLarge for the first number that is too far; presentValueUnknown where it has nothing to be far from.
 */
export function assertStep(
  value: ExactJson,
  present: ExactJson,
  { rule, value: limit }: { rule: string; value: string },
): void {
  if (Array.isArray(value)) {
    if (!Array.isArray(present)) throw missing(rule)
    for (const [index, part] of value.entries()) assertStep(part, present[index] ?? null, { rule, value: limit })
    return
  }
  if (!isExactNumber(value)) return
  if (!isExactNumber(present)) throw missing(rule)
  // null: too far apart to be written out.
  const step = subtract(value.value, present.value)?.replace('-', '') ?? null
  if (step !== null && compare(step, limit) <= 0) return
  const far = step === null ? 'very far' : step
  const detail = `${value.value} is ${far} from ${present.value}; the rule "${rule}" allows steps of at most ${limit}`
  throw refusal('stepTooLarge', detail, { rule, limit, value: value.value, presentValue: present.value })
}
