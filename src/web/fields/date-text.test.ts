import { expect, test } from 'vitest'
import { pickedDate, pickerValue } from './date-text.ts'

test('a picked moment becomes the text of a DATE, with its seconds', () => {
  expect(pickedDate('2026-01-31')).toBe('2026-01-31')
  expect(pickedDate('2026-01-31T23:59')).toBe('2026-01-31 23:59:00')
  expect(pickedDate('2026-01-31T23:59:58.000')).toBe('2026-01-31 23:59:58')
})

test('the picker follows the text as soon as it is written out', () => {
  expect(pickerValue('2026-01-31 23:59:58', true)).toBe('2026-01-31T23:59:58')
  expect(pickerValue('2026-01-31', true)).toBe('2026-01-31T00:00:00')
  expect(pickerValue('2026-01-31', false)).toBe('2026-01-31')
  expect(pickerValue('2026-01-3', false)).toBe('')
})
