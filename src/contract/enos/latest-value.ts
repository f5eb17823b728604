import * as z from 'zod/mini'
import { exactJsonSchema } from '../value/exact.ts'
import { milliseconds, text } from './reading.ts'

/** What a device reported last for a point (§3.4). `time` in ms since the epoch. */
export const latestValueSchema = z.object({
  id: text,
  time: milliseconds,
  value: exactJsonSchema,
  /** Ours: 0 … 9, only for points with `hasQuality` (§5.3). */
  quality: z.optional(z.nullable(exactJsonSchema)),
})
export type LatestValue = z.infer<typeof latestValueSchema>
