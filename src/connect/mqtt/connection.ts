import type { Client } from 'aedes'
import { generate } from 'mqtt-packet'
import type { DeviceAddress } from '#contract/wire/topics.ts'

/** A device's own MQTT connection. */
export interface Connection {
  readonly device: DeviceAddress
  /** The sub-devices signed in through it, by address key; none but for a gateway (§5.4). */
  readonly subDevices: Map<string, DeviceAddress>
  /**
   * Hands one message to the connection at once, QoS 1, subscribed to or not (§5.5).
   * False where the connection has ended: then nothing was sent. It waits for no acknowledgement:
   * a peer that vanished without a word never gives one.
   */
  send(topic: string, payload: string | Uint8Array): boolean
  drop(): void
}

/** What may wait for a peer that takes nothing, in bytes; it is dropped then, before it takes the memory of all. */
const maxWaiting = 16 * 1024 * 1024

export function createConnection(client: Client, { productKey, deviceKey }: DeviceAddress): Connection {
  let messageId = 0
  return {
    device: { productKey, deviceKey },
    subDevices: new Map(),
    // Written past `client.publish`, which tells a packet that was written from one that was dropped by nothing.
    send(topic, payload) {
      if (client.closed || !client.conn.writable) return false
      if (client.conn.writableLength > maxWaiting) {
        client.close()
        return false
      }
      messageId = (messageId % 65_535) + 1
      const content = typeof payload === 'string' ? payload : Buffer.from(payload)
      client.conn.write(
        generate({ cmd: 'publish', topic, payload: content, qos: 1, messageId, dup: false, retain: false }),
      )
      return true
    },
    drop: () => client.close(),
  }
}
