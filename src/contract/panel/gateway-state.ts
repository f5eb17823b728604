import * as z from 'zod/mini'
import { type FailureName, failures } from '../enos/failures.ts'

/** How the gateway does, as far as the proxy's calls have shown; it is not asked for this. */
export const gatewayStateSchema = z.object({
  /** Whether the last call got an answer; null before the first. */
  reachable: z.nullable(z.boolean()),
  /** Seconds by which the gateway's clock is ahead of the proxy's, negative for behind; null where unknown. */
  clockDifference: z.nullable(z.int()),
  /** Why the last call that got no answer got none; null for never. */
  failure: z.nullable(z.enum(Object.keys(failures) as [FailureName, ...FailureName[]])),
  message: z.string(),
  /** Of the last answer or failure, ms since the epoch; null before the first. */
  time: z.nullable(z.int()),
  /** Since when it is so, reachable or not: ms since the epoch; null before the first. */
  since: z.nullable(z.int()),
})
export type GatewayState = z.infer<typeof gatewayStateSchema>

/** Seconds from which a clock difference matters: EnOS signs with the time of the call (§4.2). */
export const tellClockDifferenceFrom = 5
