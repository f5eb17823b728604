import * as z from 'zod/mini'
import { operationSchema } from './operation.ts'

/**
 * What the proxy tells every open panel: `event: operation`, `id: <revision>`, `data: <the whole operation>`.
 * A panel that comes back with `Last-Event-ID` gets every operation that changed since.
 */
export const operationEventSchema = operationSchema
export const operationEventName = 'operation'

/** Sent right after connecting, so that a panel knows the stream is alive: `data: {"revision": n}`. */
export const helloEventName = 'hello'
export const helloEventSchema = z.object({ revision: z.int() })
