import { expect, test } from 'vitest'
import { noIds, problemsOf, trimmed } from './typed-ids.ts'

test('a device is named by its asset or by both keys; a point need not be named', () => {
  expect(problemsOf('asset', { ...noIds, assetId: ' Ab3dE9xQ ' })).toEqual({})
  expect(problemsOf('asset', { ...noIds, assetId: '  ', deviceKey: 'dk' })).toEqual({ assetId: 'missing' })
  expect(problemsOf('keys', { ...noIds, productKey: 'pk' })).toEqual({ deviceKey: 'missing' })
  expect(problemsOf('keys', { ...noIds, productKey: 'pk', deviceKey: 'dk' })).toEqual({})
})

test('what is too long is told where it counts, in the order of the boxes', () => {
  const long = 'x'.repeat(257)
  expect(Object.keys(problemsOf('keys', { ...noIds, deviceKey: long, point: long }))).toEqual([
    'productKey',
    'deviceKey',
    'point',
  ])
  expect(problemsOf('asset', { ...noIds, assetId: 'a', deviceKey: long })).toEqual({})
})

test('blanks around an id, as they come with copying, are none of it', () =>
  expect(trimmed({ ...noIds, assetId: ' a ', point: '\tp\n' })).toEqual({ ...noIds, assetId: 'a', point: 'p' }))
