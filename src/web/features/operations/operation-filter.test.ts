import { afterEach, expect, test, vi } from 'vitest'
import {
  dayInputText,
  endOfDayText,
  filterBack,
  filterOf,
  isFiltered,
  localInputText,
  millisecondsText,
  openOutcomes,
  outcomesIn,
  outcomesText,
  withPart,
} from './operation-filter.ts'

afterEach(() => vi.unstubAllEnvs())

test('the filters of the URL become the question to the proxy', () => {
  expect(
    filterOf({ text: 'wtg', outcome: 'unknown,done', code: '11915', from: '1', to: '2', asset: 'a', point: 'p' }, 0),
  ).toEqual({ text: 'wtg', outcome: 'done,unknown', code: 11915, from: 1, to: 2, assetId: 'a', measurepointId: 'p' })
})

test('a device may be named by its keys', () => {
  expect(filterOf({ pk: 'pk', dk: 'dk' }, 0)).toEqual({ productKey: 'pk', deviceKey: 'dk' })
})

test('what a URL says wrongly is left out instead of failing', () => {
  expect(filterOf({ outcome: 'lost,done', code: '1e3', from: 'today', nonsense: 'x' }, 0)).toEqual({ outcome: 'done' })
  expect(isFiltered({ outcome: 'lost', utm: 'x' })).toBe(false)
  expect(isFiltered({ text: 'x' })).toBe(true)
})

test('a changed part replaces, an empty one is gone', () => {
  expect(withPart({ text: 'a', code: '1' }, { text: 'b', code: '' })).toEqual({ text: 'b' })
})

test('outcomes keep one order, so that one choice is one address', () => {
  expect(outcomesText(['unknown', 'waiting'])).toBe('waiting,unknown')
  expect(outcomesIn('unknown,waiting')).toEqual(['waiting', 'unknown'])
  expect(outcomesIn(undefined)).toEqual([])
  expect(openOutcomes).toBe('waiting,queued')
})

test('a time goes through the input and back to the minute', () => {
  expect(millisecondsText(localInputText('1700000040000'))).toBe('1700000040000')
  expect(localInputText('x')).toBe('')
  expect(millisecondsText('')).toBe('')
})

test('a preset ends now, and takes the place of a typed beginning', () => {
  expect(filterOf({ since: '1h', from: '5' }, 10_000_000)).toEqual({ from: 6_400_000 })
  expect(filterOf({ since: '2 moons', from: '5' }, 10_000_000)).toEqual({ from: 5 })
})

test('person, classes and what is not cleared up are asked for as they stand', () => {
  expect(filterOf({ person: 'Mei', class: 'critical,odd,confirm', open: '1' }, 0)).toEqual({
    person: 'Mei',
    pointClass: 'confirm,critical',
    unresolved: '1',
  })
  expect(filterOf({ open: 'yes' }, 0)).toEqual({})
})

test('a day that is gone to narrows what is read, and not what is found', () => {
  expect(isFiltered({ at: '5' })).toBe(false)
  expect(filterBack({ from: 1, to: 9 }, '5')).toEqual({ from: 1, to: 5 })
  expect(filterBack({ to: 3 }, '5')).toEqual({ to: 3 })
  expect(filterBack({}, undefined)).toEqual({})
  expect(dayInputText(endOfDayText('2026-03-29'))).toBe('2026-03-29')
  expect(endOfDayText('')).toBe('')
})

test.each(['UTC', 'Asia/Beirut', 'Africa/Cairo', 'America/Havana', 'Pacific/Chatham'])(
  'a day ends where the next begins, in %s too, also where one has no midnight or two',
  (zone) => {
    vi.stubEnv('TZ', zone)
    const days = Array.from({ length: 366 }, (_, index) =>
      new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10),
    )
    for (const day of days) {
      const end = endOfDayText(day)
      expect(dayInputText(end)).toBe(day)
      expect(dayInputText(String(Number(end) + 1))).not.toBe(day)
    }
  },
)
