import { expect, test } from 'vitest'
import { untilChange } from './until-change.ts'

test('asks again when the first of the known changes comes, but never more often than once a second', () => {
  expect(untilChange([], 1000)).toBe(30_000)
  expect(untilChange([null], 1000)).toBe(30_000)
  expect(untilChange([null, 9000, 5000], 1000)).toBe(4000)
  expect(untilChange([900], 1000)).toBe(1000)
  expect(untilChange([99_000], 1000)).toBe(30_000)
})
