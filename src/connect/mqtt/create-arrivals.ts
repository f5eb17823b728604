import type { Channel } from '../commands/ports.ts'

/** The longest that queues wait for connections, and the shortest for which they do not wait after that; ms. */
const longestWait = 2000

/**
 * Lets devices in before queues are sent. Node accepts one connection in a turn of its event loop, and turns get long while
 * queues are sent: where a fleet comes back at once, its last device would knock until the others have been served.
 * So cached commands wait while each turn brings another connection; an instant command waits for nothing.
 */
export function createArrivals(mostWait = longestWait) {
  let accepted = false
  let isComing = false
  let [began, restEnds] = [0, 0]
  let waiting: (() => void)[] = []

  /** Between two looks lies a turn, in which one that knocks is accepted. */
  function look(): void {
    const now = performance.now()
    if (accepted && now - began < mostWait) {
      accepted = false
      setImmediate(look)
      return
    }
    // Whoever connects without end must not hold up the queues of the others for long.
    if (accepted) restEnds = now + mostWait
    isComing = false
    const all = waiting
    waiting = []
    for (const goOn of all) goOn()
  }

  return {
    /** Call it for each connection. */
    accepted(): void {
      accepted = true
      if (isComing) return
      const now = performance.now()
      if (now < restEnds) return
      isComing = true
      began = now
      setImmediate(look)
    },

    /** The channel, through which cached commands leave when nobody knocks. */
    inFrontOf: (channel: Channel): Channel => ({
      ...channel,
      async encode(command) {
        if (isComing && command.pendingTtl > 0) await new Promise<void>((resolve) => waiting.push(resolve))
        return channel.encode(command)
      },
    }),
  }
}
