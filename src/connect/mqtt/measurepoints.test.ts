import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { stringifyExact } from '#contract/value/exact.ts'
import { methods, replyTopic, topics } from '#contract/wire/topics.ts'
import { soon } from '../soon.test-support.ts'
import { connectSdkDevice, type SdkDevice } from './sdk-device.test-support.ts'
import { addresses, secrets, startTestBroker, type TestBroker } from './start-test-broker.test-support.ts'

const { demo, other } = addresses

let broker: TestBroker
let device: SdkDevice
beforeEach(async () => {
  broker = await startTestBroker()
  device = connectSdkDevice({ port: broker.port, device: demo, secret: secrets.device })
  await device.connected
})
afterEach(async () => {
  await device.end()
  await broker.stop()
})

/** Publishes text as it stands, and reads the text of the answer. */
async function exchange(topic: string, payload: string | Buffer): Promise<string> {
  const before = device.arrived.length
  await device.client.publishAsync(topic, payload, { qos: 1 })
  await soon(() => expect(device.arrived.length).toBe(before + 1))
  const answer = device.arrived[before]
  expect(answer?.topic).toBe(replyTopic(topic))
  return String(answer?.payload)
}
const code = async (topic: string, payload: string | Buffer): Promise<number> =>
  JSON.parse(await exchange(topic, payload)).code

const batch = (params: unknown, more: object = {}) =>
  JSON.stringify({ id: '1', version: '1.0', method: methods.postBatch, params, ...more })

describe('a report (§5.3)', () => {
  it('is kept with the digits and the time that it came with', async () => {
    await exchange(topics.post(demo), '{"id":"1","params":{"measurepoints":{"temp":21.50},"time":1700000000000}}')
    expect(stringifyExact(broker.directory.reports)).toBe(
      '[{"device":{"productKey":"pkDemo01","deviceKey":"dkDemo01"},' +
        '"values":[{"id":"temp","time":1700000000000,"value":21.50,"quality":null}]}]',
    )
  })

  it('without a time is of now', async () => {
    const before = Date.now()
    await device.post({ temp: 1 })
    const [{ time = 0 } = {}] = broker.directory.reports[0]?.values ?? []
    expect(time).toBeGreaterThanOrEqual(before)
    expect(time).toBeLessThanOrEqual(Date.now())
  })

  it('carries quality only for points that have it', async () => {
    expect((await device.post({ level: { value: 3, quality: 9 } })).code).toBe(200)
    expect((await device.post({ level: 4 })).code).toBe(200)
    expect((await device.post({ temp: { value: 3, quality: 0 } })).code).toBe(1204)
    expect((await device.post({ level: { value: 3, quality: 10 } })).code).toBe(1204)
    expect((await device.post({ level: { value: 3, quality: 'good' } })).code).toBe(1204)
    const values = broker.directory.reports.flatMap((report) => report.values)
    expect(stringifyExact(values.map(({ value, quality }) => [value, quality]))).toBe('[[3,9],[4,null]]')
  })

  it.each([
    ['a point that the model has not', { humidity: 1 }],
    ['a name that every object has', { constructor: 1 }],
    ['a value of another type', { temp: 'warm' }],
    ['an unknown key', { mode: 'turbo' }],
    ['a wrong element', { curve: [1, 'two'] }],
    ['one bad value among good ones', { temp: 1, level: 1.5 }],
  ])('with %s is answered 1204, and nothing of it is kept', async (_, measurepoints) => {
    const { code, message } = await device.post(measurepoints)
    expect(code).toBe(1204)
    expect(message).toContain(Object.keys(measurepoints).at(-1))
    expect(broker.directory.reports).toEqual([])
  })

  it('beyond the limits for setting is kept all the same: it is what the device measures', async () => {
    const beyond = { temp: 99, share: -3, band: { low: 100.01, high: 7 }, manual: 'file://7' }
    expect((await device.post(beyond)).code).toBe(200)
    expect(broker.directory.reports[0]?.values.map(({ id }) => id)).toEqual(Object.keys(beyond))
    expect((await device.post({ share: 104 })).code).toBe(200)
  })

  it.each([
    ['beyond the limits of the type itself', { share: 2_147_483_648 }],
    ['with a member beyond them', { band: { low: 1, high: 2_147_483_648 } }],
    ['without a member that must be there', { band: { low: 1 } }],
  ])('%s is answered 1204', async (_, measurepoints) => {
    expect((await device.post(measurepoints)).code).toBe(1204)
    expect(broker.directory.reports).toEqual([])
  })

  it.each([
    ['old data', topics.resume(demo), methods.resume, { measurepoints: { temp: 1 }, time: 1600000000000 }],
    [
      'a batch of old data',
      topics.resumeBatch(demo),
      methods.resumeBatch,
      [{ measurepoints: { temp: 1 }, time: 1600000000000 }],
    ],
  ] as const)('of %s keeps its old time', async (_, topic, method, params) => {
    expect((await device.request(topic, method, params)).code).toBe(200)
    expect(broker.directory.reports[0]?.values[0]?.time).toBe(1_600_000_000_000)
  })
})

describe('the answer to an upstream request (§5.3, §5.5)', () => {
  it.each(['"1"', '"00017"', '1', '12345678901234567890', '"ä"', '""'])('echoes the id %s as it came', async (id) => {
    const answer = await exchange(topics.post(demo), `{"id":${id},"params":{"measurepoints":{}}}`)
    expect(answer).toBe(`{"id":${id},"code":200,"data":{}}`)
  })

  it.each([
    ['broken JSON', 1220, topics.post(demo), '{"id":"1",'],
    ['JSON that is no request', 1220, topics.post(demo), '[1]'],
    ['an empty payload', 1251, topics.post(demo), ''],
    ['the method of another topic', 1260, topics.post(demo), '{"id":"1","method":"thing.topo.get","params":{}}'],
    ['no measurepoints', 1206, topics.post(demo), '{"id":"1","params":{}}'],
    ['params of another kind', 1206, topics.post(demo), '{"id":"1","params":5}'],
    ['a time that is none', 1206, topics.post(demo), '{"id":"1","params":{"measurepoints":{},"time":"noon"}}'],
    ['a batch that is no list', 1206, topics.postBatch(demo), '{"id":"1","params":{"measurepoints":{}}}'],
    ['too many bytes', 1008, topics.post(demo), `{"id":"1","params":"${'x'.repeat(512 * 1024)}"}`],
  ])('to %s is %i', async (_, expected, topic, payload) => {
    const answer = JSON.parse(await exchange(topic, payload))
    expect(answer).toMatchObject({ code: expected, data: {}, message: expect.any(String) })
    if (expected !== 1220 && expected !== 1251) expect(answer.id).toBe('1')
    expect(broker.directory.reports).toEqual([])
  })

  it('takes any version, and a request without method', async () => {
    expect(await code(topics.post(demo), '{"id":"1","version":"1.1","params":{"measurepoints":{"temp":1}}}')).toBe(200)
  })
})

describe('a batch (§5.3)', () => {
  it('reports the same point at several times', async () => {
    const params = [1, 2].map((at) => ({ measurepoints: { temp: at }, time: 1_700_000_000_000 + at }))
    expect(await code(topics.postBatch(demo), batch(params))).toBe(200)
    expect(broker.directory.reports.map(({ values }) => values[0]?.time)).toEqual([1700000000001, 1700000000002])
  })

  it('is rejected as a whole for one entry that does not fit', async () => {
    const params = [{ measurepoints: { temp: 1 } }, { measurepoints: { level: 1.5 } }]
    expect(await code(topics.postBatch(demo), batch(params))).toBe(1204)
    expect(broker.directory.reports).toEqual([])
  })

  it('leaves out what does not fit where it says so', async () => {
    const params = [{ measurepoints: { temp: 1, level: 1.5 } }, { measurepoints: { nothing: 1 } }]
    expect(await code(topics.postBatch(demo), batch(params, { skipInvalidMeasurepoints: true }))).toBe(200)
    expect(broker.directory.reports.flatMap(({ values }) => values.map(({ id }) => id))).toEqual(['temp'])
  })

  it('does not speak for devices that are not behind it, whatever it says', async () => {
    const params = [{ ...other, measurepoints: { temp: 1 } }]
    const more = { allowOfflineSubDevice: true, skipInvalidMeasurepoints: true }
    expect(await code(topics.postBatch(demo), batch(params))).toBe(1212)
    expect(await code(topics.postBatch(demo), batch(params, more))).toBe(1212)
    expect(broker.directory.reports).toEqual([])
  })
})
