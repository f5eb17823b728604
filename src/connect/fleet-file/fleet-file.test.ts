import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ExactNumber } from '#contract/value/exact.ts'
import { readFleetFile } from './read-fleet-file.ts'
import { type FleetInput, named, readFleet, smallFleet } from './small-fleet.test-support.ts'

/** The small fleet with one thing changed. */
function changed(change: (fleet: FleetInput) => void): FleetInput {
  const fleet = smallFleet()
  change(fleet)
  return fleet
}
const message = (fleet: unknown): string => {
  try {
    readFleet(fleet)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  return 'accepted'
}

describe('a fleet file', () => {
  it('is read with every digit of its limits', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'setpoint-')), 'fleet.json')
    const text = JSON.stringify(smallFleet()).replace('"maximum":30', '"maximum":30.000000000000000000010')
    writeFileSync(file, text)
    const [model] = readFleetFile(file).thingModels
    expect(model?.measurepoints.temp?.maximum).toEqual(new ExactNumber('30.000000000000000000010'))
  })

  it('that is no JSON is refused with its name and the place', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'setpoint-')), 'fleet.json')
    writeFileSync(file, '{"orgId": }')
    expect(() => readFleetFile(file)).toThrow(`${file} cannot be read as JSON`)
    expect(() => readFleetFile(`${file}.missing`)).toThrow('no such file')
  })

  it.each<[string, (fleet: FleetInput) => void, string]>([
    [
      'an unknown product',
      (f) => Object.assign(f.devices[2] ?? {}, { productKey: 'pkX' }),
      'devices[2].productKey: no product "pkX" in this file; there is pkHeater, pkPump',
    ],
    [
      'an unknown model',
      (f) => Object.assign(f.products[0] ?? {}, { modelId: 'X' }),
      'products[0].modelId: no thing model "X" in this file; there is Heater, Pump',
    ],
    [
      'a deviceKey given twice',
      (f) => Object.assign(f.devices[1] ?? {}, { deviceKey: 'dk1' }),
      'devices[1].deviceKey: "pkHeater/dk1" is already used by devices[0]',
    ],
    [
      'an assetId given twice',
      (f) => Object.assign(f.devices[1] ?? {}, { assetId: 'h1' }),
      'devices[1].assetId: "h1" is already used by devices[0]',
    ],
    [
      'a tree node that is nothing',
      (f) => f.assetTrees[0]?.nodes.push({ assetId: 'ghost' }),
      'assetTrees[0].nodes[1].assetId: no device has the assetId "ghost"; a logical asset needs a name',
    ],
    [
      'an asset twice in a tree',
      (f) => f.assetTrees[0]?.nodes.push({ assetId: 'h1' }),
      'assetTrees[0].nodes[1].assetId: "h1" already stands in this tree',
    ],
    [
      'an application for an unknown asset',
      (f) => Object.assign(f.applications[1] ?? {}, { assets: ['hall', 'x'] }),
      'applications[1].assets[1]: no asset "x"',
    ],
    [
      'a custom format without a script',
      (f) => Object.assign(f.products[0] ?? {}, { dataFormat: 'Custom' }),
      'products[0].script: dataFormat Custom needs a script',
    ],
    [
      'a time zone that nobody knows',
      (f) => Object.assign(f.devices[0] ?? {}, { timezone: 'Mars/North' }),
      'devices[0].timezone: must be an offset such as "+01:00" or a name such as "Europe/Berlin"',
    ],
    [
      'a key that cannot stand in a topic',
      (f) => Object.assign(f.devices[0] ?? {}, { deviceKey: 'a/b' }),
      'devices[0].deviceKey: must not contain / + or #',
    ],
    [
      'a time that is none',
      (f) => Object.assign(f.devices[0] ?? {}, { activeTime: 0 }),
      'devices[0].activeTime: Too small: expected number to be >0',
    ],
    [
      'a report of a point that is not there',
      (f) => Object.assign(f.devices[0] ?? {}, { lastReport: { time: 1, measurepoints: { speed: 1 } } }),
      'devices[0].lastReport.measurepoints: speed: the model has no such point.',
    ],
    [
      'a report that does not fit',
      (f) => Object.assign(f.devices[0] ?? {}, { lastReport: { time: 1, measurepoints: { mode: 7 } } }),
      'devices[0].lastReport.measurepoints: mode: ',
    ],
    [
      'a misspelt field',
      (f) => Object.assign(f.devices[0] ?? {}, { timeZone: 'UTC' }),
      'devices[0]: Unrecognized key: "timeZone"',
    ],
    [
      'a missing field',
      (f) => Object.assign(f, { orgId: undefined }),
      'orgId: Invalid input: expected string, received undefined',
    ],
  ])('with %s is refused with the path and what would be right', (_name, change, expected) => {
    expect(message(changed(change))).toContain(expected)
  })

  it.each<[string, Record<string, unknown>, string]>([
    ['an ENUM without values', { dataType: 'ENUM' }, 'dataDefinition.enumDesc: an ENUM needs a name'],
    [
      'an ENUM of numbers with a word',
      { dataType: 'ENUM', dataDefinition: { enumType: 'INT', enumDesc: { on: named('on') } } },
      'dataDefinition.enumDesc: with enumType INT each key must be a whole number',
    ],
    [
      'an ARRAY without itemType',
      { dataType: 'ARRAY', dataDefinition: {} },
      'dataDefinition.itemType: an ARRAY needs an itemType',
    ],
    ['a STRUCT without members', { dataType: 'STRUCT' }, 'dataDefinition.items: a STRUCT needs items'],
    [
      'a STRUCT in a STRUCT',
      { dataType: 'STRUCT', dataDefinition: { items: [{ identifier: 'a', name: named('a'), dataType: 'STRUCT' }] } },
      'dataDefinition.items: a member of a STRUCT must not be a STRUCT',
    ],
    [
      'another identifier than its key',
      { identifier: 'other', dataType: 'INT' },
      'identifier: must be "x", as its key',
    ],
    ['a limit that is no number', { dataType: 'INT', minimum: '1' }, 'minimum: Invalid input: expected a number'],
  ])('whose model has a point that is %s is refused', (_name, point, expected) => {
    const fleet = changed((f) =>
      Object.assign(f.thingModels[1]?.measurepoints ?? {}, { x: { identifier: 'x', name: named('x'), ...point } }),
    )
    expect(message(fleet)).toContain(`thingModels[1].measurepoints.x.${expected}`)
  })

  it('may say in capitals or not what a data type is, and give dataDefinition as JSON text', () => {
    const fleet = changed((f) =>
      Object.assign(f.thingModels[1]?.measurepoints ?? {}, {
        x: { identifier: 'x', name: named('x'), dataType: 'array', dataDefinition: '{"itemType":"int"}' },
      }),
    )
    expect(message(fleet)).toBe('accepted')
  })
})
