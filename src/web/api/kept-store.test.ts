import 'fake-indexeddb/auto'
import { deleteDB } from 'idb'
import { afterEach, describe, expect, test } from 'vitest'
import type { Session } from '#contract/panel/session.ts'
import { type AnswerToKeep, createKeptStore, type KeptBounds, type KeptStore, usualBounds } from './kept-store.ts'

const session = (personId: string): Session => ({
  person: { id: personId, name: personId, role: 'operator', assetIds: [], kind: 'local' },
  signIn: { time: 0, endTime: 99_000, idleLimit: 60 },
  gateways: [{ id: 'main', name: 'Main', kind: 'embedded', orgId: 'o', treeIds: [], address: 'http://x' }],
  draftMaxAge: 60,
  time: 1000,
  version: '1',
})

const answer = (hash: string, updatedAt: number, size = 10): AnswerToKeep => ({
  hash,
  queryKey: [hash],
  updatedAt,
  form: { form: hash, size },
})

const stores: KeptStore[] = []
const store = (bounds: Partial<KeptBounds> = {}, shapes = 'a') => {
  const made = createKeptStore(shapes, { ...usualBounds, ...bounds })
  stores.push(made)
  return made
}
afterEach(async () => {
  for (const one of stores.splice(0)) await one.close()
  await deleteDB('setpoint-kept')
})

const hashes = async (from: KeptStore, personId = 'ann', gatewayId = 'main') =>
  (await from.answers(personId, gatewayId)).map(({ hash }) => hash).sort()

describe('whose it is', () => {
  test('what a person read at a gateway is read there by that person alone', async () => {
    const one = store()
    await one.begin(session('ann'), 1)
    await one.keep('ann', 'main', [answer('x', 2)])
    await one.keep('ann', 'test', [answer('y', 2)])
    expect([await hashes(one), await hashes(one, 'ann', 'test')]).toEqual([['x'], ['y']])
    expect([await hashes(one, 'ben'), await hashes(one, 'ann', 'other')]).toEqual([[], []])
  })

  test('another person on the same tablet finds nothing, and nothing is left for the first to come back to', async () => {
    const one = store()
    await one.begin(session('ann'), 1)
    await one.keep('ann', 'main', [answer('x', 2)])
    await one.begin(session('ben'), 3)
    expect([await hashes(one), await hashes(one, 'ben')]).toEqual([[], []])
    expect((await one.session(4))?.session.person.id).toBe('ben')
    await one.begin(session('ann'), 5)
    expect(await hashes(one)).toEqual([])
  })

  test('who signs out deletes it, and a tab that is still open writes nothing back', async () => {
    const [one, otherTab] = [store(), store()]
    await one.begin(session('ann'), 1)
    await one.keep('ann', 'main', [answer('x', 2)])
    await one.forget()
    await otherTab.keep('ann', 'main', [answer('x', 3)])
    expect([await hashes(one), await one.session(4)]).toEqual([[], null])
  })

  test('once the server has said that the session is over, it is hidden until the person signs in', async () => {
    const one = store()
    await one.begin(session('ann'), 1)
    await one.keep('ann', 'main', [answer('x', 2)])
    await one.hide()
    await one.keep('ann', 'main', [answer('y', 3)])
    expect([await hashes(one), await one.session(4)]).toEqual([[], null])
    await one.begin(session('ann'), 5)
    expect(await hashes(one)).toEqual(['x'])
  })
})

describe('its bounds', () => {
  test('where there are too many, the oldest go', async () => {
    const one = store({ answers: 2 })
    await one.begin(session('ann'), 1)
    await one.keep('ann', 'main', [answer('x', 2), answer('y', 4), answer('z', 3)])
    expect(await hashes(one)).toEqual(['y', 'z'])
  })

  test('where they take too much room, the oldest go; one that is too large by itself is not kept', async () => {
    const one = store({ bytes: 100, bytesOfOne: 90 })
    await one.begin(session('ann'), 1)
    await one.keep('ann', 'main', [answer('x', 2, 60), answer('y', 3, 30)])
    await one.keep('ann', 'main', [answer('z', 4, 50), answer('huge', 5, 91)])
    expect(await hashes(one)).toEqual(['y', 'z'])
  })

  test('a week after the server was last heard of, nothing is shown', async () => {
    const one = store({ age: 100 })
    await one.begin(session('ann'), 1000)
    await one.keep('ann', 'main', [answer('x', 1050)])
    expect((await one.session(1150))?.answeredAt).toBe(1000)
    expect(await one.session(1151)).toBeNull()
  })

  test('a panel that reads other shapes throws away what was kept', async () => {
    const [one, newer] = [store(), store({}, 'b')]
    await one.begin(session('ann'), 1)
    await one.keep('ann', 'main', [answer('x', 2)])
    expect([await newer.session(3), await hashes(newer)]).toEqual([null, []])
    await newer.begin(session('ann'), 3)
    expect(await hashes(newer)).toEqual([])
  })
})

test('an answer that is as before only gets its time, and one that is gone is told of', async () => {
  const one = store()
  await one.begin(session('ann'), 1)
  await one.keep('ann', 'main', [answer('x', 2)])
  const again = [
    { hash: 'x', queryKey: ['x'], updatedAt: 9 },
    { hash: 'y', queryKey: ['y'], updatedAt: 9 },
  ]
  expect(await one.keep('ann', 'main', again)).toEqual(['y'])
  expect(await one.answers('ann', 'main')).toEqual([
    { hash: 'x', queryKey: ['x'], queryType: undefined, updatedAt: 9, form: 'x' },
  ])
  await one.keep('ann', 'main', [{ ...answer('x', 5), form: { form: 'older', size: 1 } }])
  expect((await one.answers('ann', 'main'))[0]?.form).toBe('x')
})
