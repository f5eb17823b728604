import { expect, test } from 'vitest'
import { formatLocal, localTextOf, offsetMinutes, timeOfLocal, zoneName } from './time-zone.ts'

const moment = Date.UTC(2026, 0, 31, 22, 59, 59)

test('a zone is read as an offset or as an IANA name; nothing is UTC', () => {
  expect(offsetMinutes('+01:00', moment)).toBe(60)
  expect(offsetMinutes('-03:30', moment)).toBe(-210)
  expect(offsetMinutes('Europe/Berlin', moment)).toBe(60)
  expect(offsetMinutes('Europe/Berlin', Date.UTC(2026, 6, 1))).toBe(120)
  expect(offsetMinutes('', moment)).toBe(0)
  expect(offsetMinutes('nonsense', moment)).toBe(0)
})

test('a moment is shown on the clock of the device and read back from it', () => {
  for (const zone of ['+01:00', '-03:30', 'Europe/Berlin', 'Asia/Kolkata', '']) {
    expect(timeOfLocal(localTextOf(moment, zone), zone)).toBe(moment)
  }
  expect(localTextOf(moment, '+01:00')).toBe('2026-01-31T23:59:59')
  expect(timeOfLocal('2026-01-31T23:59', '+01:00')).toBe(moment - 59_000)
})

test('the hours around a change of the clock are read right', () => {
  expect(timeOfLocal('2026-03-29T01:30:00', 'Europe/Berlin')).toBe(Date.UTC(2026, 2, 29, 0, 30))
  expect(timeOfLocal('2026-03-29T03:30:00', 'Europe/Berlin')).toBe(Date.UTC(2026, 2, 29, 1, 30))
})

test('what no date box can hold is empty', () => {
  expect(localTextOf(8_640_000_000_000_000, '')).toBe('')
  expect(localTextOf(Number.NaN, '')).toBe('')
  expect(timeOfLocal('', '+01:00')).toBeNull()
})

test('a zone is named with its offset', () => {
  expect(zoneName('Europe/Berlin', moment)).toBe('Europe/Berlin, UTC+01:00')
  expect(zoneName('-03:30', moment)).toBe('UTC−03:30')
  expect(zoneName('', moment)).toBe('UTC')
  expect(formatLocal(moment, '+01:00', 'en', { weekday: 'short', hour: '2-digit', minute: '2-digit' })).toBe(
    'Sat 23:59',
  )
})
