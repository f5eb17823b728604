import { afterEach, describe, expect, it } from 'vitest'
import type { Person } from '#contract/panel/session.ts'
import { newDirectory } from '../running-proxy.suite.ts'
import { openPeople } from './open-people.ts'
import { addPerson } from './people.suite.ts'
import type { Proof } from './ports.ts'
import type { GrantOf } from './sessions.ts'

const minute = 60_000
const limits = { idle: 60 * 60, absolute: 12 * 60 * 60 }
const ann: Person = { id: 'ann', name: 'Ann', role: 'viewer', assetIds: [], kind: 'local' }
const olga: Person = { id: 'oidc:olga', name: 'Olga', role: 'viewer', assetIds: [], kind: 'oidc' }

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

async function open(grantOf: GrantOf = () => undefined) {
  const dataDirectory = newDirectory()
  await addPerson(dataDirectory, 'ann')
  const clock = { time: 1_800_000_000_000 }
  const config = { dataDirectory, sessions: limits, passwordCost: { memory: 1024, passes: 1 } }
  const people = openPeople(config, grantOf, () => clock.time)
  stops.push(people.close)
  const begin = (person: Person, more: { proof?: Proof; oldToken?: string } = {}) =>
    people.sessions.begin(person, '10.0.0.7', { oldToken: undefined, proof: undefined, ...more })
  return { ...people.sessions, accounts: people.accounts, begin, clock }
}

describe('a session', () => {
  it('ends when nobody was there for the idle limit, to the millisecond', async () => {
    const { begin, find, seen, clock } = await open()
    const { token } = await begin(ann)
    const session = find(token) ?? { id: 0, seenTime: 0 }
    clock.time += 59 * minute
    await seen(session)
    clock.time += 60 * minute - 1
    expect(find(token)).toBeDefined()
    clock.time += 1
    expect(find(token)).toBeUndefined()
    await seen(session)
    expect(find(token)).toBeUndefined()
  })

  it('ends at the absolute limit, however busy its person is', async () => {
    const { begin, find, seen, findById, clock } = await open()
    const { token, asker } = await begin(ann)
    const id = find(token)?.id ?? 0
    while (clock.time < (asker.signIn?.endTime ?? 0)) {
      const session = findById(id)
      if (!session) throw new Error('it has ended')
      await seen(session)
      clock.time += 30 * minute
    }
    expect(findById(id)).toBeUndefined()
  })

  it('keeps its id when its person signs in again, under another token and with new limits', async () => {
    const { begin, find, clock } = await open()
    const first = await begin(ann)
    const { id } = find(first.token) ?? {}
    clock.time += 50 * minute
    const second = await begin(ann, { oldToken: first.token })
    expect(find(first.token)).toBeUndefined()
    expect(find(second.token)).toMatchObject({ id, asker: { signIn: { time: clock.time } } })
    clock.time += 50 * minute
    expect(find(second.token)).toBeDefined()
  })

  it('that is past a limit is swept away, and told of with the reason', async () => {
    const { begin, sweep, clock } = await open()
    await begin(ann)
    clock.time += 60 * minute
    const { token } = await begin(ann)
    expect(await sweep()).toEqual([{ person: 'ann', address: '10.0.0.7', why: 'idle limit' }])
    expect(await sweep()).toEqual([])
    clock.time += 12 * 60 * minute
    expect(await sweep()).toEqual([{ person: 'ann', address: '10.0.0.7', why: 'absolute limit' }])
    expect(token).toHaveLength(43)
  })

  it('that was ended from beside tells why, and is not renewed by a sign-in', async () => {
    const { begin, find, sweep, accounts } = await open()
    const first = await begin(ann)
    await accounts.disable('ann', true)
    await accounts.disable('ann', false)
    expect(find(first.token)).toBeUndefined()
    expect(await sweep()).toEqual([{ person: 'ann', address: '10.0.0.7', why: 'account disabled' }])
    const second = await begin(ann)
    await accounts.changePassword('ann', 'x', '')
    const third = await begin(ann, { oldToken: second.token })
    expect(find(second.token)).toBeUndefined()
    expect(find(third.token)).toBeDefined()
  })

  it('of a person from elsewhere holds the role that the grants give at this moment, and ends with the last', async () => {
    let grant: ReturnType<GrantOf> = { role: 'engineer', assetIds: ['a1'] }
    const { begin, find } = await open(({ groups }) => (groups === 'shift' ? grant : undefined))
    const { token } = await begin(olga, { proof: { time: 5, claims: { groups: 'shift' } } })
    expect(find(token)?.asker).toMatchObject({
      person: { id: 'oidc:olga', name: 'Olga', role: 'engineer', assetIds: ['a1'], kind: 'oidc' },
      signIn: { time: 5 },
    })
    grant = { role: 'viewer', assetIds: [] }
    expect(find(token)?.asker.person.role).toBe('viewer')
    grant = undefined
    expect(find(token)).toBeUndefined()
  })

  it('of a person from elsewhere never says that they proved it later than now', async () => {
    const { begin, clock } = await open()
    const { asker } = await begin(olga, { proof: { time: clock.time + minute, claims: {} } })
    expect(asker.signIn?.time).toBe(clock.time)
  })

  it('of an account is not one of somebody from elsewhere with the same id', async () => {
    const { begin, find, endAllOf } = await open(() => ({ role: 'viewer', assetIds: [] }))
    const local = await begin(ann)
    const elsewhere = await begin({ ...olga, id: 'ann' }, { oldToken: local.token })
    expect(find(local.token)).toBeUndefined()
    const again = await begin(ann)
    const found = find(again.token)
    expect(found && (await endAllOf(found))).toBe(1)
    expect(find(elsewhere.token)).toBeDefined()
  })
})
