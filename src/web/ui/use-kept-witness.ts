import * as z from 'zod/mini'
import { useOwnName } from './own-name.ts'
import { useStored } from './use-stored.ts'

const witnessSchema = z.object({
  /** How many drafts the person who looks has kept on this device. */
  count: z.int(),
  /** Another with every change. */
  mark: z.string(),
  /** Being changed, or cut off while it was: the count may be wrong. */
  isChanging: z.boolean(),
})
export type KeptWitness = z.infer<typeof witnessSchema>

const none: KeptWitness = { count: 0, mark: '', isChanging: false }

/**
 * What the browser remembers beside the kept drafts themselves (api/outbox-store.ts): enough to say at once that there are
 * some, in every tab, and to notice when they are gone.
 */
export const useKeptWitness = () => useStored<KeptWitness>(useOwnName('setpoint.kept'), witnessSchema, none)
