import type { DeviceStatus } from '#contract/enos/device.ts'

export type WaySense = 'good' | 'offlineNow' | 'offlineQueued' | 'onlineQueued' | 'inactive' | 'disabled' | 'unknown'

/**
 * Whether the way in which a draft was to be sent still makes sense.
 * @param status of the device now; undefined where it is not known.
 * @param pendingTtl seconds; 0 is "now".
 */
export function waySense(status: DeviceStatus | undefined, pendingTtl: number): WaySense {
  if (status === undefined) return 'unknown'
  if (status === 'inactive' || status === 'disabled') return status
  if (status === 'online') return pendingTtl === 0 ? 'good' : 'onlineQueued'
  return pendingTtl === 0 ? 'offlineNow' : 'offlineQueued'
}
