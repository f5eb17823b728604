import * as z from 'zod/mini'
import { pointClasses, roles } from './role.ts'

/** What a rule is about: each member narrows it, and an absent one holds for everything. `*` in an id stands for any text. */
const selector = {
  /** The rule's name, as refusals tell it. */
  rule: z.string(),
  models: z.optional(z.array(z.string())),
  points: z.optional(z.array(z.string())),
  gateways: z.optional(z.array(z.string())),
  /** Devices that are these assets or lie below them in a tree; no wildcards. */
  assetIds: z.optional(z.array(z.string())),
}

const hoursSchema = z.object({
  /** Local times, `HH:MM`; `to` is not within, and where it is before `from`, it is of the next day. */
  from: z.string(),
  to: z.string(),
  /** `+01:00` or an IANA name. */
  timezone: z.string(),
  /** On which they begin: 1 (Monday) to 7. */
  days: z.array(z.int()),
})
export type Hours = z.infer<typeof hoursSchema>

const grantSchema = z.object({
  claim: z.string(),
  value: z.string(),
  role: z.enum(roles),
  assetIds: z.array(z.string()),
})
/** What a claim of an identity provider's token makes of a person. */
export type Grant = z.infer<typeof grantSchema>

const classRuleSchema = z.object({ ...selector, class: z.enum(pointClasses) })
export type ClassRule = z.infer<typeof classRuleSchema>

const limitRuleSchema = z.object({
  ...selector,
  /** Exact decimal text. */
  minimum: z.optional(z.string()),
  maximum: z.optional(z.string()),
  largestStep: z.optional(z.string()),
  /** Seconds. */
  leastInterval: z.optional(z.int()),
  hours: z.optional(hoursSchema),
})
export type LimitRule = z.infer<typeof limitRuleSchema>

/** Who may set what, and within which limits; proxy/access/policy.ts reads it from its file. */
export const policySchema = z.object({
  /** Whom to ask; may be empty. */
  contact: z.string(),
  grants: z.array(grantSchema),
  /** The first that matches gives a point its class; routine otherwise. */
  pointClasses: z.array(classRuleSchema),
  /** All that match hold together. */
  limits: z.array(limitRuleSchema),
})
export type Policy = z.infer<typeof policySchema>

/** The policy in force, for administrators. */
export const policyStateSchema = z.object({
  policy: policySchema,
  /** Since when; ms since the epoch, null where no file is configured and nothing is limited. */
  since: z.nullable(z.int()),
  /** Why the file as it is now does not count, and the one before still does; null where it does. */
  error: z.nullable(z.object({ time: z.int(), mistakes: z.array(z.string()) })),
})
export type PolicyState = z.infer<typeof policyStateSchema>
