import type { Client } from 'aedes'

/** ms */
const second = 1000

/**
 * Notices devices that have been silent for one and a half times as long as they agreed to (MQTT 3.1.1 §3.1.2.10), a second
 * or two later at most. One timer for all: it counts seconds in which this program was awake.
 * @param tooSilent told once of each.
 */
export function createKeepAlive(tooSilent: (client: Client) => void) {
  const watched = new Map<Client, { heard: number; most: number }>()
  let now = 0
  const timer = setInterval(() => {
    now += 1
    for (const [client, { heard, most }] of watched) {
      if (now - heard <= most) continue
      watched.delete(client)
      tooSilent(client)
    }
  }, second).unref()

  return {
    /** @param seconds 0: it may be silent for ever. */
    agree(client: Client, seconds: number): void {
      if (seconds > 0) watched.set(client, { heard: now, most: Math.ceil(seconds * 1.5) })
    },
    heard(client: Client): void {
      const known = watched.get(client)
      if (known) known.heard = now
    },
    gone: (client: Client): boolean => watched.delete(client),
    stop: (): void => clearInterval(timer),
  }
}
export type KeepAlive = ReturnType<typeof createKeepAlive>
