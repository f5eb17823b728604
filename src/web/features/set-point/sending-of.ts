import { pendingTtlRange, timeoutRange } from '#contract/enos/calls.ts'
import { type SetForm, secondsOf } from './set-form.ts'

export interface Sending {
  /** Seconds; 0 is "now". */
  pendingTtl: number
  /** Seconds. */
  timeout: number
}

/** How an editor's form would be sent; null while its times are not right. */
export function sendingOf({ way, keep, timeout }: Pick<SetForm, 'way' | 'keep' | 'timeout'>): Sending | null {
  const pendingTtl = way === 'now' ? 0 : secondsOf(keep, 1, pendingTtlRange.maximum)
  const seconds = secondsOf(timeout, timeoutRange.minimum, timeoutRange.maximum)
  return pendingTtl === null || seconds === null ? null : { pendingTtl, timeout: seconds }
}
