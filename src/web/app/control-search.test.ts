import { expect, test } from 'vitest'
import { controlHref } from '../ui/links.ts'
import { controlAddress, readControlSearch } from './control-search.ts'

const read = (address: string) => readControlSearch(address.slice(1))

test('the address of a state leads back to that state', () => {
  const state = read('/?pk=p%2F1&dk=d+1&point=WTG.Mode&q=row+2&pq=limit&all=1&value=1.0&ttl=60&timeout=5')
  expect(read(controlAddress(state))).toEqual(state)
  expect(state).toMatchObject({ pk: 'p/1', dk: 'd 1', value: '1.0', ttl: 60, timeout: 5 })
})

test('links of the features are read as they were meant', () => {
  const value = '{"low": 1.0, "name": "a&b=c+d"}'
  const state = read(controlHref({ assetId: 'a1', point: 'p', value, ttl: 0 }))
  expect(state).toMatchObject({ asset: 'a1', point: 'p', value, ttl: 0 })
})

test('digits of a pre-filled value are never read as a number', () => {
  expect(read('/?asset=12345678901234567890&value=1.10')).toMatchObject({
    asset: '12345678901234567890',
    value: '1.10',
  })
})

test('what does not fit counts as absent', () => {
  expect(read('/?ttl=-1&timeout=61')).toMatchObject({ ttl: undefined, timeout: undefined })
  expect(read('/?ttl=soon&timeout=1.5')).toMatchObject({ ttl: undefined, timeout: undefined })
})

test('absent parameters do not stand in the address', () => {
  expect(controlAddress({ asset: 'a', point: undefined, q: '' })).toBe('/?asset=a')
})
