import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { listen } from '../api/live.ts'

/** ms for the browser to come back by itself, which it does not after every kind of loss. */
const patience = 4000

/**
 * Listens to the server for as long as the panel is open. When the connection is back, everything shown is read again.
 * @returns whether it is lost, and a way to try at once.
 */
export function useConnection() {
  const client = useQueryClient()
  const [lost, setLost] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const wasLost = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is a new connection.
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = listen(client, (connected) => {
      clearTimeout(timer)
      setLost(!connected)
      if (connected && wasLost.current) void client.invalidateQueries()
      wasLost.current = !connected
      if (!connected) timer = setTimeout(() => setAttempt((count) => count + 1), patience)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [client, attempt])
  const retry = useCallback(() => setAttempt((count) => count + 1), [])
  return { lost, retry }
}
