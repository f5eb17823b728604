import { afterEach, describe, expect, it } from 'vitest'
import { ExactNumber } from '#contract/value/exact.ts'
import { readConfig } from './config.ts'
import { type FleetInput, readFleet, smallFleet } from './fleet-file/small-fleet.test-support.ts'
import { type SignedClient, signIn } from './http/signed-client.test-support.ts'
import { soon } from './soon.test-support.ts'
import { connectHeater, startSmall, temporaryFolder } from './start-connect.test-support.ts'
import { type Connect, startConnect } from './start-connect.ts'

const running: (() => unknown)[] = []
afterEach(async () => {
  for (const end of running.splice(0).reverse()) await end()
})

async function start(dataDir?: string, fleet?: FleetInput): Promise<{ connect: Connect; call: SignedClient }> {
  const connect = await startSmall(dataDir, fleet)
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
    const reported = [{ id: 'temp', time: '1700000000000', value: new ExactNumber('21.50') }]
    expect(await latest()).toEqual(reported)
    // What was set is no report (§1.4 rule 9).
    const { json } = await call('setMeasurepoint', { assetId: 'h1', measurepointId: 'temp' }, '{"value":8}')
    expect(json.code).toEqual(new ExactNumber('0'))
    expect(await latest()).toEqual(reported)
  })

  it('keeps commands, values, statuses and tokens over a restart, also with a changed fleet file', async () => {
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

    const fleet = smallFleet()
    for (const one of fleet.devices) one.deviceName = { defaultValue: 'Renamed' }
    const second = await start(dataDir, fleet)
    expect((await second.call('getCommand', query)).json.data).toEqual(before)
    expect((await second.call('queryLatest', { assetId: 'h1' })).json.data).toMatchObject([{ id: 'temp' }])
    expect((await second.call('getDevice', { assetId: 'h1' })).json.data).toMatchObject({
      status: 'offline',
      deviceName: { defaultValue: 'Renamed' },
    })
  })

  it('lets no second one at its data, which would send the same commands again', async () => {
    const dataDir = temporaryFolder()
    const { connect } = await start(dataDir)
    await expect(startSmall(dataDir)).rejects.toThrow(`the data folder ${dataDir} is in use`)
    await connect.stop()
    running.splice(0)
    await start(dataDir)
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
