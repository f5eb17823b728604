import { expect, test } from 'vitest'
import { unitText } from './unit-text.ts'

test('a multiplier is written as its SI prefix', () => {
  expect(unitText({ unitId: 'W', multiplier: 'KILO' })).toBe('kW')
  expect(unitText({ unitId: 'V', multiplier: 'MILLI' })).toBe('mV')
  expect(unitText({ unitId: '°C', multiplier: 'ONE' })).toBe('°C')
})

test('no unit is no text', () => {
  expect(unitText(null)).toBe('')
})

test('a multiplier that nobody knows is shown rather than dropped', () => {
  expect(unitText({ unitId: 'W', multiplier: 'QUETTA' })).toBe('QUETTA W')
})
