import { describe, expect, it } from 'vitest'
import type { PermissionToSet } from '#contract/panel/permission-to-set.ts'
import { en } from '../text/en.ts'
import { isLasting, refusedBy } from './refused-by.ts'
import { whyNot } from './why-not.ts'

const check = (kind: PermissionToSet['checks'][number]['kind'], passed: boolean, rule: string | null = null) => ({
  kind,
  passed,
  rule,
  passesAt: null,
})
const permissionWith = (change: Partial<PermissionToSet>): PermissionToSet => ({
  allowed: false,
  pointClass: 'critical',
  classRule: 'Reactive power',
  checks: [],
  needs: { right: 'setCritical', role: 'engineer', confirmation: true, reason: true, signInWithin: 300 },
  limits: {
    minimum: null,
    maximum: null,
    largestStep: null,
    leastInterval: { value: 60, rule: 'Settle' },
    hours: [{ from: '08:00', to: '16:00', timezone: 'Europe/Oslo', days: [1, 2, 3, 4, 5], rule: 'Day shift' }],
  },
  contact: '',
  ...change,
})

describe('why a person may not set a point', () => {
  it('is the first check that is not passed', () => {
    const permission = permissionWith({ checks: [check('role', true), check('place', false), check('hours', false)] })
    expect(refusedBy(permission)?.kind).toBe('place')
  })

  it('is never a sign-in that is too old: that is asked for when sending', () => {
    expect(refusedBy(permissionWith({ checks: [check('role', true), check('signIn', false)] }))).toBe(undefined)
  })

  it('names the right, the role and the rule', () => {
    const permission = permissionWith({})
    expect(whyNot(check('role', false), permission, 'viewer', en)).toBe(
      'Your role viewer does not include setting critical points: that needs the role engineer.',
    )
    expect(whyNot(check('hours', false, 'Day shift'), permission, 'engineer', en)).toBe(
      'The rule “Day shift” allows it only from 08:00 to 16:00 (Europe/Oslo), Mon–Fri.',
    )
    expect(whyNot(check('interval', false, 'Settle'), permission, 'engineer', en)).toBe(
      'The rule “Settle” asks for 60 s between two sends to this point.',
    )
    expect(whyNot(check('signIn', false), permission, 'engineer', en)).toContain('within the last 5 min')
  })

  it('lasts for roles and places, and passes by itself for times', () => {
    expect([check('role', false), check('place', false)].every(isLasting)).toBe(true)
    expect([check('hours', false), check('interval', false)].some(isLasting)).toBe(false)
  })
})
