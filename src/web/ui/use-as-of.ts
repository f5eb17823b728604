import { use } from 'react'
import { useText } from '../text/text-context.ts'
import { untilText } from './time-text.ts'
import { useConnected } from './use-connected.ts'
import { ClockContext } from './use-now.ts'

/**
 * Says as of when something is, once the server is lost: `as of 14:02`; null while it is not, and for what never came.
 * @param time when it was read, by this machine's clock, ms since the epoch; it is told by the server's.
 */
export function useAsOf(time: number): string | null {
  const { shell, locale } = useText()
  const clock = use(ClockContext)
  if (useConnected() !== 'lost' || time === 0) return null
  const now = clock.now()
  return shell.connection.asOf(untilText(time + now - Date.now(), now, locale))
}
