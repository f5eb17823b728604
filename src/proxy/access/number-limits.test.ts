import { describe, expect, it } from 'vitest'
import { Failure } from '#contract/enos/failure.ts'
import { parseExact } from '#contract/value/exact.ts'
import { limitsOf } from './limits-of.ts'
import { assertStep, assertWithin, isAllNumbers } from './number-limits.ts'

/** The failure's name, or null for none. */
const failureOf = (check: () => void): string | null => {
  try {
    check()
    return null
  } catch (error) {
    if (error instanceof Failure) return error.failure
    throw error
  }
}

describe('a minimum and a maximum', () => {
  const within = (value: string, minimum: string, maximum: string) =>
    failureOf(() => assertWithin(parseExact(value), limitsOf([{ rule: 'r', minimum, maximum }])))

  it.each([
    ['0', '0', '10', null],
    ['-0', '0', '10', null],
    ['10', '0', '10', null],
    ['10.0', '0', '10', null],
    ['1e1', '0', '10', null],
    ['10.000000000000000000001', '0', '10', 'outsideLimits'],
    ['-1e-400', '0', '10', 'outsideLimits'],
    ['1e400', '0', '10', 'outsideLimits'],
    ['1e999999999', '0', '1e999999999', null],
    // 64 bits: a binary float cannot tell these apart.
    ['9007199254740993', '0', '9007199254740992', 'outsideLimits'],
    ['9223372036854775807', '0', '9223372036854775807', null],
    ['9223372036854775808', '0', '9223372036854775807', 'outsideLimits'],
    ['-5', '-5', '-1', null],
    ['-5.01', '-5', '-1', 'outsideLimits'],
    ['-0.99', '-5', '-1', 'outsideLimits'],
    ['[1,2,3]', '1', '3', null],
    ['[1,2,3.1]', '1', '3', 'outsideLimits'],
    ['[]', '1', '3', null],
    ['[[1,4]]', '1', '3', 'outsideLimits'],
    // Members of a struct are not checked.
    ['{"a":99}', '1', '3', null],
    ['"99"', '1', '3', null],
  ])('hold for %s in [%s, %s]: %s', (value, minimum, maximum, expected) => {
    expect(within(value, minimum, maximum)).toBe(expected)
  })

  it('tell the number, the limit and the rule', () => {
    const limits = limitsOf([{ rule: 'Farm limit', maximum: '79.20' }])
    expect(() => assertWithin(parseExact('[1,79.21]'), limits)).toThrow(
      expect.objectContaining({
        failure: 'outsideLimits',
        message: '79.21 is more than 79.20, which the rule "Farm limit" allows',
        data: { rule: 'Farm limit', limit: '79.20', value: '79.21' },
      }),
    )
  })
})

describe('a largest step', () => {
  const step = (value: string, present: string, limit: string) =>
    failureOf(() => assertStep(parseExact(value), parseExact(present), { rule: 'r', value: limit }))

  it.each([
    // 0.1 + 0.2 is 0.3 here.
    ['0.3', '0.1', '0.2', null],
    ['0.1', '0.3', '0.2', null],
    ['0.30000000000000004', '0.1', '0.2', 'stepTooLarge'],
    ['-0.1', '0.1', '0.2', null],
    ['-0.2', '0.1', '0.2', 'stepTooLarge'],
    ['5', '5', '0.1', null],
    ['9007199254740993', '9007199254740992', '0.5', 'stepTooLarge'],
    ['1e5000', '1', '1e4999', 'stepTooLarge'],
    ['[1,2]', '[1.5,2.5]', '0.5', null],
    ['[1,2]', '[1.5,2.6]', '0.5', 'stepTooLarge'],
    ['[1]', '[1.5,99]', '0.5', null],
    ['[]', '[1]', '0.5', null],
    ['[1,2]', '[1]', '0.5', 'presentValueUnknown'],
    ['[1]', '1', '0.5', 'presentValueUnknown'],
    ['1', '[1]', '0.5', 'presentValueUnknown'],
    ['1', '"1"', '0.5', 'presentValueUnknown'],
    ['1', 'null', '0.5', 'presentValueUnknown'],
    ['{"a":9}', '{"a":1}', '0.5', null],
    ['true', 'false', '0.5', null],
  ])('lets %s follow %s with at most %s: %s', (value, present, limit, expected) => {
    expect(step(value, present, limit)).toBe(expected)
  })
})

it.each([
  ['1', true],
  ['[1,[2]]', true],
  ['[]', true],
  ['"1"', false],
  ['[1,"2"]', false],
  ['{"a":1}', false],
  ['null', false],
  ['true', false],
])('%s is all numbers: %s', (value, is) => {
  expect(isAllNumbers(parseExact(value))).toBe(is)
})
