import * as z from 'zod/mini'
import { integer } from '../enos/reading.ts'
import { rights, roles } from './role.ts'

const rightNames = Object.keys(rights) as [keyof typeof rights, ...(keyof typeof rights)[]]

/**
 * What the failures of rights and of the policy carry as `data`: each member where it applies.
 * Values and limits are exact JSON text.
 */
export const refusalSchema = z.object({
  /** Of `rightMissing`: what is missing, and the least role that has it. */
  right: z.optional(z.enum(rightNames)),
  role: z.optional(z.enum(roles)),
  /** The policy's rule, by its name. */
  rule: z.optional(z.string()),
  /** Of `outsideLimits` the nearer bound, of `stepTooLarge` the largest step, of `tooSoon` the least seconds. */
  limit: z.optional(z.string()),
  /** The number that was refused. */
  value: z.optional(z.string()),
  /** What the device reported last, and when by its clock; ms since the epoch. */
  presentValue: z.optional(z.string()),
  presentTime: z.optional(integer),
  expectedValue: z.optional(z.string()),
  /** When the same send would no longer be refused for this; ms since the epoch, null where nobody knows. */
  retryAt: z.optional(z.nullable(integer)),
  /** Seconds since the last sign-in that are allowed. */
  signInWithin: z.optional(integer),
})
export type Refusal = z.infer<typeof refusalSchema>
