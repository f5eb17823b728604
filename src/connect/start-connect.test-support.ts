import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mqtt, { type MqttClient } from 'mqtt'
import { type ExactJson, parseExact, stringifyExact } from '#contract/value/exact.ts'
import { deviceSignText, writeClientId, writeUsername } from '#contract/wire/credentials.ts'
import { methods, replyTopic, topics } from '#contract/wire/topics.ts'
import type { ConnectConfig } from './config.ts'
import { readFleet, smallFleet } from './fleet-file/small-fleet.test-support.ts'
import { sha256 } from './http/proof.ts'
import { type Connect, startConnect } from './start-connect.ts'

export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'setpoint-'))

/** The embedded EnOS with the small fleet, on free ports. */
export const startSmall = (
  dataDir = temporaryFolder(),
  fleet: unknown = smallFleet(),
  change: Partial<ConnectConfig> = {},
): Promise<Connect> =>
  startConnect(
    {
      ...{ host: '127.0.0.1', port: 0, mqttHost: '127.0.0.1', mqttPort: 0, dataDir },
      ...{ logLevel: 'error', metricsToken: null, version: 'test' },
      ...change,
    },
    { fleet: readFleet(fleet) },
  )

/** A simulated heater. */
export interface Heater {
  client: MqttClient
  /** The set requests as they came. */
  received: ExactJson[]
  /** Answers the last set request. */
  reply(code: number): Promise<unknown>
  report(measurepoints: object, time?: number): Promise<unknown>
}

/** A heater on MQTT that answers every set with `code`, or not by itself where it is null. */
export async function connectHeater(mqttUrl: string, { code = 200 as number | null } = {}): Promise<Heater> {
  const device = { productKey: 'pkHeater', deviceKey: 'dk1' }
  const fields = { clientId: device.deviceKey, timestamp: '1700000000000' }
  const client = mqtt.connect(mqttUrl, {
    clientId: writeClientId({ ...fields, secureMode: 2, signMethod: 'sha256' }),
    username: writeUsername(device),
    password: sha256(deviceSignText({ ...fields, ...device }, 'ds1')).toUpperCase(),
    reconnectPeriod: 0,
  })
  // A program that is killed resets the connection.
  client.on('error', () => undefined)
  const received: ExactJson[] = []
  const reply = (answer: number): Promise<unknown> => {
    const { id } = Object(received.at(-1))
    return client.publishAsync(replyTopic(topics.set(device)), stringifyExact({ id, code: answer, data: {} }))
  }
  client.on('message', (topic, payload) => {
    if (topic !== topics.set(device)) return
    received.push(parseExact(payload.toString()))
    if (code !== null) void reply(code)
  })
  // What waits for the device may come in the same read as CONNACK, before a promise of it could be followed.
  await new Promise((resolve, reject) => client.once('connect', resolve).once('error', reject))
  // CONNACK leaves a moment before the device counts as online; what comes after it is looked at when it does.
  await client.subscribeAsync(topics.set(device))
  return {
    client,
    received,
    reply,
    report: (measurepoints, time) =>
      client.publishAsync(
        topics.post(device),
        stringifyExact({ id: '1', version: '1.0', params: { measurepoints, time }, method: methods.post }),
        { qos: 1 },
      ),
  }
}
