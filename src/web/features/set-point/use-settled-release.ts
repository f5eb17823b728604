import { useEffect } from 'react'
import type { Outbox } from './release.ts'
import type { Sending } from './use-sending.ts'

/** What is known of a send: its operation, null where nothing was recorded, undefined while that is not certain. */
function resultOf(sending: Sending): string | null | undefined {
  if (sending.phase === 'known') return sending.operation.id
  return sending.phase === 'rejected' || sending.phase === 'notRecorded' ? null : undefined
}

/** Tells where drafts are kept what became of one that was released; nothing while that is not certain. */
export function useSettledRelease(outbox: Outbox, releases: string, sending: Sending): void {
  const result = resultOf(sending)
  useEffect(() => {
    if (releases !== '' && result !== undefined) outbox.settle(releases, result === null ? null : { id: result })
  }, [outbox, releases, result])
}
