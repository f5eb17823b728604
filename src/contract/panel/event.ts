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

/** Sent every {@link aliveInterval} ms, so that a panel notices a connection that nobody holds any more. */
export const aliveEventName = 'alive'
export const aliveInterval = 5000

/** What the stream would have told since a revision, for panels that no stream reaches. */
export const changesSchema = z.object({
  /** In the order of their changes. */
  items: z.array(operationSchema),
  /** The revision that has been told with these: the next `after`. */
  revision: z.int(),
  /** The newest there is: where it is greater than `revision` there is more, where it is less than `after` the record is another. */
  newest: z.int(),
})
export type Changes = z.infer<typeof changesSchema>
