import fc from 'fast-check'
import { generate, type Packet } from 'mqtt-packet'
import { sha256 } from '../../src/connect/http/proof.ts'
import { deviceSignText, writeClientId, writeUsername } from '../../src/contract/wire/credentials.ts'
import { replyTopic, topics } from '../../src/contract/wire/topics.ts'
import { mutated } from './mutated.ts'
import type { Programs } from './programs.ts'

type Device = Programs['fleet']['devices'][number]

/** CONNECT of a device with its own secret (§5.1). */
export function connectPacket(device: Device, secret = device.deviceSecret): Buffer {
  const { productKey, deviceKey } = device
  const fields = { clientId: deviceKey, timestamp: '1700000000000' }
  return generate({
    cmd: 'connect',
    protocolId: 'MQTT',
    protocolVersion: 4,
    clean: true,
    keepalive: 30,
    clientId: writeClientId({ ...fields, secureMode: 2, signMethod: 'sha256' }),
    username: writeUsername({ productKey, deviceKey }),
    password: Buffer.from(sha256(deviceSignText({ ...fields, productKey, deviceKey }, secret)).toUpperCase()),
  })
}

const publish = (topic: string, payload: string, messageId = 7): Packet => ({
  cmd: 'publish',
  topic,
  payload,
  qos: 1,
  dup: false,
  retain: false,
  messageId,
})

const payloads = [
  '',
  'null',
  '[]',
  '{}',
  '{',
  '"x"',
  '{"id":1}',
  '{"id":"2500000000000000001","code":200,"data":{}}',
  '{"id":"2500000000000000001","code":"200"}',
  '{"id":{"$ne":1},"code":1e400}',
  '{"id":"1","method":"thing.measurepoint.post","params":{"measurepoints":{"no.such.point":1},"time":-1}}',
  '{"id":"1","method":"thing.measurepoint.post","params":{"measurepoints":[],"time":"now"}}',
  '{"id":"1","params":{"measurepoints":{"__proto__":{"polluted":1}}}}',
  `{"id":"1","params":${'['.repeat(20_000)}`,
  `{"id":"${'9'.repeat(30_000)}","params":{}}`,
  '{"id":"1","params":[{"productKey":"x","deviceKey":"y","sign":"","timestamp":0}]}',
]

/** Packets that a device sends after it signed in, none of which the broker should take. */
function packetsOf(device: Device, other: Device): Buffer[] {
  const foreign = [topics.post(other), replyTopic(topics.set(other)), topics.login(other)]
  const own = [topics.post, topics.postBatch, topics.upRaw, topics.topoAdd, topics.loginBatch, topics.logout]
  const named = [
    ...own.map((topic) => topic(device)),
    replyTopic(topics.set(device)),
    ...foreign,
    '/sys/x',
    '$SYS/x',
    'a/b',
  ]
  const published = named.flatMap((topic) => payloads.map((payload) => generate(publish(topic, payload))))
  const subscribed = ['#', '+/+/+', '$SYS/#', topics.set(other), '$share/g/#', '/'].map((topic) =>
    generate({ cmd: 'subscribe', messageId: 3, subscriptions: [{ topic, qos: 2 }] }),
  )
  const small: Packet[] = [{ cmd: 'pingreq' }, { cmd: 'puback', messageId: 9 }, { cmd: 'pubrel', messageId: 9 }]
  return [...published, ...subscribed, ...small.map((packet) => generate(packet))]
}

/**
 * What a hostile device puts on its connection: nonsense for a CONNECT, a CONNECT with a wrong secret, or, properly
 * signed in, several packets that are foreign, malformed or spoilt.
 */
export function badMqtt({ fleet }: Programs): fc.Arbitrary<Uint8Array> {
  const [device, other] = fleet.devices
  if (!device || !other) throw new Error('the fleet needs two devices')
  const packets = packetsOf(device, other)
  const hello = connectPacket(device)
  const after = fc
    .array(
      fc.oneof({ weight: 2, arbitrary: mutated(packets) }, { weight: 1, arbitrary: fc.constantFrom(...packets) }),
      {
        minLength: 1,
        maxLength: 6,
      },
    )
    .map((parts) => Uint8Array.from(Buffer.concat([hello, ...parts])))
  return fc.oneof(
    { weight: 3, arbitrary: mutated([hello, connectPacket(device, 'wrong')]) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
    { weight: 6, arbitrary: after },
  )
}
