import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo } from 'react'
import { sessionQuery } from '../api/queries.ts'
import { useText } from '../text/text-context.ts'
import { createClock } from '../ui/clock.ts'
import { ClockContext } from '../ui/use-now.ts'
import { Brand } from './brand.tsx'
import { SessionContext } from './session-context.ts'
import styles from './session-gate.module.css'
import { StartFailed } from './start-failed.tsx'

/** Asks who is looking before anything else is shown, for as long as it takes. */
export function SessionGate({ children }: { children: ReactNode }) {
  const { shell } = useText()
  const { data, dataUpdatedAt, error, refetch } = useQuery({
    ...sessionQuery(),
    retry: false,
    refetchInterval: ({ state }) => (state.data ? false : 4000),
  })
  const value = useMemo(() => {
    const gateway = data?.gateways[0]
    return data && gateway ? { session: data, gateway, clockOffset: data.time - dataUpdatedAt } : undefined
  }, [data, dataUpdatedAt])
  const clock = useMemo(() => createClock(value?.clockOffset ?? 0), [value?.clockOffset])
  if (value) {
    return (
      <SessionContext value={value}>
        <ClockContext value={clock}>{children}</ClockContext>
      </SessionContext>
    )
  }
  if (error) return <StartFailed error={error} onRetry={() => void refetch()} />
  return (
    <div className={styles.starting} role="status">
      <Brand />
      <span className="visually-hidden">{shell.loading}</span>
    </div>
  )
}
