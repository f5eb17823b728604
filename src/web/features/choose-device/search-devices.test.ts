import { expect, test } from 'vitest'
import type { Device } from '#contract/enos/device.ts'
import { exampleDevice } from './example-devices.suite.ts'
import { searchDevices } from './search-devices.ts'

const devices = [
  exampleDevice('a1', 'Spare for WTG-07'),
  exampleDevice('a2', 'WTG-07 Kestrel Ridge', { productKey: '6Bt59ySj', deviceKey: 'wtg-07' }),
  exampleDevice('a3', 'Pumpe Zürich', { modelId: 'pump', productName: 'Flow 3' }),
  exampleDevice('a4', 'Inverter 12', {
    deviceName: { defaultValue: 'Inverter 12', i18nValue: { zh_CN: '逆变器 12' } },
  }),
]
const placeOf = ({ assetId }: Device) => (assetId === 'a1' ? 'Wind farm › Row 2' : '')
const found = (search: string) => searchDevices(devices, search, placeOf).map(({ assetId }) => assetId)

test('nothing typed finds everything in its order', () => {
  expect(found('  ')).toEqual(['a1', 'a2', 'a3', 'a4'])
})

test('names that begin with what was typed come first', () => {
  expect(found('wtg-07')).toEqual(['a2', 'a1'])
})

test('every word must occur, in any order', () => {
  expect(found('ridge wtg')).toEqual(['a2'])
  expect(found('ridge pump')).toEqual([])
})

test('a name is found in any of its languages, without its accents and in any case', () => {
  expect(found('逆变器')).toEqual(['a4'])
  expect(found('ZURICH')).toEqual(['a3'])
})

test('assetId, keys, model and product are found too', () => {
  expect(found('a4')).toEqual(['a4'])
  expect(found('6bt59')).toEqual(['a2'])
  expect(found('6Bt59ySj / wtg-07')).toEqual(['a2'])
  expect(found('pump')).toContain('a3')
  expect(found('flow 3')).toEqual(['a3'])
})

test('the place finds the devices in it', () => {
  expect(found('farm row 2')).toEqual(['a1'])
})
