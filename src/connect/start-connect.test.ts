import { afterEach, describe, expect, it } from 'vitest'
import { ExactNumber } from '#contract/value/exact.ts'
import { readConfig } from './config.ts'
import { readFleet, smallFleet } from './fleet-file/small-fleet.test-support.ts'
import { type SignedClient, signIn } from './http/signed-client.test-support.ts'
import { soon } from './soon.test-support.ts'
import { connectHeater, startSmall, temporaryFolder } from './start-connect.test-support.ts'
import { type Connect, startConnect } from './start-connect.ts'

const running: (() => unknown)[] = []
afterEach(async () => {
  for (const end of running.splice(0).reverse()) await end()
})

async function start(dataDir?: string): Promise<{ connect: Connect; call: SignedClient }> {
  const connect = await startSmall(dataDir)
  running.push(() => connect.stop())
  return { connect, call: await signIn(connect.url, 'panel', 'panel-secret') }
}
async function heater(connect: Connect, options?: Parameters<typeof connectHeater>[1]) {
  const device = await connectHeater(connect.mqttUrl, options)
  running.push(() => device.client.endAsync(true))
  return device
}

describe('the embedded EnOS', () => {
  it('sets a point on a device with the very digits, and tells of it', async () => {
    const { connect, call } = await start()
    const { received } = await heater(connect)
    const { json } = await call('setMeasurepoint', { assetId: 'h1', measurepointId: 'temp' }, '{"value":21.50}')
    expect(json).toMatchObject({ code: new ExactNumber('0'), msg: 'Success', submsg: null })
    expect(received).toMatchObject([{ params: { temp: new ExactNumber('21.50') } }])
    const { commandId } = Object(json.data)
    const command = await call('getCommand', { productKey: 'pkHeater', deviceKey: 'dk1', commandId })
    expect(command.json.data).toMatchObject({
      commandId,
      state: new ExactNumber('5'),
      inputData: new ExactNumber('21.50'),
      tslIdentifier: 'temp',
    })
  })

  it('gives the value that the device reported last', async () => {
    const { connect, call } = await start()
    const { report } = await heater(connect)
    await report({ temp: new ExactNumber('21.50') }, 1_700_000_000_000)
    const latest = async () => (await call('queryLatest', { assetId: 'h1' })).json.data
    await soon(async () => expect(await latest()).not.toEqual([]))
    expect(await latest()).toEqual([{ id: 'temp', time: '1700000000000', value: new ExactNumber('21.50') }])
  })

  it('keeps commands, values, statuses and tokens over a restart', async () => {
    const dataDir = temporaryFolder()
    const first = await start(dataDir)
    const device = await heater(first.connect)
    await device.report({ temp: new ExactNumber('7') })
    const { json } = await first.call('setMeasurepoint', { assetId: 'h1', measurepointId: 'temp' }, '{"value":8}')
    const query = { assetId: 'h1', commandId: String(Object(json.data).commandId) }
    const before = (await first.call('getCommand', query)).json.data
    await first.connect.stop()
    running.splice(0)
    device.client.end(true)

    const second = await start(dataDir)
    expect((await second.call('getCommand', query)).json.data).toEqual(before)
    expect((await second.call('queryLatest', { assetId: 'h1' })).json.data).toMatchObject([{ id: 'temp' }])
    expect((await second.call('getDevice', { assetId: 'h1' })).json.data).toMatchObject({ status: 'offline' })
  })

  it('leaves nothing running where an address is taken', async () => {
    const { connect } = await start()
    const { port } = new URL(connect.url)
    const dataDir = temporaryFolder()
    const config = readConfig({ CONNECT_PORT: port, MQTT_PORT: '0', DATA_DIR: dataDir })
    await expect(startConnect(config, { fleet: readFleet(smallFleet()) })).rejects.toThrow('EADDRINUSE')
    const { call } = await start(dataDir)
    expect((await call('getDevice', { assetId: 'h1' })).json.code).toEqual(new ExactNumber('0'))
  })
})
