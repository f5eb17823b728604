import { expect, test } from 'vitest'
import { en } from '../text/en.ts'
import { secondsText, tookText } from './seconds-text.ts'

test('seconds are told in the largest unit that leaves a whole number', () => {
  const texts = [1, 30, 60, 90, 600, 3600, 5400, 172_800].map((seconds) => secondsText(seconds, en))
  expect(texts).toEqual(['1 s', '30 s', '60 s', '90 s', '10 min', '1 h', '90 min', '48 h'])
})

test('what was measured is told to about three digits', () => {
  expect([9.6, 99, 420, 9994, 12_340, 61_000, 7_300_000].map((ms) => tookText(ms, en))).toEqual([
    '10 ms',
    '99 ms',
    '0.42 s',
    '9.99 s',
    '12.3 s',
    '60 s',
    '2 h',
  ])
})
