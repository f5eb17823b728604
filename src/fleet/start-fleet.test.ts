import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { parseExact } from '#contract/value/exact.ts'
import { replyTopic, topics } from '#contract/wire/topics.ts'
import { startTestBroker, type TestBroker } from './plain-broker.test-support.ts'
import { type Fleet, startFleet } from './start-fleet.ts'

const pump = { productKey: 'pk1', deviceKey: 'pump' }

const point = (identifier: string, dataType: string, more = '') =>
  `"${identifier}": {"identifier":"${identifier}","name":"${identifier}","dataType":"${dataType}"${more}}`

/** A fleet of one pump that behaves as `simulate` says. */
const fleetOf = (simulate: string) =>
  parseExact(`{
    "thingModels": [{"modelId":"pump","name":"Pump","measurepoints":{
      ${point('speed', 'DOUBLE')}, ${point('flow', 'DOUBLE', ',"hasQuality":true')}, ${point('plan', 'STRUCT')}
    }}],
    "products": [{"productKey":"pk1","modelId":"pump"}],
    "devices": [{"productKey":"pk1","deviceKey":"pump","deviceSecret":"s1","deviceName":"Pump","simulate":${simulate}}]
  }`)

let broker: TestBroker
let fleet: Fleet | undefined
beforeEach(async () => {
  broker = await startTestBroker()
})
afterEach(async () => {
  await fleet?.stop()
  await broker.stop()
})

const run = async (simulate: string) => {
  fleet = await startFleet({ fleet: fleetOf(simulate), mqttUrl: broker.url })
  await vi.waitFor(() => expect(broker.heard.length).toBeGreaterThan(0), 10_000)
}
const replies = () => broker.heard.filter(({ topic }) => topic === replyTopic(topics.set(pump)))
const reports = () => broker.heard.filter(({ topic }) => topic === topics.post(pump))
const soon = (check: () => void) => vi.waitFor(check, { timeout: 10_000, interval: 10 })

describe('a simulated device', () => {
  it('signs in as the Node SDK does, and subscribes to nothing', async () => {
    await run('{"values":{"speed":1.0}}')
    const [login] = broker.logins
    expect(login?.clientId).toMatch(/^pump\|securemode=2,signmethod=sha256,timestamp=\d+\|$/)
    expect(login).toMatchObject({ username: 'pump&pk1', cleanSession: true, keepalive: 60 })
    expect(login?.password).toMatch(/^[0-9A-F]{64}$/)
    expect(broker.subscriptions).toEqual([])
  })

  it('reports every value with the digits of the file, with quality where the point has it', async () => {
    await run('{"values":{"speed":1480.50,"flow":12.0},"quality":{"flow":3}}')
    expect(reports()[0]?.text).toMatch(
      /^\{"id":"1","version":"1.0","method":"thing.measurepoint.post","params":\{"measurepoints":\{"speed":1480.50,"flow":\{"value":12.0,"quality":3\}\},"time":\d+\}\}$/,
    )
    expect(reports()[0]?.qos).toBe(0)
  })

  it('answers a set at QoS 0 with the very id, and reports the very digits', async () => {
    await run('{"values":{"speed":1}}')
    await broker.set(pump, '2500000000000000002', '{"speed":1234567890.123456789000}')
    await soon(() => expect(reports()).toHaveLength(2))
    expect(replies()).toMatchObject([
      { text: '{"id":"2500000000000000002","code":200,"data":{}}', qos: 0, retain: false },
    ])
    expect(reports()[1]?.text).toContain('"measurepoints":{"speed":1234567890.123456789000}')
  })

  it('refuses with its own code and message, and does not act', async () => {
    await run('{"values":{"speed":1},"answer":{"code":2041,"message":"valve jammed"}}')
    await broker.set(pump, '2500000000000000003', '{"speed":2}')
    await soon(() => expect(replies()).toHaveLength(1))
    expect(replies()[0]?.text).toBe('{"id":"2500000000000000003","code":2041,"data":{},"message":"valve jammed"}')
    expect(reports()).toHaveLength(1)
  })

  it('acts without a word where it is told to', async () => {
    await run('{"values":{"speed":1},"answer":{"never":true,"actsAnyway":true}}')
    await broker.set(pump, '2500000000000000004', '{"speed":2.50}')
    await soon(() => expect(reports()).toHaveLength(2))
    expect(reports()[1]?.text).toContain('"speed":2.50')
    expect(replies()).toEqual([])
  })

  it('stays silent and still where it never answers, and goes on hearing commands', async () => {
    await run('{"values":{"speed":1},"answer":{"never":true},"answers":{"flow":{}}}')
    await broker.set(pump, '2500000000000000005', '{"speed":2}')
    await broker.set(pump, '2500000000000000006', '{"flow":3}')
    await soon(() => expect(replies()).toHaveLength(1))
    expect(replies()[0]?.text).toContain('2500000000000000006')
    expect(reports().some(({ text }) => text.includes('"speed":2'))).toBe(false)
  })

  it('answers late, and acts only then', async () => {
    await run('{"values":{"speed":1},"answer":{"after":0.2}}')
    const told = Date.now()
    await broker.set(pump, '2500000000000000007', '{"speed":2}')
    await soon(() => expect(reports()).toHaveLength(2))
    expect(Date.now() - told).toBeGreaterThanOrEqual(190)
    expect(replies()).toHaveLength(1)
  })

  it('answers twice, or to a command that nobody sent', async () => {
    await run('{"values":{"speed":1,"flow":1},"answers":{"speed":{"twice":true},"flow":{"wrongId":true}}}')
    await broker.set(pump, '2500000000000000008', '{"speed":2}')
    await broker.set(pump, '2500000000000000009', '{"flow":2}')
    await soon(() => expect(replies()).toHaveLength(3))
    const ids = replies().map(({ text }) => /"id":"(\d+)"/.exec(text)?.[1])
    expect(ids).toEqual(['2500000000000000008', '2500000000000000008', '9999999999999999999'])
  })

  it('clamps to its own limits, confirms, and reports the limit in its own digits', async () => {
    await run('{"values":{"speed":1},"clamp":{"speed":{"minimum":0.0,"maximum":50.0}}}')
    await broker.set(pump, '2500000000000000010', '{"speed":50.01}')
    await soon(() => expect(reports()).toHaveLength(2))
    expect(reports()[1]?.text).toContain('"speed":50.0}')
    expect(replies()[0]?.text).toContain('"code":200')
  })

  it('lets a measured point follow the one that was set', async () => {
    await run('{"values":{"speed":1,"flow":9.00},"follow":{"flow":{"point":"speed","after":0.05,"atMost":true}}}')
    await broker.set(pump, '2500000000000000011', '{"speed":4.5}')
    await soon(() => expect(reports()).toHaveLength(3))
    expect(reports()[2]?.text).toContain('"flow":{"value":4.5,"quality":0}')
    await broker.set(pump, '2500000000000000012', '{"speed":12}')
    await soon(() => expect(reports()).toHaveLength(5))
    expect(reports()[4]?.text).toContain('"flow":{"value":9.00,"quality":0}')
  })

  it('keeps a point that follows as its ceiling below it while it wanders', async () => {
    const follow = '{"flow":{"point":"speed","after":0,"atMost":true}}'
    await run(`{"reportEvery":0.02,"values":{"speed":9.0,"flow":9.00},"drift":{"flow":5},"follow":${follow}}`)
    await broker.set(pump, '2500000000000000016', '{"speed":4.0}')
    const flows = () => reports().flatMap(({ text }) => /"flow":\{"value":([\d.]+)/.exec(text)?.[1] ?? [])
    await soon(() => expect(flows()).toContain('4.0'))
    const start = flows().indexOf('4.0')
    await soon(() => expect(flows().length).toBeGreaterThan(start + 15))
    expect(
      flows()
        .slice(start)
        .filter((flow) => Number(flow) > 4),
    ).toEqual([])
  })

  it('lets measured points wander and count, with the decimals of the file', async () => {
    await run('{"reportEvery":0.02,"values":{"speed":50.00,"flow":7.5},"drift":{"speed":2},"rise":{"flow":0.1}}')
    await soon(() => expect(reports().length).toBeGreaterThan(10))
    const moved = reports()
      .slice(1)
      .map(({ text }) => text)
    expect(moved.some((text) => text.includes('"value":8.0,'))).toBe(true)
    for (const text of moved) {
      const speed = /"speed":([\d.]+)/.exec(text)?.[1]
      if (speed === undefined) continue
      expect(speed).toMatch(/^\d+\.\d\d$/)
      expect(Math.abs(Number(speed) - 50)).toBeLessThanOrEqual(2)
    }
  })

  it('refuses a point it does not have', async () => {
    await run('{"values":{"speed":1}}')
    await broker.set(pump, '2500000000000000013', '{"colour":"red"}')
    await soon(() => expect(replies()).toHaveLength(1))
    expect(replies()[0]?.text).toContain('"code":2004')
    expect(reports()).toHaveLength(1)
  })

  it('ignores what is no set command', async () => {
    await run('{"values":{"speed":1}}')
    for (const payload of ['', 'no json', 'null', '[]', '{"id":"1","params":7}', '{"id":"2","params":[1]}']) {
      await broker.push(pump, topics.set(pump), payload)
    }
    await broker.set(pump, '2500000000000000014', '{"speed":2}')
    await soon(() => expect(replies()).toHaveLength(1))
    expect(replies()[0]?.text).toContain('2500000000000000014')
  })

  it('echoes an id that is a number as that number', async () => {
    await run('{"values":{"speed":1}}')
    await broker.push(pump, topics.set(pump), '{"id":12345678901234567890,"params":{"speed":2}}')
    await soon(() => expect(replies()).toHaveLength(1))
    expect(replies()[0]?.text).toBe('{"id":12345678901234567890,"code":200,"data":{}}')
  })

  it('comes back with the same client id after its connection was lost', async () => {
    await run('{"values":{"speed":1}}')
    broker.disconnect(pump)
    await soon(() => expect(broker.logins).toHaveLength(2))
    expect(broker.logins[1]?.clientId).toBe(broker.logins[0]?.clientId)
  })

  it('loses its connection when told, where its file says so', async () => {
    await run('{"values":{"speed":1},"answer":{"drops":true}}')
    await broker.set(pump, '2500000000000000015', '{"speed":2}')
    await soon(() => expect(broker.isConnected(pump)).toBe(false))
    expect(replies()).toEqual([])
  })

  it('leaves and returns on its schedule', async () => {
    await run('{"values":{"speed":1},"schedule":{"online":0.1,"offline":0.1}}')
    await soon(() => expect(broker.isConnected(pump)).toBe(false))
    await soon(() => expect(broker.logins.length).toBeGreaterThanOrEqual(3))
    expect(reports().length).toBeGreaterThanOrEqual(2)
  })

  it.each([
    ['it stays inactive', '{"stayInactive":true}'],
    ['its schedule leaves it no time', '{"schedule":{"online":0}}'],
    ['it is disabled', '{},"disabled":true'],
  ])('does not connect where %s', async (_, simulate) => {
    fleet = await startFleet({ fleet: fleetOf(simulate), mqttUrl: broker.url })
    expect(fleet.size).toBe(1)
    const other = await startFleet({
      fleet: fleetOf('{"values":{"speed":1.00},"reportEvery":0.02,"drift":{"speed":1}}'),
      mqttUrl: broker.url,
    })
    await soon(() => expect(reports().length).toBeGreaterThan(3))
    await other.stop()
    expect(broker.logins).toHaveLength(1)
  })
})

describe('a fleet file', () => {
  it('is refused with the path of the mistake', async () => {
    const wrong = startFleet({ fleet: fleetOf('{"reportEvry":3}'), mqttUrl: broker.url })
    await expect(wrong).rejects.toThrow(/reportEvry[\s\S]*devices\[0\]\.simulate/)
  })
})
