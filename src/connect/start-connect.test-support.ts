import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mqtt, { type MqttClient } from 'mqtt'
import { type ExactJson, parseExact, stringifyExact } from '#contract/value/exact.ts'
import { deviceSignText, writeClientId, writeUsername } from '#contract/wire/credentials.ts'
import { replyTopic, topics } from '#contract/wire/topics.ts'
import { readFleet, smallFleet } from './fleet-file/small-fleet.test-support.ts'
import { sha256 } from './http/proof.ts'
import { type Connect, startConnect } from './start-connect.ts'

export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'setpoint-'))

/** The embedded EnOS with the small fleet, on free ports. */
export const startSmall = (dataDir = temporaryFolder(), fleet: unknown = smallFleet()): Promise<Connect> =>
  startConnect({ host: '127.0.0.1', port: 0, mqttHost: '127.0.0.1', mqttPort: 0, dataDir }, { fleet: readFleet(fleet) })

/** A heater on MQTT that answers every set with `code`, or never where it is null. */
export async function connectHeater(
  mqttUrl: string,
  { deviceKey = 'dk1', deviceSecret = 'ds1', code = 200 as number | null } = {},
): Promise<{
  client: MqttClient
  received: ExactJson[]
  report(measurepoints: object, time?: number): Promise<unknown>
}> {
  const device = { productKey: 'pkHeater', deviceKey }
  const fields = { clientId: deviceKey, timestamp: '1700000000000' }
  const client = await mqtt.connectAsync(mqttUrl, {
    clientId: writeClientId({ ...fields, secureMode: 2, signMethod: 'sha256' }),
    username: writeUsername(device),
    password: sha256(deviceSignText({ ...fields, ...device }, deviceSecret)).toUpperCase(),
    reconnectPeriod: 0,
  })
  const received: ExactJson[] = []
  client.on('message', (topic, payload) => {
    if (topic !== topics.set(device)) return
    const request = parseExact(payload.toString())
    received.push(request)
    const { id } = Object(request)
    if (code !== null) client.publish(replyTopic(topic), stringifyExact({ id, code, data: {} }))
  })
  return {
    client,
    received,
    report: (measurepoints, time) =>
      client.publishAsync(
        topics.post(device),
        stringifyExact({ id: '1', version: '1.0', params: { measurepoints, time }, method: 'thing.measurepoint.post' }),
        { qos: 1 },
      ),
  }
}
