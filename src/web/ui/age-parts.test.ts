import { expect, test } from 'vitest'
import { agePartsOf } from './age-parts.ts'

test.each([
  [0, 'second', 0],
  [999, 'second', 0],
  [59_999, 'second', 59],
  [60_000, 'minute', 1],
  [3_599_999, 'minute', 59],
  [3_600_000, 'hour', 1],
  [86_399_999, 'hour', 23],
  [86_400_000, 'day', 1],
  [200 * 86_400_000, 'day', 200],
])('%d ms are told in whole units of the largest kind that fits', (span, unit, count) => {
  expect(agePartsOf(span)).toEqual({ unit, count })
})

test('a time a little in the future is told as no age at all', () => {
  expect(agePartsOf(-1500)).toEqual({ unit: 'second', count: 0 })
})
