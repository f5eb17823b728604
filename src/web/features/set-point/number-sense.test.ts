import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compare, multiply } from '#contract/value/decimal.ts'
import { senseOf } from './number-sense.ts'

const sense = (typed: string, present: string | null, sent: string[] = [], unit = 'kW') =>
  senseOf({ typed, present, sent, unit })
/** Between 0.001 and a million, of either sign, never 0. */
const number = fc
  .tuple(fc.bigInt({ min: 1n, max: 999_999_999n }), fc.boolean())
  .map(([size, negative]) => `${negative ? '-' : ''}${size}e-3`)
const product = (a: string, b: string) => multiply(a, b) ?? ''

describe('number sense', () => {
  it.each([
    ['28500', '2850.0', [], 'kW', { kind: 'tenTimes', usual: '2850.0', meant: '2850' }],
    ['285', '2850.0', [], 'kW', { kind: 'tenth', meant: '2850' }],
    ['-12.50', '12.0', ['13'], '°', { kind: 'sign', meant: '12.50' }],
    ['2850000', '2900', [], 'kW', { kind: 'unit', meant: '2850', inUnit: 'W' }],
    ['2.85', '2850', [], 'kW', { kind: 'unit', meant: '2850', inUnit: 'MW' }],
    ['70', '21.5', [], '°C', { kind: 'unit', meant: null, inUnit: '°F' }],
    ['294.15', '21.5', [], '°C', { kind: 'unit', meant: '21', inUnit: 'K' }],
    ['43.2', '12', [], 'm/s', { kind: 'unit', inUnit: 'km/h', meant: null }],
    ['0.5', '50', [], '%', { kind: 'unit', meant: '50', inUnit: '0…1' }],
    ['2', '120', [], 'min', { kind: 'unit', meant: '120', inUnit: 'h' }],
    ['51', '20', ['21', '20', '21'], '', { kind: 'step', usual: '20', meant: null }],
  ])('asks at %s, where %s was there', (typed, present, sent, unit, found) => {
    expect(sense(typed, present, sent, unit)).toMatchObject(found)
  })

  it.each([
    ['2850', '3300', []],
    ['0', '3300', []],
    ['3300.00', '3300', []],
    ['10', '100', ['10']],
    ['28500', null, []],
    ['28500', '0', []],
    ['-5', '5', ['-4']],
    ['60', '20', ['21', '20', '40']],
  ])('says nothing to %s, where %s and %j were there', (typed, present, sent) => {
    expect(sense(typed, present, sent)).toBeNull()
  })

  it('never asks at a number that was there, at 0, or where nothing is known', () => {
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 8 }), fc.nat(), (known, at) => {
        const typed = known[at % known.length] ?? '0'
        expect(sense(typed, known[0] ?? null, known.slice(1))).toBeNull()
        expect(sense('0', known[0] ?? null, known.slice(1))).toBeNull()
        expect(sense(typed, null)).toBeNull()
      }),
    )
  })

  it('asks at the present number with a place too many, one too few, or the other sign, and knows what was meant', () => {
    fc.assert(
      fc.property(number, (present) => {
        const slips = { tenTimes: product(present, '10'), tenth: product(present, '0.1'), sign: product(present, '-1') }
        for (const [kind, typed] of Object.entries(slips)) {
          const found = sense(typed, present, [], '')
          expect(found?.kind).toBe(kind)
          expect(compare(found?.meant ?? '', present)).toBe(0)
        }
      }),
    )
  })

  it('asks at a thousand times the number in a unit with prefixes, and knows what was meant', () => {
    fc.assert(
      fc.property(number, (present) => {
        for (const factor of ['1000', '0.001']) {
          const found = sense(product(present, factor), present, [], 'kvar')
          expect(found?.kind).toBe('unit')
          expect(compare(found?.meant ?? '', present)).toBe(0)
        }
      }),
    )
  })

  it('does not care how numbers are written', () => {
    fc.assert(
      fc.property(number, number, (typed, present) => {
        const written = (text: string) => product(text, '1')
        expect(sense(written(typed), written(present))?.kind).toBe(sense(typed, present)?.kind)
      }),
    )
  })

  it('ends on numbers beyond all bounds', () => {
    expect(sense('1e999999', '1')?.kind ?? null).toBeNull()
    expect(sense('1', '1e-999999')?.kind ?? null).toBeNull()
  })

  it('offers no number that would be asked at again', () => {
    fc.assert(
      fc.property(
        number,
        fc.array(number, { maxLength: 5 }),
        fc.constantFrom('kW', '%', '°C', 'm/s', ''),
        (typed, sent, unit) => {
          const found = sense(typed, sent[0] ?? null, sent.slice(1), unit)
          if (!found?.meant || found.kind === 'unit') return
          expect(sense(found.meant, sent[0] ?? null, sent.slice(1), unit)?.kind).not.toBe(found.kind)
        },
      ),
    )
  })
})
