import * as z from 'zod/mini'
import { integerBetween, received } from '../enos/reading.ts'
import { changesSchema } from './event.ts'
import { gatewayStateSchema } from './gateway-state.ts'
import { operationSchema, outcomes } from './operation.ts'
import { permissionToSetSchema } from './permission-to-set.ts'
import { policyStateSchema } from './policy.ts'
import { pointClasses } from './role.ts'
import { sessionSchema } from './session.ts'
import { returnToSchema, signInBodySchema, signInWaysSchema, signOutBodySchema } from './sign-in.ts'

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

/** Counting ends one after these: then there are more. */
export const mostCounted = 10_000

/** `csv` for spreadsheets, `jsonl` for programs: one operation as JSON on each line. */
export const exportFormats = ['csv', 'jsonl'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** A page, newest first; `cursor` is null on the last, `count` (at most one more than {@link mostCounted}) only there if asked for. */
export const operationPageSchema = z.object({
  items: z.array(operationSchema),
  cursor: z.nullable(z.string()),
  count: z.optional(z.int()),
})
export type OperationPage = z.infer<typeof operationPageSchema>

const reasonSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(1000))

/** The proxy's own calls. Answers are bare JSON; failures come in the EnOS envelope's shape with codes of the failure table. */
export const panelEndpoints = {
  session: { method: 'GET', path: '/api/session', query: z.object({}), data: sessionSchema },
  /** How one may sign in; open to all. */
  signInWays: { method: 'GET', path: '/api/sign-in', query: z.object({}), data: signInWaysSchema },
  /** Begins a session, or proves anew who is there: a new cookie either way. The answer is the session. */
  signIn: {
    method: 'POST',
    path: '/api/sign-in',
    query: z.object({}),
    body: signInBodySchema,
    data: sessionSchema,
  },
  signOut: {
    method: 'POST',
    path: '/api/sign-out',
    query: z.object({}),
    body: signOutBodySchema,
    data: z.object({}),
  },
  /**
   * A page of the browser's own, not a call: it leads to the identity provider and comes back to `returnTo`,
   * or to `/?signIn=` and the failure's name where nobody was signed in.
   */
  signInElsewhere: {
    method: 'GET',
    path: '/api/sign-in/oidc',
    query: z.object({
      returnTo: z._default(returnToSchema, '/'),
      /** The identity provider has to ask the person anew, though it may know them: a critical point needs it. */
      again: z.optional(z.literal('1')),
    }),
    data: z.unknown(),
  },
  /** Where the identity provider sends the browser back to. */
  signedInElsewhere: { method: 'GET', path: '/api/sign-in/oidc/callback', query: z.unknown(), data: z.unknown() },
  /** Whether, and why, the person may set a point now. */
  permissionToSet: {
    method: 'GET',
    path: '/api/permission-to-set',
    query: z.object({
      assetId: z.optional(z.string()),
      productKey: z.optional(z.string()),
      deviceKey: z.optional(z.string()),
      measurepointId: z.string(),
    }),
    data: permissionToSetSchema,
  },
  /** The policy in force; needs the right `administer`. */
  policy: { method: 'GET', path: '/api/policy', query: z.object({}), data: policyStateSchema },
  gateway: { method: 'GET', path: '/api/gateway', query: z.object({}), data: gatewayStateSchema },
  listOperations: { method: 'GET', path: '/api/operations', query: operationQuerySchema, data: operationPageSchema },
  /** A file of all that the filter finds, newest first. */
  exportOperations: {
    method: 'GET',
    path: '/api/operations/export',
    query: z.object({ ...operationFilter, format: z._default(z.enum(exportFormats), 'csv') }),
    data: z.unknown(),
  },
  /** `:id` is the operation's id. */
  getOperation: { method: 'GET', path: '/api/operations/:id', query: z.object({}), data: operationSchema },
  /** Takes an unknown outcome as checked by a person, once; the answer is the operation. */
  acknowledgeOperation: {
    method: 'POST',
    path: '/api/operations/:id/acknowledge',
    query: z.object({}),
    body: z.object({ reason: reasonSchema }),
    data: operationSchema,
  },
  /** The changes since a revision, at most 200; without one none, and the newest revision. The stream's understudy. */
  changes: {
    method: 'GET',
    path: '/api/changes',
    query: z.object({ after: z.optional(integerBetween(0, Number.MAX_SAFE_INTEGER)) }),
    data: changesSchema,
  },
  /** Server-sent events (event.ts); resumes after the revision in `Last-Event-ID`. */
  events: { method: 'GET', path: '/api/events', query: z.object({ after: z.optional(z.string()) }), data: z.unknown() },
} as const

/** Headers of calls from panel to proxy, and of an answer. */
export const panelHeaders = {
  /** The gateway's id, on every EnOS call and those of one gateway; may be left out where there is only one. */
  gateway: 'setpoint-gateway',
  /** 8 to 128 characters, made when the draft is opened; the same key never sends twice. */
  idempotencyKey: 'idempotency-key',
  /** {@link shownSchema} as percent-encoded JSON. */
  shown: 'setpoint-shown',
  /** Why, in the person's words, percent-encoded, at most 1000 characters; asked for where a point is critical. */
  reason: 'setpoint-reason',
  /** Exact JSON text of a value, percent-encoded: send only if the device still reports it. */
  expectedValue: 'setpoint-expected-value',
  /** `1` on calls that the panel makes while nobody has touched it for a while: they keep no session alive. */
  unattended: 'setpoint-unattended',
  /** In the answer: the operation's id. */
  operation: 'setpoint-operation',
} as const
