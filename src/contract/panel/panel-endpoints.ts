import * as z from 'zod/mini'
import { integerBetween, received } from '../enos/reading.ts'
import { gatewayStateSchema } from './gateway-state.ts'
import { operationSchema, outcomes } from './operation.ts'
import { sessionSchema } from './session.ts'

/** Comma-separated in the URL. */
const outcomeList = received(
  (value) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value),
  z.array(z.enum(outcomes)),
)

const operationFilter = {
  assetId: z.optional(z.string()),
  productKey: z.optional(z.string()),
  deviceKey: z.optional(z.string()),
  measurepointId: z.optional(z.string()),
  outcome: z.optional(outcomeList),
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
})
export type OperationQuery = z.input<typeof operationQuerySchema>

/** `csv` for spreadsheets, `jsonl` for programs: one operation as JSON on each line. */
export const exportFormats = ['csv', 'jsonl'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** A page, newest first; `cursor` is null on the last. */
export const operationPageSchema = z.object({ items: z.array(operationSchema), cursor: z.nullable(z.string()) })
export type OperationPage = z.infer<typeof operationPageSchema>

/** The proxy's own calls. Answers are bare JSON; failures come in the EnOS envelope's shape with codes of the failure table. */
export const panelEndpoints = {
  session: { method: 'GET', path: '/api/session', query: z.object({}), data: sessionSchema },
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
    body: z.object({ reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(1000)) }),
    data: operationSchema,
  },
  /** Server-sent events (event.ts); resumes after the revision in `Last-Event-ID`. */
  events: { method: 'GET', path: '/api/events', query: z.object({ after: z.optional(z.string()) }), data: z.unknown() },
} as const

/** Headers of a set call from panel to proxy, and of its answer. */
export const panelHeaders = {
  /** 8 to 128 characters, made when the draft is opened; the same key never sends twice. */
  idempotencyKey: 'idempotency-key',
  /** {@link shownSchema} as percent-encoded JSON. */
  shown: 'setpoint-shown',
  /** In the answer: the operation's id. */
  operation: 'setpoint-operation',
} as const
