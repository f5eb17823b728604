import type { FailureName } from '#contract/enos/failures.ts'
import type { FailureText } from '../en/failure-text.ts'
import { commandFailures } from './command-failures.ts'
import { gatewayFailures } from './gateway-failures.ts'
import { serviceFailures } from './service-failures.ts'
import { setpointFailures } from './setpoint-failures.ts'

/** Every failure in three sentences; a missing one does not compile. */
export const failures: Record<FailureName, FailureText> = {
  ...commandFailures,
  ...serviceFailures,
  ...gatewayFailures,
  ...setpointFailures,
}
