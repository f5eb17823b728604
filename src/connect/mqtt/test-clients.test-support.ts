import mqtt, { type IClientOptions, type MqttClient } from 'mqtt'
import type { DeviceAddress } from '#contract/wire/topics.ts'
import { connectSdkDevice, type SdkDevice } from './sdk-device.test-support.ts'
import { sign } from './sign.ts'
import { secrets } from './start-test-broker.test-support.ts'

/** The connections of one test, to be ended together. */
export function createTestClients() {
  const ends: (() => Promise<unknown>)[] = []
  return {
    /** A device as the Node SDK makes it. */
    sdk(
      port: number,
      device: DeviceAddress,
      options: { secret?: string; secureMode?: 2 | 3; reconnectPeriod?: number } = {},
    ): SdkDevice {
      const client = connectSdkDevice({ port, device, secret: secrets.device, ...options })
      ends.push(() => client.end())
      return client
    },
    /** Any MQTT client. */
    raw(port: number, options: IClientOptions): MqttClient {
      const client = mqtt.connect({ host: '127.0.0.1', port, protocolVersion: 4, reconnectPeriod: 0, ...options })
      // Looked at by those tests that expect one; nobody else hears of a connection that was reset.
      client.on('error', () => {})
      ends.push(() => client.endAsync(true))
      return client
    },
    endAll: (): Promise<unknown> => Promise.all(ends.map((end) => end())),
  }
}

/** The CONNACK code: 0, or that of the refusal. */
export const connack = (client: MqttClient): Promise<number> =>
  new Promise((resolve) => {
    client.once('connect', () => resolve(0))
    client.once('error', (error) => resolve('code' in error ? Number(error.code) : -1))
  })

export const timestamp = '1700000000000'

/** CONNECT of the demo device (M1, §5.6), with a client id of one's own. */
export const demoConnect = (clientId: string, more: Partial<IClientOptions> = {}): IClientOptions => ({
  clientId: `${clientId}|securemode=2,signmethod=sha256,timestamp=${timestamp}|`,
  username: 'dkDemo01&pkDemo01',
  password: sign(`clientId${clientId}deviceKeydkDemo01productKeypkDemo01timestamp${timestamp}dsSecretDemo`),
  ...more,
})
