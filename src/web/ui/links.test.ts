import { afterEach, expect, test, vi } from 'vitest'
import { controlHref, errorHref, historyHref, operationHref } from './links.ts'

afterEach(() => vi.unstubAllGlobals())

test('a link to the control screen names the device by its assetId where it is known', () => {
  expect(controlHref({ assetId: 'a1', productKey: 'pk', deviceKey: 'dk', point: 'p' })).toBe('/?asset=a1&point=p')
})

test('without an assetId both keys name the device', () => {
  expect(controlHref({ productKey: 'pk', deviceKey: 'd/k' })).toBe('/?pk=pk&dk=d%2Fk')
})

test('a pre-filled value keeps every character', () => {
  const href = controlHref({ assetId: 'a', point: 'p', value: '{"x": 1.0, "y": "a&b+c"}', ttl: 0, timeout: 30 })
  const search = new URLSearchParams(href.slice(2))
  expect(search.get('value')).toBe('{"x": 1.0, "y": "a&b+c"}')
  expect(search.get('ttl')).toBe('0')
  expect(search.get('timeout')).toBe('30')
})

test('nothing chosen is a bare address', () => {
  expect(controlHref()).toBe('/')
  expect(historyHref()).toBe('/operations')
  expect(errorHref()).toBe('/errors')
})

test('filters, ids and failure names are encoded', () => {
  expect(historyHref({ text: 'a b', code: 11915, to: undefined })).toBe('/operations?text=a+b&code=11915')
  expect(operationHref('a/b')).toBe('/operations/a%2Fb')
  expect(errorHref('deviceOffline')).toBe('/errors#deviceOffline')
})

test('every link keeps the gateway of the address that it stands at', () => {
  vi.stubGlobal('location', { pathname: '/at/test/operations/42' })
  expect(controlHref()).toBe('/at/test/')
  expect(controlHref({ assetId: 'a' })).toBe('/at/test/?asset=a')
  expect(historyHref()).toBe('/at/test/operations')
  expect(operationHref('7')).toBe('/at/test/operations/7')
  expect(errorHref('deviceOffline')).toBe('/at/test/errors#deviceOffline')
})
