import { QueueDialog } from '../features/set-point/queue.tsx'
import { AllShortcuts } from './all-shortcuts.tsx'
import { FindAnything } from './find-anything.tsx'
import { SingleKeysListener } from './single-keys-listener.ts'

/** The keys, the palette and what it opens, in one chunk: fetched when the browser has a moment. */
export const keyParts = { AllShortcuts, FindAnything, QueueDialog, SingleKeysListener }
