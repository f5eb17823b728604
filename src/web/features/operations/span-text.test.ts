import { expect, test } from 'vitest'
import { en } from '../../text/en.ts'
import { spanText, wholeSpanText } from './span-text.ts'

test.each([
  [-5, '0 ms'],
  [0, '0 ms'],
  [87, '87 ms'],
  [420, '0.42 s'],
  [9_994, '9.99 s'],
  [9_995, '10.0 s'],
  [12_345, '12.3 s'],
  [59_949, '59.9 s'],
  [59_950, '1 min'],
  [125_000, '2 min 5 s'],
  [12_000_000, '3 h 20 min'],
  [86_400_000, '1 d'],
  [86_405_000, '1 d'],
  [187_200_000, '2 d 4 h'],
])('%d ms measured are told as %s', (ms, words) => expect(spanText(ms, en)).toBe(words))

test.each([
  [-1, '0 s'],
  [1, '1 s'],
  [11_001, '12 s'],
  [60_000, '1 min'],
  [172_800_000, '2 d'],
  [5_400_000, '1 h 30 min'],
])('%d ms that are left are told in whole units, rounded up: %s', (ms, words) =>
  expect(wholeSpanText(ms, en)).toBe(words),
)
