import { QueueDialog } from '../features/set-point/queue.tsx'
import { AllShortcuts } from './all-shortcuts.tsx'
import { FindAnything } from './find-anything.tsx'

/** The palette and what it opens, in one chunk: fetched when one of them is first asked for. */
export const keyParts = { AllShortcuts, FindAnything, QueueDialog }
