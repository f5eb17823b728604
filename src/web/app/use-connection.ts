import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Connection } from '../api/follow-changes.ts'
import { listen } from '../api/live.ts'

/**
 * Follows the server for as long as the panel is open. When the connection is back, everything shown is read again.
 * @returns how changes arrive, and a way to try at once.
 */
export function useConnection() {
  const client = useQueryClient()
  const [connection, setConnection] = useState<Connection>('live')
  const listening = useRef<ReturnType<typeof listen>>(undefined)
  useEffect(() => {
    let wasLost = false
    const own = listen(client, (next) => {
      setConnection(next)
      if (wasLost && next !== 'lost') void client.invalidateQueries()
      wasLost = next === 'lost'
    })
    listening.current = own
    return own.stop
  }, [client])
  const retry = useCallback(() => listening.current?.retry(), [])
  return { connection, lost: connection === 'lost', retry }
}
