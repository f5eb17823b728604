import { Failure } from '#contract/enos/failure.ts'
import type { LatestValue } from '#contract/enos/latest-value.ts'
import { sentValueOf } from '#contract/panel/sent-value.ts'
import { parseExact, stringifyExact } from '#contract/value/exact.ts'
import { isSameValue } from '#contract/value/same-value.ts'
import type { Send } from '../operations/ports.ts'
import type { Facts } from './gather.ts'
import { assertStep, assertWithin, isAllNumbers, refuseUnchecked, takesNumbers } from './number-limits.ts'
import type { PresentValue, Targets } from './ports.ts'
import { refusal } from './refusal.ts'

interface Parts {
  targets: Targets
  present: PresentValue
}

/** @throws Failure presentValueUnknown where there is none, or EnOS does not tell. */
async function presentValue({ present }: Parts, send: Send, rule: string | undefined): Promise<LatestValue> {
  const data = rule === undefined ? {} : { rule }
  const fail = (words: string, cause?: unknown) =>
    refusal('presentValueUnknown', `the present value of ${send.measurepointId} is not known: ${words}`, data, cause)
  const latest = await present.latest(send).catch((error: unknown) => {
    throw fail(error instanceof Failure ? error.message : 'it could not be asked for', error)
  })
  if (!latest) throw fail('the device has not reported it')
  return latest
}

/**
 * Whether the policy's limits and the person's own condition allow the value, to the last digit.
 * EnOS is asked for the present value at this moment, and only where one of them is about it.
 */
export async function checkValue(send: Send, { limits, target }: Facts, parts: Parts): Promise<void> {
  const value = sentValueOf(send.body) ?? null
  const { minimum, maximum, largestStep } = limits
  const pointOf = async () =>
    await parts.targets.pointOf(target ?? (await parts.targets.find(send)), send.measurepointId)

  if ((minimum || maximum || largestStep) && !isAllNumbers(value) && takesNumbers(await pointOf())) {
    refuseUnchecked(limits)
  }
  assertWithin(value, limits)
  const { expectedValue } = send
  if (!largestStep && expectedValue === undefined) return

  const now = await presentValue(parts, send, largestStep?.rule)
  if (largestStep) assertStep(value, now.value, largestStep)
  if (expectedValue === undefined || isSameValue(parseExact(expectedValue), now.value, await pointOf())) return
  const reported = stringifyExact(now.value)
  throw refusal(
    'presentValueChanged',
    `the device reports ${reported.slice(0, 200)}, no longer ${expectedValue.slice(0, 200)}`,
    {
      expectedValue,
      presentValue: reported,
      presentTime: now.time,
    },
  )
}
