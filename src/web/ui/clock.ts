/** A clock that ticks once a second, told by the server. */
export interface Clock {
  /** ms since the epoch by the server's clock. */
  now(): number
  /** @returns stops listening. */
  subscribe(listener: () => void): () => void
}

/**
 * One timer for everybody who listens, on the full second.
 * @param offset ms to add to this machine's clock to get the server's.
 */
export function createClock(offset: number): Clock {
  const listeners = new Set<() => void>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const now = () => Date.now() + offset
  const arm = () => {
    timer = setTimeout(
      () => {
        for (const listener of listeners) listener()
        arm()
      },
      1000 - (now() % 1000),
    )
  }
  return {
    now,
    subscribe(listener) {
      if (listeners.size === 0) arm()
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) clearTimeout(timer)
      }
    },
  }
}
