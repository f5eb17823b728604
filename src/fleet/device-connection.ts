import { connect, type MqttClient } from 'mqtt'
import type { Link } from './simulated-device.ts'

/** Client id, user name and password as `login` makes them. */
interface Credentials {
  clientId: string
  username: string
  password: string
}

interface ConnectionEvents {
  online(): void
  offline(): void
  message(topic: string, payload: Buffer): void
  /** The broker refused the credentials, with the code of CONNACK. Answer: what to try next time. */
  refused(code: number): Credentials
}

/** Milliseconds until a device that lost its connection connects again, and until one that was refused asks again. */
export interface Retry {
  lost: number
  refused: number
}

/** §5.5 says 3 s for both; who was refused is refused again, as a rule, and need not fill the log. */
export const usualRetry: Retry = { lost: 3000, refused: 30_000 }

/** One MQTT connection (§5.5): 3.1.1, clean session, keep-alive 60 s, back with the same client id. */
export interface DeviceConnection extends Link {
  open(): void
  /** Leaves at once, as a device that loses power; {@link open} returns. */
  close(): Promise<void>
  /** What to sign in with from the next connection on. */
  signInWith(credentials: Credentials): void
  subscribe(topic: string): Promise<void>
}

export function createDeviceConnection(
  url: string,
  first: Credentials,
  retry: Retry,
  events: ConnectionEvents,
): DeviceConnection {
  let credentials = first
  let client: MqttClient | undefined

  const signInWith = (next: Credentials): void => {
    credentials = next
    Object.assign(client?.options ?? {}, next)
  }

  const openClient = (): MqttClient => {
    const opened = connect(url, {
      ...credentials,
      protocolVersion: 4,
      clean: true,
      keepalive: 60,
      connectTimeout: 30_000,
      reconnectPeriod: retry.lost,
      // Who was refused asks again: it may have been enabled meanwhile.
      reconnectOnConnackError: true,
      // What a device could not say while offline is lost, not said later.
      queueQoSZero: false,
      resubscribe: false,
    })
    opened.on('connect', () => {
      opened.options.reconnectPeriod = retry.lost
      events.online()
    })
    opened.on('close', events.offline)
    opened.on('message', (topic, payload) => events.message(topic, payload))
    opened.on('error', (error) => {
      if (!('code' in error) || typeof error.code !== 'number') return
      const before = credentials
      signInWith(events.refused(error.code))
      opened.options.reconnectPeriod = credentials.password === before.password ? retry.refused : retry.lost
    })
    return opened
  }

  return {
    open() {
      client ??= openClient()
    },
    async close() {
      const closing = client
      client = undefined
      await closing?.endAsync(true)
    },
    publish({ topic, payload, qos }) {
      if (client?.connected) client.publish(topic, payload, { qos }, () => {})
    },
    drop() {
      client?.stream.destroy()
    },
    signInWith,
    async subscribe(topic) {
      await client?.subscribeAsync(topic, { qos: 1 })
    },
  }
}
