import * as z from 'zod/mini'
import type { Failure } from '#contract/enos/failure.ts'
import { integer } from '#contract/enos/reading.ts'

const dataSchema = z.object({ retryAfter: integer })

/** Seconds for which the server wants to hear no other attempt; 0 for none. */
export const waitingTimeOf = ({ data }: Failure): number =>
  Math.max(0, dataSchema.safeParse(data).data?.retryAfter ?? 0)
