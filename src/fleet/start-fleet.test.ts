import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { parseExact } from '#contract/value/exact.ts'
import { replyTopic, topics } from '#contract/wire/topics.ts'
import { type Fleet, startFleet } from './start-fleet.ts'
import { startTestBroker, type TestBroker } from './test-broker.ts'

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
  await vi.waitFor(() => expect(broker.heard.length).toBeGreaterThan(0), 5000)
}
const replies = () => broker.heard.filter(({ topic }) => topic === replyTopic(topics.set(pump)))
const reports = () => broker.heard.filter(({ topic }) => topic === topics.post(pump))
const soon = (check: () => void) => vi.waitFor(check, { timeout: 5000, interval: 10 })

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
    expect(reports()[0]?.qos).toBe(1)
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
})
