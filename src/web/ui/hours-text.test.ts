import { expect, test } from 'vitest'
import { en } from '../text/en.ts'
import { daysText, hoursText } from './hours-text.ts'

test('days are told as runs of three and more, as single ones, or as every day', () => {
  expect(daysText([1, 2, 3, 4, 5, 6, 7], en)).toBe('every day')
  expect(daysText([5, 1, 2, 3, 4], en)).toBe('Mon–Fri')
  expect(daysText([1, 2, 6], en)).toBe('Mon, Tue, Sat')
  expect(daysText([1, 2, 3, 7], en)).toBe('Mon–Wed, Sun')
})

test('hours name their zone', () => {
  const hours = { from: '08:00', to: '16:00', timezone: 'Europe/Oslo', days: [1, 2, 3, 4, 5], rule: 'Day' }
  expect(hoursText(hours, en)).toBe('from 08:00 to 16:00 (Europe/Oslo), Mon–Fri')
})
