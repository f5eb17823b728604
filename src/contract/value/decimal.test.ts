import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare, fractionBetween, isMultipleOf, multiply, percentOf, subtract } from './decimal.ts'
import { jsonNumberPattern } from './exact.ts'

/** coefficient × 10^-places as text, so that the answers can be had from whole numbers. */
const textOf = (coefficient: bigint, places: number) => `${coefficient}e-${places}`
const coefficient = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n })
const places = fc.integer({ min: 0, max: 40 })
const sign = (value: bigint) => (value === 0n ? 0 : value > 0n ? 1 : -1)

describe('comparing', () => {
  test.each([
    ['1', '1.0', 0],
    ['-0', '0', 0],
    ['-0.00', '0e5', 0],
    ['1e5', '100000.000', 0],
    ['1E+5', '99999.9', 1],
    ['-2', '-1', -1],
    ['-1', '0', -1],
    ['0.1', '0', 1],
    ['123456789012345678901.10', '123456789012345678901.1', 0],
    ['123456789012345678901.11', '123456789012345678901.10', 1],
    ['1e999999999', '1.7976931348623157e308', 1],
    ['-1e999999999', '1', -1],
    ['1e-999999999', '0', 1],
    [`1e${'9'.repeat(500)}`, `1e${'9'.repeat(499)}`, 1],
  ] as const)('%s against %s gives %s', (a, b, expected) => {
    expect(compare(a, b)).toBe(expected)
    expect(compare(b, a)).toBe(expected === 0 ? 0 : -expected)
  })

  test('agrees with whole numbers at one scale, whatever the scale', () => {
    fc.assert(
      fc.property(coefficient, coefficient, places, places, (a, b, p, q) => {
        const [left, right] = [a * 10n ** BigInt(q), b * 10n ** BigInt(p)]
        expect(compare(textOf(a, p), textOf(b, q))).toBe(sign(left - right))
      }),
    )
  })
})

describe('subtracting', () => {
  test.each([
    ['2850.0', '3300.0', '-450.0'],
    ['0.3', '0.1', '0.2'],
    ['1', '0.25', '0.75'],
    ['5', '5.00', '0.00'],
    ['-0', '0', '0'],
    ['1e5', '1', '99999'],
    ['3e300', '1e300', '2e300'],
    ['123456789012345678901.10', '0.1', '123456789012345678901.00'],
    ['1e-999999999', '0', '1e-999999999'],
    ['1e999999999', '1', null],
  ])('%s − %s is %s', (a, b, expected) => {
    expect(subtract(a, b)).toBe(expected)
  })

  test('is exact, is a JSON number, and comes back when added the other way', () => {
    fc.assert(
      fc.property(coefficient, coefficient, places, places, (a, b, p, q) => {
        const difference = subtract(textOf(a, p), textOf(b, q)) ?? ''
        expect(difference).toMatch(jsonNumberPattern)
        expect(compare(subtract(textOf(a, p), difference) ?? '', textOf(b, q))).toBe(0)
      }),
    )
  })
})

describe('steps', () => {
  test.each([
    ['0.3', '0.1', '0', true],
    ['0.35', '0.1', '0', false],
    ['21.0', '0.1', '0', true],
    ['7', '2', '1', true],
    ['7', '2', '0', false],
    ['-0.75', '0.25', '-1', true],
    ['5', '0', '0', true],
    ['5', '-2.50', '0', true],
    ['1e999999999', '0.1', '0', true],
    ['1e999999999', '3', '1', true],
    ['1e999999999', '3', '0', false],
    ['1e-999999999', '0.1', '0', false],
    ['123456789012345678901.10', '0.1', '0', true],
    ['123456789012345678901.11', '0.1', '0', false],
  ] as const)('%s in steps of %s from %s: %s', (value, step, base, expected) => {
    expect(isMultipleOf(value, step, base)).toBe(expected)
  })

  test('agree with the remainder of whole numbers', () => {
    const small = fc.bigInt({ min: -5000n, max: 5000n })
    const few = fc.integer({ min: 0, max: 3 })
    fc.assert(
      fc.property(small, fc.bigInt({ min: 1n, max: 60n }), small, few, few, few, (value, step, base, p, q, r) => {
        const at = (coefficient: bigint, shift: number) => coefficient * 10n ** BigInt(3 - shift)
        expect(isMultipleOf(textOf(value, p), textOf(step, q), textOf(base, r))).toBe(
          (at(value, p) - at(base, r)) % at(step, q) === 0n,
        )
      }),
      { numRuns: 500 },
    )
  })
})

test.each([
  ['-450.0', '3300.0', '-13.6'],
  ['-450', '-3300', '-13.6'],
  ['1', '3', '33.3'],
  ['0.05', '100', '0.1'],
  ['-0.04', '100', '0.0'],
  ['0', '5', '0.0'],
  ['1', '0', null],
  ['1', '-0.0', null],
  ['1e999999999', '1', null],
  ['1', '1e999999999', '0.0'],
  ['1e999999999', '1e999999999', '100.0'],
])('a change of %s from %s is %s percent', (change, base, expected) => {
  expect(percentOf(change, base)).toBe(expected)
})

test.each([
  ['5', '0', '10', 0.5],
  ['-1', '0', '10', 0],
  ['11', '0', '10', 1],
  ['0', '-1.7976931348623157e308', '1.7976931348623157e308', 0.5],
  ['0e-999999999', '-5', '5', 0.5],
  ['1e-999999999', '0', '5', 0],
  ['1', '0', '1e999999999', 0],
  ['5e999999998', '0', '1e999999999', 0.5],
  ['1', '5', '0', 0],
])('%s stands between %s and %s at %s', (value, minimum, maximum, expected) => {
  expect(fractionBetween(value, minimum, maximum)).toBe(expected)
})

test.each([
  ['285', '0.1', '28.5'],
  ['2850', '0.1', '285'],
  ['-12.50', '10', '-125'],
  ['-3', '-0.5', '1.5'],
  ['0.0', '-5', '0'],
  ['1e999999999', '10', null],
  ['1e-999999999', '0.1', null],
])('%s times %s is %s', (a, b, product) => {
  expect(multiply(a, b)).toBe(product)
})

test('a product is exact', () => {
  fc.assert(
    fc.property(coefficient, coefficient, places, places, (a, b, left, right) => {
      const product = multiply(textOf(a, left), textOf(b, right)) ?? ''
      expect(product).toMatch(jsonNumberPattern)
      expect(compare(product, textOf(a * b, left + right))).toBe(0)
    }),
  )
})
