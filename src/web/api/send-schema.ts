import * as z from 'zod/mini'
import { shownSchema } from '#contract/panel/operation.ts'
import type { Send } from './call.ts'

/** A send as it left the editor: enough to ask what became of it, and to send it again under its key. */
export const sendSchema = z.object({
  query: z.object({
    orgId: z.string(),
    assetId: z.optional(z.string()),
    productKey: z.optional(z.string()),
    deviceKey: z.optional(z.string()),
    measurepointId: z.string(),
    pendingTtl: z.int(),
    timeout: z.int(),
  }),
  body: z.string(),
  idempotencyKey: z.string(),
  shown: shownSchema,
  reason: z.optional(z.string()),
  expectedValue: z.optional(z.string()),
}) satisfies z.ZodMiniType<Send, unknown>
