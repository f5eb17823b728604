import { expect, test } from 'vitest'
import { ExactNumber } from '#contract/value/exact.ts'
import { verdictOf } from './read-back.ts'

const sent = new ExactNumber('2850.0')
const reported = (value: string, time: number) => ({ id: 'p', time, value: new ExactNumber(value) })

test('a value reported before the command is no evidence, even where it is the value sent', () => {
  expect(verdictOf(sent, 1000, reported('2850.0', 999), null)).toBe('older')
})

test('a value reported after the command speaks for or against it', () => {
  expect(verdictOf(sent, 1000, reported('2850', 1001), null)).toBe('same')
  expect(verdictOf(sent, 1000, reported('3300', 1001), null)).toBe('other')
})

test('without a value nothing can be told', () => {
  expect(verdictOf(sent, 1000, undefined, null)).toBe('none')
  expect(verdictOf(sent, 1000, reported('1', 0), null)).toBe('none')
})
