import * as z from 'zod/mini'
import { sendSchema } from '../../api/send-schema.ts'
import { setFormSchema } from './set-form.ts'

const storedDraftSchema = z.object({
  form: setFormSchema,
  /** What was typed by a person; an untouched form follows link and present value anew. */
  touched: z.boolean(),
  /** Asking again with it never sends twice. */
  idempotencyKey: z.string(),
  /** What the key has been used for; empty for nothing yet. */
  usedFor: z.string(),
  /** The link that it began with; empty for none. */
  link: z.string(),
  /** Why it is to be set, as typed so far. */
  reason: z._default(z.string(), ''),
  /** It is only sent if the device still reports this, exact JSON text; empty for whatever it reports. */
  expectedValue: z._default(z.string(), ''),
  /** What the device reported when it began, as exact JSON text; null for nothing. */
  begunWith: z.nullable(z.string()),
  /** The draft kept on this device that this is; empty for none. */
  releases: z._default(z.string(), ''),
  /** Sent, and its outcome not put away by a person. */
  sent: z.nullable(sendSchema),
})
export type StoredDraft = z.infer<typeof storedDraftSchema>

/** Where drafts are kept: the session storage of the browser tab. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** One draft for each point of each device: changing the selection never changes a draft's target. */
export const draftName = (orgId: string, device: string, measurepointId: string): string =>
  `setpoint.draft:${JSON.stringify([orgId, device, measurepointId])}`

/** The draft kept under a name; null for none, or one that an older panel wrote. */
export function loadDraft(storage: DraftStorage, name: string): StoredDraft | null {
  try {
    return storedDraftSchema.safeParse(JSON.parse(storage.getItem(name) ?? 'null')).data ?? null
  } catch {
    return null
  }
}

/** Keeps a draft; without room for it (or where storage is forbidden) it lives on in memory alone. */
export function saveDraft(storage: DraftStorage, name: string, draft: StoredDraft | null): void {
  try {
    if (draft === null) storage.removeItem(name)
    else storage.setItem(name, JSON.stringify(draft))
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
  }
}
