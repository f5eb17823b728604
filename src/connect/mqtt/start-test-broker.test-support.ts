import { thingModelSchema } from '#contract/enos/thing-model.ts'
import { type ExactJson, parseExact } from '#contract/value/exact.ts'
import type { WireReply } from '#contract/wire/payloads.ts'
import type { DeviceAddress } from '#contract/wire/topics.ts'
import { createCodec } from '../codec/quickjs-codec.ts'
import type { StoredCommand } from '../commands/ports.ts'
import { createMemoryDirectory } from './memory-directory.test-support.ts'
import type { KnownDevice, KnownProduct } from './ports.ts'
import { type Broker, startBroker } from './start-broker.ts'

const point = (identifier: string, dataType: string, more: object = {}) => ({
  identifier,
  dataType,
  name: { defaultValue: identifier },
  ...more,
})

/** What may be set: 0, 5, 10 … 100. */
const limits = { minimum: parseExact('0'), maximum: parseExact('100'), step: parseExact('5') }

const model = thingModelSchema.parse({
  modelId: 'demo',
  name: { defaultValue: 'Demo' },
  measurepoints: {
    temp: point('temp', 'DOUBLE', { maximum: parseExact('30') }),
    share: point('share', 'INT', limits),
    band: point('band', 'STRUCT', {
      dataDefinition: { items: [point('low', 'DOUBLE', limits), point('high', 'INT', { required: true })] },
    }),
    manual: point('manual', 'FILE'),
    level: point('level', 'INT', { hasQuality: true }),
    mode: point('mode', 'ENUM', { dataDefinition: { enumType: 'STRING', enumDesc: { eco: {}, full: {} } } }),
    curve: point('curve', 'ARRAY', { dataDefinition: { itemType: 'INT' } }),
  },
})

/** Two digits of the commandId, then the value of the only point; the same backwards for replies and reports. */
const script = `
  function jsonStrToRawData(jsonStr) {
    var request = JSON.parse(jsonStr), value = request.params.level
    if (value === undefined) throw new Error('only level can be set')
    return [Number(request.id.slice(-2)), value]
  }
  function rawDataToJsonStr(rawData) {
    if (rawData.length < 2) throw new Error('too short')
    if (rawData[0] === 255) return JSON.stringify({ id: '1', params: { measurepoints: { level: rawData[1] } } })
    return JSON.stringify({ id: 'command ' + rawData[0], code: rawData[1], data: {} })
  }
`

const product = (productKey: string, more: Partial<KnownProduct> = {}): KnownProduct => ({
  productKey,
  productSecret: 'psSecretDemo',
  dynamicActivation: true,
  dataFormat: 'Json',
  script: null,
  ...more,
})

const device = (address: DeviceAddress, deviceSecret: string, more: Partial<KnownDevice> = {}): KnownDevice => ({
  ...address,
  deviceSecret,
  assetId: `asset-${address.deviceKey}`,
  productType: 'Device',
  dataFormat: 'Json',
  status: 'inactive',
  ...more,
})

export const addresses = {
  /** The device of vectors M1 to M4 (§5.6). */
  demo: { productKey: 'pkDemo01', deviceKey: 'dkDemo01' },
  other: { productKey: 'pkDemo01', deviceKey: 'dkOther' },
  disabled: { productKey: 'pkDemo01', deviceKey: 'dkDisabled' },
  /** Of a product without dynamic activation. */
  static: { productKey: 'pkStatic', deviceKey: 'dkStatic' },
  bytes: { productKey: 'pkBytes', deviceKey: 'dkBytes' },
  /** Gateway and sub-device of vectors M5 to M7. */
  gateway: { productKey: 'gwPk01', deviceKey: 'gwDk01' },
  gateway2: { productKey: 'gwPk01', deviceKey: 'gwDk02' },
  sub: { productKey: 'subPk01', deviceKey: 'subDk01' },
  sub2: { productKey: 'subPk01', deviceKey: 'subDk02' },
  subDisabled: { productKey: 'subPk01', deviceKey: 'subDisabled' },
} as const satisfies Record<string, DeviceAddress>

export const many = Array.from({ length: 201 }, (_, at) => ({ productKey: 'subPk01', deviceKey: `many${at}` }))

export const secrets = { device: 'dsSecretDemo', product: 'psSecretDemo', sub: 'subSecretDemo', gateway: 'gwSecret' }

/** A command to `point`, as it is stored just before it is sent. */
export const command = (
  to: DeviceAddress,
  commandId: string,
  measurepointId: string,
  value: string,
): StoredCommand => ({
  productKey: to.productKey,
  deviceKey: to.deviceKey,
  commandId,
  orgId: 'o1',
  assetId: `asset-${to.deviceKey}`,
  measurepointId,
  commandName: { defaultValue: measurepointId, i18nValue: {} },
  value: parseExact(value),
  createTime: Date.now(),
  timeout: 30,
  pendingTtl: 0,
  state: 4,
  sentTime: Date.now(),
  endTime: null,
  resultCode: null,
  resultMsg: null,
})

export interface Reply {
  device: string
  id: ExactJson
  code: number | null
}

/** The real broker on a free port, over a directory in memory. `whenOnline` is called where queued commands would be sent. */
export async function startTestBroker(whenOnline: (broker: Broker, device: DeviceAddress) => void = () => {}) {
  /** Who came and went, in the order in which the registry and the commands heard of it. */
  const happened: string[] = []
  const replies: Reply[] = []
  const tell = (what: string, { deviceKey }: DeviceAddress) => {
    happened.push(`${what} ${deviceKey}`)
  }
  const directory = createMemoryDirectory(
    [
      product('pkDemo01'),
      product('pkStatic', { dynamicActivation: false }),
      product('pkBytes', { dataFormat: 'Custom', script }),
      product('gwPk01'),
      product('subPk01'),
    ],
    [
      device(addresses.demo, secrets.device),
      device(addresses.other, secrets.device),
      device(addresses.disabled, secrets.device, { status: 'disabled' }),
      device(addresses.static, secrets.device),
      device(addresses.bytes, secrets.device, { dataFormat: 'Custom' }),
      device(addresses.gateway, secrets.gateway, { productType: 'Gateway' }),
      device(addresses.gateway2, secrets.gateway, { productType: 'Gateway' }),
      device(addresses.sub, secrets.sub),
      device(addresses.sub2, secrets.sub),
      device(addresses.subDisabled, secrets.sub, { status: 'disabled' }),
      ...many.map((address) => device(address, secrets.sub)),
    ],
    model,
    tell,
  )
  const events = {
    online: (address: DeviceAddress) => {
      tell('online', address)
      whenOnline(broker, address)
    },
    offline: (address: DeviceAddress) => tell('offline', address),
    reply: ({ deviceKey }: DeviceAddress, { id, code }: WireReply) => {
      replies.push({ device: deviceKey, id, code })
    },
  }
  const codec = createCodec()
  const broker: Broker = await startBroker({ host: '127.0.0.1', port: 0, directory, events, codec })

  return {
    ...broker,
    directory,
    happened,
    replies,
    /** Encodes and publishes, as the dispatcher does. */
    async set(to: DeviceAddress, commandId: string, measurepointId: string, value: string): Promise<boolean> {
      const encoded = await broker.channel.encode(command(to, commandId, measurepointId, value))
      return broker.channel.publish(to, encoded)
    },
    async stop(): Promise<void> {
      await broker.stop()
      await codec.stop()
    },
  }
}
export type TestBroker = Awaited<ReturnType<typeof startTestBroker>>
