import { describe, expect, it } from 'vitest'
import type { Hours } from '#contract/panel/policy.ts'
import { endingWithin, isTimezone, isWithinHours, nextWithin } from './hours.ts'

const everyDay = [1, 2, 3, 4, 5, 6, 7]
const hours = (from: string, to: string, change: Partial<Hours> = {}): Hours => ({
  from,
  to,
  timezone: 'Europe/Berlin',
  days: everyDay,
  ...change,
})
const at = (text: string) => Date.parse(text)
const text = (time: number | null) => (time === null ? null : new Date(time).toISOString().slice(0, 16))

describe('hours', () => {
  it.each([
    ['2026-01-15T07:59:59+01:00', false],
    ['2026-01-15T08:00:00+01:00', true],
    ['2026-01-15T17:59:59+01:00', true],
    ['2026-01-15T18:00:00+01:00', false],
    // Summer time.
    ['2026-07-15T08:00:00+02:00', true],
    ['2026-07-15T07:59:59+02:00', false],
  ])('hold from the first minute to before the last, on the wall clock: %s', (time, holds) => {
    expect(isWithinHours(hours('08:00', '18:00'), at(time))).toBe(holds)
  })

  it.each([
    // Thursday 15 to Friday 16 January 2026.
    ['2026-01-15T21:59:59+01:00', false],
    ['2026-01-15T22:00:00+01:00', true],
    ['2026-01-15T23:59:59+01:00', true],
    ['2026-01-16T00:00:00+01:00', true],
    ['2026-01-16T05:59:59+01:00', true],
    ['2026-01-16T06:00:00+01:00', false],
    // Friday evening is not Thursday's.
    ['2026-01-16T22:00:00+01:00', false],
    // Nor is Thursday morning.
    ['2026-01-15T05:00:00+01:00', false],
  ])('across midnight belong to the day on which they begin: %s', (time, holds) => {
    expect(isWithinHours(hours('22:00', '06:00', { days: [4] }), at(time))).toBe(holds)
  })

  it('of a whole day end with it', () => {
    const sunday = hours('00:00', '24:00', { days: [7] })
    expect(isWithinHours(sunday, at('2026-01-18T00:00:00+01:00'))).toBe(true)
    expect(isWithinHours(sunday, at('2026-01-18T23:59:59+01:00'))).toBe(true)
    expect(isWithinHours(sunday, at('2026-01-19T00:00:00+01:00'))).toBe(false)
    expect(isWithinHours(sunday, at('2026-01-17T23:59:59+01:00'))).toBe(false)
  })

  it('hold twice where the clock is put back through them', () => {
    const early = hours('02:30', '03:00')
    // 25 October 2026: 03:00 summer time becomes 02:00.
    const times = ['00:29', '00:30', '00:59', '01:00', '01:29', '01:30', '01:59', '02:00']
    expect(times.map((time) => isWithinHours(early, at(`2026-10-25T${time}:00Z`)))).toEqual([
      false,
      true,
      true,
      false,
      false,
      true,
      true,
      false,
    ])
  })

  it('are told by an offset as by a name', () => {
    expect(isWithinHours(hours('08:00', '18:00', { timezone: '+05:30' }), at('2026-01-15T02:30:00Z'))).toBe(true)
    expect(isWithinHours(hours('08:00', '18:00', { timezone: '-03:00' }), at('2026-01-15T10:59:00Z'))).toBe(false)
  })
})

describe('the next time that hours hold', () => {
  it.each([
    ['later today', [hours('08:00', '18:00')], '2026-01-15T05:00:00Z', '2026-01-15T07:00'],
    ['tomorrow', [hours('08:00', '18:00')], '2026-01-15T20:00:00Z', '2026-01-16T07:00'],
    ['now', [hours('08:00', '18:00')], '2026-01-15T12:34:00Z', '2026-01-15T12:34'],
    ['next week', [hours('08:00', '18:00', { days: [4] })], '2026-01-15T20:00:00Z', '2026-01-22T07:00'],
    ['across the change of clocks', [hours('08:00', '18:00')], '2026-03-28T20:00:00Z', '2026-03-29T06:00'],
    // 29 March 2026: 02:00 becomes 03:00, so 02:30 never is; the leap leads into the hours.
    [
      'with the leap that skips their first minute',
      [hours('02:30', '04:00')],
      '2026-03-28T23:00:00Z',
      '2026-03-29T01:00',
    ],
    [
      'where all of them do',
      [hours('08:00', '18:00'), hours('16:00', '20:00')],
      '2026-01-15T05:00:00Z',
      '2026-01-15T15:00',
    ],
    ['in another zone', [hours('09:00', '10:00', { timezone: '+09:00' })], '2026-01-15T02:00:00Z', '2026-01-16T00:00'],
  ])('is %s', (_title, all, time, expected) => {
    expect(text(nextWithin(all, at(time)))).toBe(expected)
  })

  it('is unknown where they never hold together', () => {
    expect(nextWithin([hours('08:00', '10:00'), hours('10:00', '12:00')], at('2026-01-15T05:00:00Z'))).toBeNull()
  })

  it('is the first minute at which they hold, whenever it is asked for', { timeout: 120_000 }, () => {
    const night = hours('22:15', '05:45', { days: [1, 3, 6] })
    for (let time = at('2026-10-23T00:00:00Z'); time < at('2026-10-30T00:00:00Z'); time += 83 * 60_000) {
      const next = nextWithin([night], time) ?? 0
      expect(isWithinHours(night, next)).toBe(true)
      for (let before = next - 60_000; before >= time; before -= 60_000 * 29) {
        expect(isWithinHours(night, before)).toBe(false)
      }
    }
  })
})

it.each([
  ['hold to their end', hours('08:00', '18:00'), '2026-01-15T08:00:00Z', '2026-01-15T16:59:59Z', true],
  ['do not hold at it', hours('08:00', '18:00'), '2026-01-15T08:00:00Z', '2026-01-15T17:00:00Z', false],
  ['do not hold over it', hours('08:00', '18:00'), '2026-01-15T08:00:00Z', '2026-01-16T08:00:00Z', false],
  [
    'of a day end with it',
    hours('00:00', '24:00', { days: [4] }),
    '2026-01-15T08:00:00Z',
    '2026-01-16T08:00:00Z',
    false,
  ],
  ['of each day go on', hours('00:00', '24:00'), '2026-01-15T08:00:00Z', '2026-01-17T08:00:00Z', true],
  ['across midnight go on', hours('22:00', '06:00'), '2026-01-15T22:00:00Z', '2026-01-16T04:59:00Z', true],
  ['end where the clock is put on', hours('00:00', '02:30'), '2026-03-29T00:00:00Z', '2026-03-29T01:30:00Z', false],
] as const)('hours %s', (_title, one, from, to, hold) => {
  expect(endingWithin([one], at(from), at(to))).toBe(hold ? undefined : one)
})

it.each([
  ['Europe/Berlin', true],
  ['UTC', true],
  ['+01:00', true],
  ['-11:30', true],
  ['+24:00', false],
  ['Europe/Atlantis', false],
  ['', false],
  ['+1', false],
])('%s is a time zone: %s', (name, is) => {
  expect(isTimezone(name)).toBe(is)
})
