import { type Delivery, type FailureName, failures } from '#contract/enos/failures.ts'
import { acted, advice, type FailureText } from './failure-text.ts'
import { proxyUnreachable } from './proxy-unreachable.ts'

const what = 'The explanation of this code is still on its way to this panel.'
const next = 'Wait a moment, or look the code up on the page of error codes.'

const certain: Record<Delivery, FailureText> = {
  notSent: { title: 'Not sent', what, acted: acted.notSent, next },
  refused: { title: 'Refused', what, acted: acted.refused, next },
  maybeSent: { title: 'Unknown', what, acted: acted.maybe, next: advice.readBack },
}

const inShort: Record<string, FailureText> = Object.fromEntries(
  Object.entries(failures).map(([name, { delivery }]) => [name, certain[delivery]]),
)

/** What is certain of every failure before its own words have come (failures.ts): whether the device can have acted. */
export const failuresInShort: Record<FailureName, FailureText> = {
  ...(inShort as Record<FailureName, FailureText>),
  proxyUnreachable,
}
