import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ExactNumber } from '#contract/value/exact.ts'
import { type Database, openDatabase } from '#database/open-database.ts'
import { readFleet, smallFleet } from '../fleet-file/small-fleet.test-support.ts'
import { migrations } from '../store/sqlite/migrations.ts'
import { createSqliteRegistryStore } from '../store/sqlite/sqlite-registry-store.ts'
import { organisationOf } from './organisation.ts'
import { createRegistry, type Registry } from './registry.ts'

const heater = { productKey: 'pkHeater', deviceKey: 'dk1' }
const disabled = { productKey: 'pkHeater', deviceKey: 'dk2' }
const gateway = { productKey: 'pkPump', deviceKey: 'dk3' }

let url: string
let database: Database
let time: number

function start(fleet: unknown = smallFleet()): Registry {
  database = openDatabase(url, migrations)
  return createRegistry({
    organisations: [organisationOf(readFleet(fleet))],
    store: createSqliteRegistryStore(database),
    now: () => time,
    failed: (error) => {
      throw error
    },
    history: { keep: () => {} },
  })
}
function restart(fleet?: unknown): Registry {
  database.close()
  return start(fleet)
}
const status = (registry: Registry, device = heater) => registry.targets.find(device)?.status
const times = (registry: Registry) => registry.lives.times(heater)

beforeEach(() => {
  url = `sqlite:${join(mkdtempSync(join(tmpdir(), 'setpoint-')), 'connect.sqlite')}`
  time = 1000
})
afterEach(() => database.close())

describe('the registry', () => {
  it('leads a device from inactive to online to offline, with the time of each step (§3.2)', () => {
    const registry = start()
    expect(status(registry)).toBe('inactive')
    expect(times(registry)).toMatchObject({ createTime: 1000, activeTime: 0, lastOnlineTime: 0, lastOfflineTime: 0 })
    time = 2000
    registry.directory.cameOnline(heater)
    expect(status(registry)).toBe('online')
    time = 3000
    registry.directory.wentOffline(heater)
    expect(status(registry)).toBe('offline')
    time = 4000
    registry.directory.cameOnline(heater)
    expect(times(registry)).toMatchObject({ activeTime: 2000, lastOnlineTime: 4000, lastOfflineTime: 3000 })
  })

  it('calls a device disabled as long as the fleet file does', () => {
    expect(status(start(), disabled)).toBe('disabled')
    const fleet = smallFleet()
    for (const device of fleet.devices) delete device.disabled
    expect(status(restart(fleet), disabled)).toBe('inactive')
  })

  it('keeps times, values and links over a restart, and holds nobody for online then', () => {
    const before = start()
    time = 2000
    before.directory.cameOnline(heater)
    before.directory.link(gateway, heater)
    before.directory.report(heater, [
      { id: 'temp', time: 1500, value: new ExactNumber('21.50'), quality: null },
      { id: 'power', time: 1500, value: new ExactNumber('3.0'), quality: new ExactNumber('9') },
    ])
    time = 9000
    const after = restart()
    expect(status(after)).toBe('offline')
    expect(times(after)).toMatchObject({ activeTime: 2000, lastOnlineTime: 2000, lastOfflineTime: 9000 })
    expect(after.lives.values(heater).get('temp')).toMatchObject({ time: 1500, value: new ExactNumber('21.50') })
    expect(after.lives.values(heater).get('power')?.quality).toEqual(new ExactNumber('9'))
    expect(after.directory.subDevices(gateway)).toEqual([heater])
  })

  it('holds a device for offline that the file says was activated, with the values that it is said to have reported', () => {
    const lastReport = { time: 800, measurepoints: { temp: 21.5, power: { value: 3, quality: 9 } } }
    const withPast = (past: object) => {
      const fleet = smallFleet()
      return { ...fleet, devices: fleet.devices.map((one) => (one.deviceKey === 'dk1' ? { ...one, ...past } : one)) }
    }
    const registry = start(withPast({ activeTime: 500, lastReport }))
    const expected = { createTime: 500, activeTime: 500, lastOnlineTime: 500, lastOfflineTime: 800 }
    expect(status(registry)).toBe('offline')
    expect(times(registry)).toMatchObject(expected)
    expect(registry.lives.values(heater).get('power')).toMatchObject({
      time: 800,
      value: new ExactNumber('3'),
      quality: new ExactNumber('9'),
    })
    // What it lived through since is truer than the file, also after a restart.
    time = 2000
    registry.directory.cameOnline(heater)
    registry.directory.report(heater, [{ id: 'temp', time: 2000, value: new ExactNumber('7'), quality: null }])
    registry.directory.wentOffline(heater)
    const after = restart(withPast({ activeTime: 600, lastReport }))
    expect(times(after)).toMatchObject({ ...expected, lastOnlineTime: 2000, lastOfflineTime: 2000 })
    expect(after.lives.values(heater).get('temp')?.value).toEqual(new ExactNumber('7'))
    expect(after.lives.values(heater).get('power')?.value).toEqual(new ExactNumber('3'))
  })

  it('takes from a changed file that a device it knew as inactive was activated', () => {
    expect(status(start())).toBe('inactive')
    const fleet = smallFleet()
    for (const device of fleet.devices) device.activeTime = 900
    const after = restart(fleet)
    expect(status(after)).toBe('offline')
    expect(times(after)).toMatchObject({ createTime: 900, lastOfflineTime: 900 })
    expect(status(restart())).toBe('offline')
  })

  it('takes changes of the same file and keeps what devices have lived through', () => {
    start().directory.cameOnline(heater)
    const fleet = smallFleet()
    for (const device of fleet.devices) device.deviceName = { defaultValue: 'Renamed' }
    const after = restart(fleet)
    expect(after.organisation('o1')?.assets.get('h1')?.name.defaultValue).toBe('Renamed')
    expect(status(after)).toBe('offline')
  })

  it('does not let an older value replace a newer one', () => {
    const registry = start()
    const report = (at: number, value: string) =>
      registry.directory.report(heater, [{ id: 'temp', time: at, value: new ExactNumber(value), quality: null }])
    report(2000, '2')
    report(1000, '1')
    expect(registry.lives.values(heater).get('temp')?.value).toEqual(new ExactNumber('2'))
    report(2000, '3')
    expect(registry.lives.values(heater).get('temp')?.value).toEqual(new ExactNumber('3'))
  })

  it('gives a sub-device one gateway, and forgets an ended link', () => {
    const registry = start()
    registry.directory.link(disabled, heater)
    registry.directory.link(gateway, heater)
    expect(registry.directory.subDevices(disabled)).toEqual([])
    registry.directory.unlink(disabled, heater)
    expect(registry.directory.subDevices(gateway)).toEqual([heater])
    registry.directory.unlink(gateway, heater)
    expect(restart().directory.subDevices(gateway)).toEqual([])
  })

  it('tells the broker secrets, formats and models', () => {
    const { directory } = start()
    expect(directory.device(heater)).toEqual({
      ...heater,
      assetId: 'h1',
      deviceSecret: 'ds1',
      productType: 'Device',
      dataFormat: 'Json',
      status: 'inactive',
    })
    expect(directory.product('pkPump')).toMatchObject({ productSecret: 'psPump', dynamicActivation: true })
    expect(Object.keys(directory.model(heater)?.measurepoints ?? {})).toEqual(['temp', 'power', 'mode', 'limits'])
    expect(directory.device({ productKey: 'pkHeater', deviceKey: 'x' })).toBeUndefined()
  })

  it('lets a limited application reach its assets and all below them', () => {
    const limited = start().application('limited')
    expect([...(limited?.assets ?? [])]).toEqual(['hall', 'h1', 'h2'])
  })
})
