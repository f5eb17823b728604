import { expect, it } from 'vitest'
import { limitsOf } from './limits-of.ts'

it('no rule limits nothing', () => {
  expect(limitsOf([])).toEqual({ minimum: null, maximum: null, largestStep: null, leastInterval: null, hours: [] })
})

it('of several rules, the tightest of each limit holds, to the last digit; of equals the first', () => {
  const limits = limitsOf([
    { rule: 'wide', minimum: '-10', maximum: '1e3', largestStep: '5', leastInterval: 10 },
    { rule: 'low', minimum: '-10.0', maximum: '999.99999999999999999999' },
    { rule: 'high', minimum: '-9.99999999999999999999', maximum: '999.9999999999999999999999', leastInterval: 60 },
    { rule: 'small', largestStep: '0.1', leastInterval: 60 },
  ])
  expect(limits).toEqual({
    minimum: { value: '-9.99999999999999999999', rule: 'high' },
    maximum: { value: '999.99999999999999999999', rule: 'low' },
    largestStep: { value: '0.1', rule: 'small' },
    leastInterval: { value: 60, rule: 'high' },
    hours: [],
  })
})

it('hours of several rules stand beside each other: all of them hold', () => {
  const hours = { from: '08:00', to: '18:00', timezone: 'UTC', days: [1] }
  expect(
    limitsOf([
      { rule: 'day', hours },
      { rule: 'none', minimum: '0' },
      { rule: 'late', hours },
    ]).hours,
  ).toEqual([
    { ...hours, rule: 'day' },
    { ...hours, rule: 'late' },
  ])
})
