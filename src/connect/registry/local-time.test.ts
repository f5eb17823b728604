import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isTimezone, localTimeText, readLocalTime } from './local-time.ts'

describe('the time on a device’s clock (§2.1)', () => {
  it.each([
    ['+08:00', '2023-11-15 06:13:20'],
    ['-03:30', '2023-11-14 18:43:20'],
    ['UTC', '2023-11-14 22:13:20'],
    ['Europe/Berlin', '2023-11-14 23:13:20'],
    ['Asia/Shanghai', '2023-11-15 06:13:20'],
  ])('is told in %s', (timezone, text) => {
    expect(localTimeText(1_700_000_000_000, timezone)).toBe(text)
    expect(readLocalTime(text, timezone)).toBe(1_700_000_000_000)
  })

  it('follows summer time', () => {
    expect(localTimeText(Date.UTC(2023, 6, 1, 10), 'Europe/Berlin')).toBe('2023-07-01 12:00:00')
    expect(readLocalTime('2023-07-01 12:00:00', 'Europe/Berlin')).toBe(Date.UTC(2023, 6, 1, 10))
  })

  it('reads back what it wrote, to the second, but for the hour that comes twice', () => {
    const zones = fc.constantFrom('+05:45', '-11:00', 'UTC', 'Asia/Kolkata', 'Asia/Shanghai')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), zones, (seconds, zone) => {
        expect(readLocalTime(localTimeText(seconds * 1000, zone), zone)).toBe(seconds * 1000)
      }),
    )
  })

  it('is refused in any other form', () => {
    for (const text of ['2023-11-15', '2023-11-15T06:13:20', '2023-13-45 06:13:20', '1700000000000', '']) {
      expect(readLocalTime(text, 'UTC')).toBeNull()
    }
  })

  it('needs a zone that is known', () => {
    expect(['+01:00', 'UTC', 'Europe/Berlin'].map(isTimezone)).toEqual([true, true, true])
    expect(['', '+1', '1:00', 'Mars/North'].map(isTimezone)).toEqual([false, false, false, false])
  })
})
