import { createHash } from 'node:crypto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type ExactJson, isExactNumber, parseExact } from '#contract/value/exact.ts'
import { replyTopic, topics } from '#contract/wire/topics.ts'
import { startTestBroker, type TestBroker } from './plain-broker.test-support.ts'
import { type Fleet, startFleet } from './start-fleet.ts'

const logger = { productKey: 'pkGateway', deviceKey: 'logger' }
const box = { productKey: 'pkBox', deviceKey: 'box' }
const pump = { productKey: 'pkPump', deviceKey: 'pump' }

const model = '{"modelId":"m","name":"M","measurepoints":{"load":{"identifier":"load","name":"Load","dataType":"INT"}}}'
const fleetOf = (devices: string) =>
  parseExact(`{"thingModels":[${model}],"products":[
    {"productKey":"pkGateway","modelId":"m"},{"productKey":"pkBox","modelId":"m"},
    {"productKey":"pkPump","modelId":"m","productSecret":"productSecret"}],"devices":[${devices}]}`)

const activating = fleetOf(
  '{"productKey":"pkPump","deviceKey":"pump","deviceSecret":"own","deviceName":"P","simulate":{"activate":true,"values":{"load":1}}}',
)
const plainPump = fleetOf(
  '{"productKey":"pkPump","deviceKey":"pump","deviceSecret":"own","deviceName":"P","simulate":{"values":{"load":1}}}',
)
const behindGateway = fleetOf(
  `{"productKey":"pkGateway","deviceKey":"logger","deviceSecret":"s1","deviceName":"L",
    "simulate":{"values":{"load":1},"subDevices":[{"productKey":"pkBox","deviceKey":"box"}]}},
   {"productKey":"pkBox","deviceKey":"box","deviceSecret":"s2","deviceName":"B","simulate":{"values":{"load":2}}}`,
)

let broker: TestBroker
let fleet: Fleet
afterEach(async () => {
  await fleet.stop()
  await broker.stop()
})

const run = async (file: ExactJson, admit?: Parameters<typeof startTestBroker>[0], log?: (line: string) => void) => {
  broker = await startTestBroker(admit)
  fleet = await startFleet({ fleet: file, mqttUrl: broker.url, log, retry: { lost: 50, refused: 100 } })
}
const soon = (check: () => void) => vi.waitFor(check, { timeout: 10_000, interval: 10 })
const digest = (text: string) => createHash('sha256').update(text).digest('hex').toUpperCase()

/** A member deep inside exact JSON, as text. */
const at = (json: ExactJson | undefined, ...path: (string | number)[]): string => {
  let here: unknown = json
  for (const step of path) here = Object(here)[step]
  return isExactNumber(here) ? here.value : String(here)
}

describe('a device that is refused', () => {
  it('asks again until it is let in, and says so once', async () => {
    let attempts = 0
    const said: string[] = []
    const admit = () => {
      attempts += 1
      return attempts > 3
    }
    await run(plainPump, admit, (line) => said.push(line))
    await soon(() => expect(broker.isConnected(pump)).toBe(true))
    expect(broker.logins).toHaveLength(4)
    expect(new Set(broker.logins.map(({ clientId }) => clientId)).size).toBe(1)
    expect(said).toEqual(['pkPump/pump: refused with CONNACK 4'])
    await soon(() => expect(broker.heardOn(topics.post(pump))).toHaveLength(1))
  })
})

describe('dynamic activation', () => {
  it('signs in with the secret of the product, takes its own secret, confirms, and uses it from then on', async () => {
    await run(activating)
    await soon(() => expect(broker.heardOn(topics.post(pump))).toHaveLength(1))
    const [first] = broker.logins
    const timestamp = /timestamp=(\d+)/.exec(first?.clientId ?? '')?.[1]
    const signed = (secret: string) => digest(`clientIdpumpdeviceKeypumpproductKeypkPumptimestamp${timestamp}${secret}`)
    expect(first?.clientId).toContain('securemode=3')
    expect(first?.password).toBe(signed('productSecret'))

    const info = '{"id":"7","method":"thing.activate.info","params":{"deviceSecret":"told"}}'
    await broker.push(pump, topics.activateInfo(pump), info)
    const confirmations = () => broker.heard.filter(({ topic }) => topic === replyTopic(topics.activateInfo(pump)))
    await soon(() => expect(confirmations()).toMatchObject([{ text: '{"id":"7","code":200,"data":{}}', qos: 0 }]))
    expect(broker.isConnected(pump)).toBe(true)

    broker.disconnect(pump)
    await soon(() => expect(broker.logins).toHaveLength(2))
    expect(broker.logins[1]?.clientId).toContain('securemode=2')
    expect(broker.logins[1]?.password).toBe(signed('told'))
  })

  it('was done before where EnOS refuses it: the device then uses its own secret', async () => {
    await run(activating, ({ clientId }) => clientId.includes('securemode=2'))
    await soon(() => expect(broker.isConnected(pump)).toBe(true))
    expect(broker.logins.map(({ clientId }) => /securemode=(\d)/.exec(clientId)?.[1])).toEqual(['3', '2'])
  })
})

describe('a gateway', () => {
  const answerSignIn = async (code: number) => {
    await soon(() => expect(broker.heardOn(topics.topoAdd(logger))).toHaveLength(1))
    const linked = at(broker.heardOn(topics.topoAdd(logger))[0], 'id')
    await broker.push(logger, replyTopic(topics.topoAdd(logger)), `{"id":"${linked}","code":200,"data":""}`)
    await soon(() => expect(broker.heardOn(topics.login(logger))).toHaveLength(1))
    const id = at(broker.heardOn(topics.login(logger))[0], 'id')
    await broker.push(logger, replyTopic(topics.login(logger)), `{"id":"${id}","code":${code},"data":{}}`)
  }

  it('links and signs in its sub-devices, which then report and obey on its connection', async () => {
    await run(behindGateway)
    await answerSignIn(200)
    await soon(() => expect(broker.heardOn(topics.post(box))).toHaveLength(1))
    expect(broker.logins).toHaveLength(1)
    expect(broker.subscriptions).toEqual([topics.topoAdd(logger), topics.login(logger)].map(replyTopic))

    const [link, login] = [broker.heardOn(topics.topoAdd(logger))[0], broker.heardOn(topics.login(logger))[0]]
    expect(at(link, 'params', 0, 'deviceKey')).toBe('box')
    const timestamp = at(login, 'params', 'timestamp')
    const expected = digest(`clientIdboxdeviceKeyboxproductKeypkBoxtimestamp${timestamp}s2`)
    expect(at(login, 'params', 'sign')).toBe(expected)
    expect(at(login, 'params', 'cleanSession')).toBe('true')

    await broker.push(logger, topics.set(box), '{"id":"2500000000000000001","params":{"load":5}}')
    await soon(() => expect(broker.heardOn(replyTopic(topics.set(box)))).toHaveLength(1))
    await soon(() => expect(broker.heardOn(topics.post(box))).toHaveLength(2))
    expect(at(broker.heardOn(topics.post(box))[1], 'params', 'measurepoints', 'load')).toBe('5')
  })

  it('leaves a sub-device silent that EnOS did not let in', async () => {
    await run(behindGateway)
    await answerSignIn(742)
    await broker.push(logger, topics.set(logger), '{"id":"2500000000000000002","params":{"load":6}}')
    await soon(() => expect(broker.heardOn(replyTopic(topics.set(logger)))).toHaveLength(1))
    expect(broker.heardOn(topics.post(box))).toEqual([])
  })
})
