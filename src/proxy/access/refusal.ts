import { Failure } from '#contract/enos/failure.ts'
import type { FailureName } from '#contract/enos/failures.ts'
import type { Refusal } from '#contract/panel/refusal.ts'

/** A failure of rights or of the policy, whose data is what the panel shows. */
export const refusal = (failure: FailureName, detail: string, data: Refusal = {}, cause?: unknown): Failure =>
  new Failure(failure, detail, { data, cause })
