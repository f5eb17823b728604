import { expect, test } from 'vitest'
import { measurepointSchema } from '#contract/enos/thing-model.ts'
import { parseExact } from '#contract/value/exact.ts'
import { en } from '../../text/en.ts'
import { valueText } from './value-text.ts'

const shown = (dataType: string, json: string, dataDefinition: object = {}) =>
  valueText(
    parseExact(json),
    measurepointSchema.parse({ identifier: 'p', name: 'P', dataType, dataDefinition }),
    '+08:00',
    en,
  )

test('a number keeps its digits and gets its groups', () => {
  expect(shown('DOUBLE', '3300.0')).toBe('3,300.0')
})

test('what has parts is told by how many there are', () => {
  expect(shown('ARRAY', '[1.0, 2.5]', { itemType: 'FLOAT' })).toBe('2 items')
  expect(shown('ARRAY', '[1.0]', { itemType: 'FLOAT' })).toBe('1 item')
  expect(shown('STRUCT', '{"low": 1, "high": 2, "on": true}')).toBe('3 fields')
})

test('an empty text is told, not shown as nothing', () => {
  expect(shown('STRING', '""')).toBe('empty text')
})

test('a value of another type than the model’s is shown as it is', () => {
  expect(shown('STRUCT', '12.50')).toBe('12.50')
})

test("a moment is told on the device's clock, whose zone is named", () => {
  expect(shown('TIMESTAMP', '1795420800000')).toBe('Nov 23, 2026, 16:00 UTC+08:00')
})
