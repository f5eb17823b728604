import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatNumber } from './format-number.ts'

test.each([
  ['1234567.10', 'en', '1,234,567.10'],
  ['-1234.50', 'de', '-1.234,50'],
  ['1234567', 'hi', '12,34,567'],
  ['1234.5', 'es', '1234,5'],
  ['123456789012345678901.10', 'en', '123,456,789,012,345,678,901.10'],
  ['1.0', 'zh', '1.0'],
  ['-0', 'en', '-0'],
  ['-0.5', 'en', '-0.5'],
  ['1e5', 'en', '1e5'],
  ['-12345.600E-7', 'en', '-12,345.600E-7'],
  ['1234', 'ar-EG', '1,234'],
])('%s in %s reads %s', (text, locale, expected) => {
  expect(formatNumber(text, locale)).toBe(expected)
})

test('taking the group marks away gives back every digit as written', () => {
  const digits = fc.bigInt({ min: 0n, max: 10n ** 40n })
  fc.assert(
    fc.property(digits, digits, fc.constantFrom('', '-'), (whole, fraction, sign) => {
      const text = `${sign}${whole}.${fraction}0`
      expect(formatNumber(text, 'en').replaceAll(',', '')).toBe(text)
    }),
  )
})
