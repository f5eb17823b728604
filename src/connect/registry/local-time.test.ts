import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLocalClock, isTimezone } from './local-time.ts'

describe('a clock beside the device (§2.1)', () => {
  it.each([
    ['+08:00', '2023-11-15 06:13:20'],
    ['-03:30', '2023-11-14 18:43:20'],
    ['UTC', '2023-11-14 22:13:20'],
    ['Europe/Berlin', '2023-11-14 23:13:20'],
    ['Asia/Shanghai', '2023-11-15 06:13:20'],
  ])('tells the time in %s', (timezone, text) => {
    const clock = createLocalClock(timezone)
    expect(clock.text(1_700_000_000_000)).toBe(text)
    expect(clock.read(text)).toBe(1_700_000_000_000)
  })

  it('follows summer time', () => {
    const berlin = createLocalClock('Europe/Berlin')
    expect(berlin.text(Date.UTC(2023, 6, 1, 10))).toBe('2023-07-01 12:00:00')
    expect(berlin.read('2023-07-01 12:00:00')).toBe(Date.UTC(2023, 6, 1, 10))
  })

  it('reads back what it wrote, to the second, but for the hour that comes twice', () => {
    const names = ['+05:45', '-11:00', 'UTC', 'Asia/Kolkata', 'Asia/Shanghai', 'Europe/Berlin', 'America/New_York']
    const zones = fc.constantFrom(...names.map(createLocalClock))
    const hour = 3_600_000
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), zones, (seconds, zone) => {
        const time = seconds * 1000
        const text = zone.text(time)
        const twins = [time - hour, time + hour].filter((other) => zone.text(other) === text)
        expect([time, ...twins]).toContain(zone.read(text))
      }),
      // Shanghai had summer time until 1991: 14 September 1986, 01:30 and once more an hour later; 1 July 1990.
      {
        examples: [527_013_000, 527_016_600, 646_833_600].map((seconds) => [
          seconds,
          createLocalClock('Asia/Shanghai'),
        ]),
      },
    )
  })

  it('reads no other form', () => {
    for (const text of [
      '2023-11-15',
      '2023-11-15T06:13:20',
      '2023-13-45 06:13:20',
      '2023-02-29 06:13:20',
      '1700000000000',
      '',
    ]) {
      expect(createLocalClock('UTC').read(text)).toBeNull()
    }
  })

  it('hangs in a zone that is known', () => {
    expect(['+01:00', 'UTC', 'Europe/Berlin'].map(isTimezone)).toEqual([true, true, true])
    expect(['', '+1', '1:00', 'Mars/North'].map(isTimezone)).toEqual([false, false, false, false])
  })
})
