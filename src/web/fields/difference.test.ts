import { expect, test } from 'vitest'
import { ExactNumber } from '#contract/value/exact.ts'
import { differenceOf } from './difference.ts'

const number = (text: string) => new ExactNumber(text)

test('a difference has exact decimals, a sign, the unit and a percentage', () => {
  expect(differenceOf(number('3300.0'), number('2850.0'), 'kW', 'en')).toEqual({
    kind: 'change',
    amount: '−450.0 kW',
    percent: '−13.6',
  })
  expect(differenceOf(number('0.1'), number('0.30'), '', 'en')).toEqual({
    kind: 'change',
    amount: '+0.20',
    percent: '+200.0',
  })
})

test('there is no percentage of zero', () => {
  expect(differenceOf(number('0'), number('5'), 'bar', 'en')).toEqual({ kind: 'change', amount: '+5 bar', percent: '' })
})

test('1.0 and 1 are the same number', () => {
  expect(differenceOf(number('1.0'), number('1'), '', 'en')).toEqual({ kind: 'same' })
})

test('only numbers have a difference', () => {
  expect(differenceOf('a', number('1'), '', 'en')).toBeNull()
  expect(differenceOf(undefined, number('1'), '', 'en')).toBeNull()
})

test('a percentage has no percentage', () => {
  expect(differenceOf(number('72.5'), number('40'), '%', 'en')).toEqual({
    kind: 'change',
    amount: '−32.5 %',
    percent: '',
  })
})
