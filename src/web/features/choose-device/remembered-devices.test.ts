import { expect, test } from 'vitest'
import { withVisit } from './remembered-devices.ts'

test('the newest visit stands in front, each device once', () => {
  expect(withVisit(['a', 'b', 'c'], 'b')).toEqual(['b', 'a', 'c'])
})

test('six devices are remembered', () => {
  expect(withVisit(['1', '2', '3', '4', '5', '6'], '7')).toEqual(['7', '1', '2', '3', '4', '5'])
})
