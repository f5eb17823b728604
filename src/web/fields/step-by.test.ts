import { expect, test } from 'vitest'
import { parseExact } from '#contract/value/exact.ts'
import { stepBy, stepStart } from './step-by.ts'

const range = { step: '0.1', minimum: '0', maximum: '0.5' }

test('steps are exact: three times 0.1 is 0.3', () => {
  const [first, second] = [stepBy('0', 1, range), stepBy('0.1', 1, range)]
  expect([first, second, stepBy('0.2', 1, range)]).toEqual(['0.1', '0.2', '0.3'])
  expect(stepBy('21.0', -1, { step: '0.1', minimum: null, maximum: null })).toBe('20.9')
})

test('a step beyond a limit is none', () => {
  expect(stepBy('0.5', 1, range)).toBeNull()
  expect(stepBy('0', -1, range)).toBeNull()
  expect(stepBy('0', -1, { ...range, minimum: null })).toBe('-0.1')
})

test('steps begin at what is typed, else at what was reported of late, and nowhere else', () => {
  const present = parseExact('3300.0')
  expect(stepStart('5', present, true)).toBe('5')
  expect(stepStart(null, present, false)).toBe('3300.0')
  expect(stepStart(null, present, true)).toBe(null)
  expect(stepStart(null, parseExact('"3300.0"'), false)).toBe(null)
  expect(stepStart(null, undefined, false)).toBe(null)
})
