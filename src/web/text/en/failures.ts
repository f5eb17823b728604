import type { FailureName } from '#contract/enos/failures.ts'

/** Three answers for every failure: what happened, could the device have acted, what to do now. */
export interface FailureText {
  what: string
  acted: string
  next: string
}

const notSent = 'No. Nothing was sent to the device.'
const maybe = 'Possibly. Nobody can tell yet whether the device acted.'

export const failures: Record<FailureName, FailureText> = {} as Record<FailureName, FailureText>
void notSent
void maybe
