import * as z from 'zod/mini'
import { changesSchema } from './event.ts'
import { gatewayStateSchema } from './gateway-state.ts'
import { operationSchema } from './operation.ts'
import { permissionToSetSchema } from './permission-to-set.ts'
import { sessionSchema } from './session.ts'
import { signInWaysSchema } from './sign-in.ts'

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

/**
 * The proxy's own calls: where each goes and what it answers. What it is asked with stands in panel-endpoints.ts: the
 * panel has no use for that. Answers are bare JSON; failures come in the EnOS envelope's shape with codes of the failure table.
 */
export const panelCalls = {
  session: { method: 'GET', path: '/api/session', data: sessionSchema },
  /** How one may sign in; open to all. */
  signInWays: { method: 'GET', path: '/api/sign-in', data: signInWaysSchema },
  /** Begins a session, or proves anew who is there: a new cookie either way. The answer is the session. */
  signIn: { method: 'POST', path: '/api/sign-in', data: sessionSchema },
  signOut: { method: 'POST', path: '/api/sign-out', data: z.object({}) },
  /**
   * A page of the browser's own, not a call: it leads to the identity provider and comes back to `returnTo`,
   * or to `/?signIn=` and the failure's name where nobody was signed in.
   */
  signInElsewhere: { method: 'GET', path: '/api/sign-in/oidc', data: z.unknown() },
  /** Where the identity provider sends the browser back to. */
  signedInElsewhere: { method: 'GET', path: '/api/sign-in/oidc/callback', data: z.unknown() },
  /** Whether, and why, the person may set a point now. */
  permissionToSet: { method: 'GET', path: '/api/permission-to-set', data: permissionToSetSchema },
  gateway: { method: 'GET', path: '/api/gateway', data: gatewayStateSchema },
  listOperations: { method: 'GET', path: '/api/operations', data: operationPageSchema },
  /** A file of all that the filter finds, newest first. */
  exportOperations: { method: 'GET', path: '/api/operations/export', data: z.unknown() },
  /** `:id` is the operation's id. */
  getOperation: { method: 'GET', path: '/api/operations/:id', data: operationSchema },
  /** Takes an unknown outcome as checked by a person, once; the answer is the operation. */
  acknowledgeOperation: { method: 'POST', path: '/api/operations/:id/acknowledge', data: operationSchema },
  /** The changes since a revision, at most 200; without one none, and the newest revision. The stream's understudy. */
  changes: { method: 'GET', path: '/api/changes', data: changesSchema },
  /** Server-sent events (event.ts); resumes after the revision in `Last-Event-ID`. */
  events: { method: 'GET', path: '/api/events', data: z.unknown() },
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
