import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { heldNumber } from './number-sense-held.ts'

describe('the number that a device really holds', () => {
  it.each([
    ['FLOAT', '0.3', '0.30000001192092896'],
    ['FLOAT', '16777217', '16777216'],
    ['FLOAT', '0.5', null],
    ['FLOAT', '21.50', null],
    ['FLOAT', '-0.1', '-0.10000000149011612'],
    ['FLOAT', '1e-46', '0'],
    ['FLOAT', '0', null],
    ['FLOAT', '3.4028235e38', '3.4028234663852886e+38'],
    ['DOUBLE', '0.3', null],
    ['DOUBLE', '9007199254740993', '9007199254740992'],
    ['DOUBLE', '0.30000000000000000001', '0.3'],
    ['DOUBLE', '1e21', null],
    ['INT', '2147483647', null],
  ])('%s %s is held as %s', (dataType, text, held) => {
    expect(heldNumber(dataType, text)).toBe(held)
  })

  it('is not rounded twice: a number just above the middle of two singles goes up, though its double is the middle', () => {
    // 1 + 2^-24 lies in the middle of two singles; with 10^-30 more, its double is still the middle, which goes to even.
    expect(Math.fround(Number('1.00000005960464477539062500001'))).toBe(1)
    expect(heldNumber('FLOAT', '1.00000005960464477539062500001')).toBe('1.0000001192092896')
    expect(heldNumber('FLOAT', '1.000000059604644775390625')).toBe('1')
  })

  it('is the single of the language where a double loses nothing, and null for what is a single already', () => {
    fc.assert(
      fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), (single) => {
        // Up to here a decimal of a double is the exact number of the single or rounds to it.
        const exact = Math.abs(single) >= 1 && Math.abs(single) < 2 ** 24 ? String(single) : null
        if (exact) expect(heldNumber('FLOAT', exact) ?? exact).toBe(String(Math.fround(Number(exact))))
      }),
    )
    fc.assert(
      fc.property(fc.integer({ min: -(2 ** 24), max: 2 ** 24 }), (whole) => {
        expect(heldNumber('FLOAT', String(whole))).toBeNull()
      }),
    )
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (double) => {
        expect(heldNumber('DOUBLE', String(double))).toBeNull()
      }),
    )
  })
})
