import { describe, expect, it } from 'vitest'
import type { Grant } from '#contract/panel/policy.ts'
import { roleOf } from './grants.ts'

const grant = (claim: string, value: string, role: Grant['role'], assetIds: string[] = []): Grant => ({
  claim,
  value,
  role,
  assetIds,
})

const viewers = grant('groups', 'all', 'viewer')
const operators = grant('groups', 'shift', 'operator', ['a1'])

describe('the role of a person', () => {
  it('is of the grant whose value the claim is, or has in its list', () => {
    expect(roleOf({ groups: 'all' }, [viewers])).toEqual({ role: 'viewer', assetIds: [] })
    expect(roleOf({ groups: ['x', 'all'] }, [viewers])).toEqual({ role: 'viewer', assetIds: [] })
  })

  it.for<[string, Record<string, unknown>]>([
    ['there is no such claim', {}],
    ['the claim is another text', { groups: 'all of them' }],
    ['the claim only contains the value', { groups: 'x,all' }],
    ['its list has another case', { groups: ['ALL'] }],
    ['it is a list in a list', { groups: [['all']] }],
    ['it is null', { groups: null }],
    ['it is an object', { groups: { all: true } }],
  ])('is none where %s', ([, claims]) => {
    expect(roleOf(claims, [viewers])).toBeUndefined()
  })

  it('is the highest of all grants that match, in whatever order they stand', () => {
    const claims = { groups: ['all', 'shift'] }
    expect(roleOf(claims, [viewers, operators])).toEqual({ role: 'operator', assetIds: ['a1'] })
    expect(roleOf(claims, [operators, viewers])).toEqual({ role: 'operator', assetIds: ['a1'] })
  })

  it('holds at all places of the grants that give it, and at no place of a lower one', () => {
    const more = [operators, grant('sub', 'ann', 'operator', ['a2', 'a1']), grant('sub', 'ann', 'viewer', ['a3'])]
    expect(roleOf({ sub: 'ann', groups: ['shift'] }, more)).toEqual({ role: 'operator', assetIds: ['a1', 'a2'] })
  })

  it('holds everywhere where one of the grants that give it names no place', () => {
    const more = [operators, grant('sub', 'ann', 'operator')]
    expect(roleOf({ sub: 'ann', groups: ['shift'] }, more)).toEqual({ role: 'operator', assetIds: [] })
  })

  it('is found by a name whose dots lead into objects, and by a name with dots of its own', () => {
    const nested = grant('realm_access.roles', 'set', 'operator')
    expect(roleOf({ realm_access: { roles: ['set'] } }, [nested])?.role).toBe('operator')
    const address = grant('https://plant.example/roles', 'set', 'engineer')
    expect(roleOf({ 'https://plant.example/roles': ['set'] }, [address])?.role).toBe('engineer')
    expect(roleOf({}, [grant('constructor.name', 'Object', 'administrator')])).toBeUndefined()
  })

  it('does not follow from an e-mail address that is not proved', () => {
    const byMail = grant('email', 'ann@plant.example', 'engineer')
    expect(roleOf({ email: 'ann@plant.example', email_verified: false }, [byMail])).toBeUndefined()
    expect(roleOf({ email: 'ann@plant.example', email_verified: true }, [byMail])?.role).toBe('engineer')
  })
})
