import type { DeviceStatus } from '#contract/enos/device.ts'

/** ms after which a present value may well have changed unseen. */
export const staleAfter = 15 * 60_000

export type Warning =
  | { kind: 'offlineNow' | 'inactive' | 'inactiveQueued' | 'disabled' | 'disabledQueued' | 'noPresent' }
  /** `age` in ms. */
  | { kind: 'stale' | 'same'; age: number }
  | { kind: 'moved' }
  | { kind: 'queued'; count: number }

/** In which a review is read. */
export interface Circumstances {
  status: DeviceStatus
  way: 'now' | 'online'
  /** When the device reported the present value, ms since the epoch; null for never. */
  presentTime: number | null
  isSame: boolean
  /** The present value has changed since the review was opened. */
  hasMoved: boolean
  /** Commands for this point that wait in the queue. */
  queued: number
  now: number
}

function statusWarning(status: DeviceStatus, way: 'now' | 'online'): Warning[] {
  if (status === 'online') return []
  // An offline device is what queueing is for.
  if (status === 'offline') return way === 'now' ? [{ kind: 'offlineNow' }] : []
  return [{ kind: way === 'now' ? status : `${status}Queued` }]
}

/** What a person should know before a value leaves; none of it forbids to send. */
export function warningsOf({ status, way, presentTime, isSame, hasMoved, queued, now }: Circumstances): Warning[] {
  const warnings = statusWarning(status, way)
  if (queued > 0) warnings.push({ kind: 'queued', count: queued })
  if (hasMoved) warnings.push({ kind: 'moved' })
  if (presentTime === null) return [...warnings, { kind: 'noPresent' }]
  const age = Math.max(0, now - presentTime)
  if (isSame) warnings.push({ kind: 'same', age })
  else if (age >= staleAfter) warnings.push({ kind: 'stale', age })
  return warnings
}

/** Whether queueing would help: sent now it fails, queued it waits. */
export const isHelpedByQueueing = ({ kind }: Warning): boolean =>
  kind === 'offlineNow' || kind === 'disabled' || kind === 'inactive'
