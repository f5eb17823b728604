import fc from 'fast-check'
import { expect, test } from 'vitest'
import { measurepointSchema } from '../enos/thing-model.ts'
import { checkValue } from './check-value.ts'
import { ExactNumber, parseExact, stringifyExact } from './exact.ts'
import { timestampType } from './timestamp.ts'

const definition = measurepointSchema.parse({ identifier: 'p', name: 'P', dataType: 'TIMESTAMP' })
const sentences = (text: string) => checkValue(definition, parseExact(text)).map(({ sentence }) => sentence)
const range = 'Must be from 0 to 9223372036854775807.'
const form = 'Enter whole milliseconds since 1970 in UTC, digits only, such as 1700000000000.'

test.each(['0', '-0', '1700000000000', '9223372036854775807', '"1700000000000"'])('%s fits', (text) => {
  expect(sentences(text)).toEqual([])
})

test.each([
  ['9223372036854775808', range],
  ['"9223372036854775808"', range],
  ['-1', range],
  ['1.5', form],
  ['1e12', form],
  ['"007"', form],
  ['"2023-11-15"', form],
  ['true', form],
])('%s is refused', (text, sentence) => {
  expect(sentences(text)).toEqual([sentence])
})

test('whatever lies outside is refused with both limits', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 2n ** 63n, max: 10n ** 40n }), (number) => {
      expect(sentences(String(number))).toEqual([range])
      expect(sentences(String(-number))).toEqual([range])
    }),
  )
})

test('typed digits become a number, and a text in a body stays a text', () => {
  expect(stringifyExact(timestampType.draftSchema(definition).parse('9007199254740993'))).toBe('9007199254740993')
  expect(timestampType.valueSchema(definition).parse('1700000000000')).toBe('1700000000000')
  expect(timestampType.draftOf('1700000000000', definition)).toBe('1700000000000')
})

test("people read a moment on the device's clock, no longer than it must be, as far as the calendar reaches", () => {
  const shown = (text: string, zone?: string) => timestampType.format(new ExactNumber(text), definition, 'en', zone)
  expect(shown('1700000000123')).toBe('Nov 14, 2023, 22:13:20.123 UTC')
  expect(shown('1700000000000', 'Asia/Shanghai')).toBe('Nov 15, 2023, 06:13:20 UTC+08:00')
  expect(shown('1699999980000', '-03:30')).toBe('Nov 14, 2023, 18:43 UTC−03:30')
  expect(shown('9223372036854775807')).toBe('9223372036854775807')
  expect(shown('8640000000000000', '+01:00')).toBe('8640000000000000')
})
