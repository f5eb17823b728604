import { expect, test } from 'vitest'
import type { PermissionToSet } from '#contract/panel/permission-to-set.ts'
import { en } from '../../text/en.ts'
import { checkText } from './check-text.ts'
import { limitRows } from './limit-rows.ts'

const permission: PermissionToSet = {
  allowed: true,
  pointClass: 'confirm',
  classRule: 'Pumps',
  checks: [],
  needs: { right: 'set', role: 'operator', confirmation: true, reason: false, signInWithin: null },
  limits: {
    minimum: null,
    maximum: { value: '3000', rule: 'Soft limit' },
    largestStep: { value: '0.50', rule: 'Ramp' },
    leastInterval: { value: 90, rule: 'Settle' },
    hours: [{ from: '08:00', to: '16:00', timezone: '+01:00', days: [1, 2, 3, 4, 5], rule: 'Day' }],
  },
  contact: '',
}
const check = (kind: PermissionToSet['checks'][number]['kind'], passed = true) => ({
  kind,
  passed,
  rule: null,
  passesAt: null,
})

test('every limit of the policy is a row with its rule, its digits kept', () => {
  expect(limitRows(permission, 'kW', en)).toEqual([
    { name: 'At most', value: '3,000 kW', rule: 'Soft limit' },
    { name: 'Largest step at once', value: '0.50 kW', rule: 'Ramp' },
    { name: 'Between two sends', value: '90 s', rule: 'Settle' },
    { name: 'Hours', value: 'from 08:00 to 16:00 (+01:00), Mon–Fri', rule: 'Day' },
  ])
})

test('a check says why it is passed as well as why it is not', () => {
  const of = (kind: Parameters<typeof check>[0], passed?: boolean) =>
    checkText(check(kind, passed), permission, 'operator', en)
  expect(of('role')).toBe('Your role operator includes setting points.')
  expect(of('hours')).toBe('It is allowed from 08:00 to 16:00 (+01:00), Mon–Fri.')
  expect(of('interval')).toBe('The last send to this point was more than 90 s ago.')
  expect(of('signIn')).toBe('This point does not ask for a recent sign-in.')
  expect(of('place', false)).toContain('this device is not among them')
})
