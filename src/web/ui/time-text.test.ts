import { expect, test } from 'vitest'
import { clockText, pastText, untilText } from './time-text.ts'

const now = new Date(2026, 10, 23, 14, 2, 11).getTime()
const day = 86_400_000

test('today needs no date, another day has one, another year is named', () => {
  expect(untilText(now, now, 'en-GB')).toBe('14:02')
  expect(untilText(now + day, now, 'en-GB')).toBe('24 Nov, 14:02')
  expect(untilText(now + 60 * day, now, 'en-GB')).toBe('22 Jan 2027, 14:02')
})

test('a day and its time are written as the language writes them', () => {
  expect(untilText(now + day, now, 'zh-CN')).toBe('11月24日 14:02')
  expect(untilText(now + 60 * day, now, 'en-US')).toBe('Jan 22, 2027, 14:02')
})

test('what was is told to the second', () => {
  expect(pastText(now, now, 'en-GB')).toBe(clockText(now, 'en-GB'))
  expect(pastText(now - day, now, 'en-GB')).toBe('22 Nov, 14:02:11')
})
