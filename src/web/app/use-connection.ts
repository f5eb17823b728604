import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Connection } from '../api/follow-changes.ts'
import { listen } from '../api/live.ts'

/**
 * Follows the server for as long as the panel is open. When the connection is back, everything shown is read again.
 * @param keptAt the panel begins with what was kept here, as of this moment (ms since the epoch); null where it does not.
 * @returns how changes arrive, where they do not since when, and a way to try at once.
 */
export function useConnection(keptAt: number | null) {
  const client = useQueryClient()
  const [beganWith] = useState(keptAt)
  const [connection, setConnection] = useState<Connection>(beganWith === null ? 'live' : 'lost')
  const [heardAt, setHeardAt] = useState(beganWith ?? 0)
  const listening = useRef<ReturnType<typeof listen>>(undefined)
  useEffect(() => {
    let wasLost = beganWith !== null
    const own = listen(client, wasLost ? 'lost' : 'live', (next, lastHeard) => {
      setConnection(next)
      if (next === 'lost') setHeardAt(lastHeard)
      if (wasLost && next !== 'lost') void client.invalidateQueries()
      wasLost = next === 'lost'
    })
    listening.current = own
    return own.stop
  }, [client, beganWith])
  const retry = useCallback(() => listening.current?.retry(), [])
  return { connection, heardAt, retry }
}
