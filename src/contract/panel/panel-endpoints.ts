import * as z from 'zod/mini'
import { integerBetween, received } from '../enos/reading.ts'
import { outcomes } from './operation.ts'
import { exportFormats, panelCalls } from './panel-calls.ts'
import { policyStateSchema } from './policy.ts'
import { pointClasses } from './role.ts'
import { returnToSchema, signInBodySchema, signOutBodySchema } from './sign-in.ts'

/** Comma-separated in the URL. */
const listOf = <T extends string>(names: readonly [T, ...T[]]) =>
  received(
    (value) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value),
    z.array(z.enum(names)).check(z.maxLength(names.length)),
  )

const operationFilter = {
  /** The gateway's id; absent for all. */
  gatewayId: z.optional(z.string()),
  assetId: z.optional(z.string()),
  productKey: z.optional(z.string()),
  deviceKey: z.optional(z.string()),
  measurepointId: z.optional(z.string()),
  outcome: z.optional(listOf(outcomes)),
  /** Who sent it, by name; small and capital letters of ASCII count as the same. */
  person: z.optional(z.string().check(z.maxLength(200))),
  pointClass: z.optional(listOf(pointClasses)),
  /** Only unknown outcomes that neither what was found out nor a person has cleared up. */
  unresolved: z.optional(z.literal('1')),
  /** The gateway's or the device's number. */
  code: z.optional(integerBetween(-2_147_483_648, 2_147_483_647)),
  commandId: z.optional(z.string()),
  idempotencyKey: z.optional(z.string()),
  /** ms since the epoch, inclusive and exclusive. */
  from: z.optional(integerBetween(0, Number.MAX_SAFE_INTEGER)),
  to: z.optional(integerBetween(0, Number.MAX_SAFE_INTEGER)),
  /** Found in device, point, person, sentence, body, message or command id. */
  text: z.optional(z.string().check(z.maxLength(200))),
}

export const operationQuerySchema = z.object({
  ...operationFilter,
  /** From the page before; absent for the newest. */
  cursor: z.optional(z.string()),
  limit: z._default(integerBetween(1, 200), 50),
  /** Say also how many the filter finds. */
  count: z.optional(z.literal('1')),
})
export type OperationQuery = z.input<typeof operationQuerySchema>

const reasonSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(1000))

/** The proxy's own calls with what each is asked with: its query, and its body. */
export const panelEndpoints = {
  session: { ...panelCalls.session, query: z.object({}) },
  signInWays: { ...panelCalls.signInWays, query: z.object({}) },
  signIn: { ...panelCalls.signIn, query: z.object({}), body: signInBodySchema },
  signOut: { ...panelCalls.signOut, query: z.object({}), body: signOutBodySchema },
  signInElsewhere: {
    ...panelCalls.signInElsewhere,
    query: z.object({
      returnTo: z._default(returnToSchema, '/'),
      /** The identity provider has to ask the person anew, though it may know them: a critical point needs it. */
      again: z.optional(z.literal('1')),
    }),
  },
  signedInElsewhere: { ...panelCalls.signedInElsewhere, query: z.unknown() },
  permissionToSet: {
    ...panelCalls.permissionToSet,
    query: z.object({
      assetId: z.optional(z.string()),
      productKey: z.optional(z.string()),
      deviceKey: z.optional(z.string()),
      measurepointId: z.string(),
    }),
  },
  /** The policy in force; needs the right `administer`. No call of the panel's. */
  policy: { method: 'GET', path: '/api/policy', data: policyStateSchema, query: z.object({}) },
  gateway: { ...panelCalls.gateway, query: z.object({}) },
  listOperations: { ...panelCalls.listOperations, query: operationQuerySchema },
  exportOperations: {
    ...panelCalls.exportOperations,
    query: z.object({ ...operationFilter, format: z._default(z.enum(exportFormats), 'csv') }),
  },
  getOperation: { ...panelCalls.getOperation, query: z.object({}) },
  acknowledgeOperation: {
    ...panelCalls.acknowledgeOperation,
    query: z.object({}),
    body: z.object({ reason: reasonSchema }),
  },
  changes: {
    ...panelCalls.changes,
    query: z.object({ after: z.optional(integerBetween(0, Number.MAX_SAFE_INTEGER)) }),
  },
  events: { ...panelCalls.events, query: z.object({ after: z.optional(z.string()) }) },
} as const
