import { expect, test } from 'vitest'
import type { PermissionToSet } from '#contract/panel/permission-to-set.ts'
import { isSignInDue } from './sign-in-due.ts'

const within = (signInWithin: number | null): PermissionToSet => ({
  allowed: true,
  pointClass: 'critical',
  classRule: null,
  checks: [],
  needs: { right: 'setCritical', role: 'engineer', confirmation: true, reason: true, signInWithin },
  limits: { minimum: null, maximum: null, largestStep: null, leastInterval: null, hours: [] },
  contact: '',
})
const signIn = { time: 1_000_000, endTime: 9_000_000, idleLimit: 600 }

test('a sign-in is due once it is older than the point allows, a little early so that it holds on the way', () => {
  expect(isSignInDue(within(300), signIn, 1_000_000 + 200_000)).toBe(false)
  expect(isSignInDue(within(300), signIn, 1_000_000 + 294_000)).toBe(false)
  expect(isSignInDue(within(300), signIn, 1_000_000 + 296_000)).toBe(true)
})

test('it never is for the built-in user, for a point that does not ask, and while nothing is known', () => {
  expect(isSignInDue(within(300), null, 9e12)).toBe(false)
  expect(isSignInDue(within(null), signIn, 9e12)).toBe(false)
  expect(isSignInDue(null, signIn, 9e12)).toBe(false)
})
