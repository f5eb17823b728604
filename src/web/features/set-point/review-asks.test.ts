import { describe, expect, it } from 'vitest'
import type { PermissionToSet } from '#contract/panel/permission-to-set.ts'
import { asksOf, missingOf } from './review-asks.ts'

const known = (pointClass: PermissionToSet['pointClass']) => ({
  phase: 'known' as const,
  session: undefined,
  permission: {
    allowed: true,
    pointClass,
    classRule: null,
    checks: [],
    needs: {
      right: 'set' as const,
      role: 'operator' as const,
      confirmation: pointClass !== 'routine',
      reason: pointClass === 'critical',
      signInWithin: null,
    },
    limits: { minimum: null, maximum: null, largestStep: null, leastInterval: null, hours: [] },
    contact: '',
  },
})
const nothing = { isConfirmed: false, reason: '  ' }

describe('what a review asks for', () => {
  it('is nothing of a routine point, a tick of one to confirm, a tick and a reason of a critical one', () => {
    const missing = (pointClass: PermissionToSet['pointClass']) => missingOf(asksOf(known(pointClass), false), nothing)
    expect(missing('routine')).toEqual([])
    expect(missing('confirm')).toEqual(['confirmation'])
    expect(missing('critical')).toEqual(['confirmation', 'reason'])
  })

  it('is the tick where nobody knows the class, and waiting while it is asked for', () => {
    const of = (phase: 'asking' | 'unknown') => asksOf({ phase, permission: null, session: undefined }, false)
    expect(missingOf(of('unknown'), nothing)).toEqual(['confirmation'])
    expect(of('unknown').isWaiting).toBe(false)
    expect(of('asking').isWaiting).toBe(true)
  })

  it('is given by a tick and a reason of more than blanks', () => {
    expect(missingOf(asksOf(known('critical'), true), { isConfirmed: true, reason: 'Grid operator asked' })).toEqual([])
  })
})
