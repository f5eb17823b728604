import { OperationsPanel } from '../features/operations/operations-panel.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { DeviceQueue } from './device-queue.tsx'

/** What was sent before, below the control screen, and the sheets over it: drawn when the browser has a moment, in a chunk that the history shares. */
export const operationsParts = { DeviceQueue, OperationsPanel, Sheet }
