/** Held by every tab in which a person is in the middle of something. */
const lockName = 'setpoint.busy'

/** Only where there is TLS, as for a newer panel. */
const hasLocks = (): boolean => 'locks' in navigator

/** Lets no tab take a newer panel until it is released. @returns releases it. */
export function holdLock(): () => void {
  if (!hasLocks()) return () => {}
  const leaving = new AbortController()
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  navigator.locks
    .request(lockName, { mode: 'shared', signal: leaving.signal }, () => held)
    // Left before it was its turn.
    .catch(() => {})
  return () => {
    leaving.abort()
    release()
  }
}

/** @returns whether no tab held the lock: then it was done. */
export const withFreeLock = (act: () => void): Promise<boolean> =>
  navigator.locks.request(lockName, { ifAvailable: true }, (lock) => {
    if (lock) act()
    return lock !== null
  })
