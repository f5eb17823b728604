import * as z from 'zod/mini'
import { pointClasses, rights, roles } from './role.ts'

const rightNames = Object.keys(rights) as [keyof typeof rights, ...(keyof typeof rights)[]]

/** The limits of the policy that hold for a point, all rules that match it taken together. Numbers are exact decimal text. */
export const pointLimitsSchema = z.object({
  minimum: z.nullable(z.object({ value: z.string(), rule: z.string() })),
  maximum: z.nullable(z.object({ value: z.string(), rule: z.string() })),
  /** Against the value that the device reported last. */
  largestStep: z.nullable(z.object({ value: z.string(), rule: z.string() })),
  /** Seconds between two sends to the same point of one device. */
  leastInterval: z.nullable(z.object({ value: z.int(), rule: z.string() })),
  /** When it may be set: within all of them. `to` before `from` is of the next day; `days`, 1 (Monday) to 7, are those on which they begin. */
  hours: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      timezone: z.string(),
      days: z.array(z.int()),
      rule: z.string(),
    }),
  ),
})
export type PointLimits = z.infer<typeof pointLimitsSchema>

/**
 * Whether a person may set a point now, and why: what the panel mirrors and explains. The proxy decides anew at every send.
 * `checks` are in the order in which they are made; the first that is not passed is the failure that a send would get.
 */
export const permissionToSetSchema = z.object({
  allowed: z.boolean(),
  pointClass: z.enum(pointClasses),
  /** The policy's rule that gave the class; null where none matches and it is routine. */
  classRule: z.nullable(z.string()),
  checks: z.array(
    z.object({
      kind: z.enum(['role', 'place', 'hours', 'interval', 'signIn']),
      passed: z.boolean(),
      /** The policy's rule; null where it is no rule of the policy. */
      rule: z.nullable(z.string()),
      /** When it will be passed by itself; ms since the epoch, null where that is not known. */
      passesAt: z.nullable(z.int()),
    }),
  ),
  needs: z.object({
    right: z.enum(rightNames),
    role: z.enum(roles),
    /** The sentence that was confirmed has to be sent along. */
    confirmation: z.boolean(),
    reason: z.boolean(),
    /** Seconds since the last sign-in that are allowed; null where it does not matter. */
    signInWithin: z.nullable(z.int()),
  }),
  limits: pointLimitsSchema,
  /** Whom to ask, as the policy says; empty where it says nothing. */
  contact: z.string(),
})
export type PermissionToSet = z.infer<typeof permissionToSetSchema>
