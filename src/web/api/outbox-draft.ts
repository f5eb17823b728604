import * as z from 'zod/mini'
import type { Draft } from '#contract/value/data-type.ts'
import { sendSchema } from './send-schema.ts'

const draftSchema: z.ZodMiniType<Draft, Draft> = z.lazy(() =>
  z.union([z.string(), z.array(draftSchema), z.record(z.string(), draftSchema)]),
)

/** What the editor gives to be kept. */
const draftToKeepSchema = z.object({
  send: sendSchema,
  /** The very text of each box. */
  form: z.object({ draft: draftSchema, way: z.enum(['now', 'online']), timeout: z.string(), keep: z.string() }),
  /** Names the device's model; empty where it is not known. */
  modelId: z.string(),
  /** What the device reported when the draft was kept: exact JSON text, ms since the epoch; null for nothing. */
  before: z.nullable(z.object({ value: z.string(), time: z.int() })),
})
export type DraftToKeep = z.infer<typeof draftToKeepSchema>

/** To whom a kept draft belongs: nobody else sees it, or sends it. */
const ownerSchema = z.object({ gatewayId: z.string(), personId: z.string() })
export type OutboxOwner = z.infer<typeof ownerSchema>

/**
 * A draft that is kept on this device and was not sent.
 * - `kept`: nothing of it has left. - `releasing`: it may have left, and nobody has seen what became of it.
 * - `released`: it is an operation, which tells the rest.
 */
export const outboxDraftSchema = z.extend(draftToKeepSchema, {
  /** Its own, whatever is changed about it. */
  id: z.string(),
  owner: ownerSchema,
  state: z.enum(['kept', 'releasing', 'released']),
  /** Whether its key may have reached the server: then it leaves under no other. */
  wasTried: z.boolean(),
  /** Empty until it is an operation. */
  operationId: z.string(),
  /** When it was kept by this device's clock, ms since the epoch. */
  deviceTime: z.int(),
  /** ms to add to this device's clock to get the server's, as last known when it was kept. */
  clockOffset: z.int(),
})
export type OutboxDraft = z.infer<typeof outboxDraftSchema>
