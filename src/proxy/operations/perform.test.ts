import { describe, expect, it } from 'vitest'
import type { Operation } from '#contract/panel/operation.ts'
import { settled } from './manual-clock.suite.ts'
import type { Send, SetAnswer } from './ports.ts'
import { recover } from './recover.ts'
import { accepted, anyonesPerformer, aSend, surroundings } from './rules.suite.ts'

function start() {
  const around = surroundings()
  const followed: Operation[] = []
  const follow = (operation: Operation) => void followed.push(operation)
  const { perform, idle } = anyonesPerformer({ ...around, follow, ended: () => {} })
  return { ...around, perform, idle, follow, followed }
}

const instant = (change: Partial<Send> = {}) => aSend({ pendingTtl: 0, ...change })

describe('performing a send', () => {
  it('has it on disk before anything leaves', async () => {
    const { perform, store, says } = start()
    const send = instant()
    let before: Operation | undefined
    says.set = () => {
      before = store.withKey(send.idempotencyKey)
      return accepted()
    }
    const after = await perform(send)
    expect(before).toMatchObject({ outcome: 'waiting', steps: [{ kind: 'recorded' }] })
    expect(after).toMatchObject({ id: before?.id, outcome: 'done' })
  })

  it('sends once for fifty at the same time, and gives all the one outcome', async () => {
    const { perform, sets } = start()
    const send = instant()
    const all = await Promise.all(Array.from({ length: 50 }, () => perform({ ...send })))
    expect(sets).toHaveLength(1)
    expect(new Set(all.map(({ id }) => id)).size).toBe(1)
  })

  it('gives a repeated key its recorded outcome, whatever that was', async () => {
    const { perform, sets, says } = start()
    says.set = () => ({ failure: 'connectionLost', code: null, message: 'reset', commandId: '', text: '' })
    const send = instant()
    const first = await perform(send)
    expect(first).toMatchObject({ outcome: 'unknown', failure: 'connectionLost' })
    expect(await perform({ ...send })).toEqual(first)
    expect(sets).toHaveLength(1)
  })

  it.for([
    { person: 'other' },
    { orgId: 'o2' },
    { assetId: 'a2' },
    { productKey: 'pk' },
    { deviceKey: 'dk' },
    { measurepointId: 'q' },
    { pendingTtl: 1 },
    { timeout: 31 },
    { body: '{"value":1.00}' },
  ])('refuses a used key with other content: %o', async (change) => {
    const { perform, sets, says } = start()
    const send = instant()
    let answer = (_answer: SetAnswer): void => {}
    says.set = () => new Promise((resolve) => (answer = resolve))
    const running = perform(send)
    // While it is in progress, and after.
    await expect(perform({ ...send, ...change })).rejects.toMatchObject({ failure: 'idempotencyConflict' })
    await expect.poll(() => sets.length).toBe(1)
    answer(accepted())
    await running
    await expect(perform({ ...send, ...change })).rejects.toMatchObject({ failure: 'idempotencyConflict' })
    expect(sets).toHaveLength(1)
  })

  it('never sends again what was recorded, but of which no answer is known', async () => {
    const { perform, store, sets } = start()
    const send = instant()
    const { perform: crashed } = anyonesPerformer({
      ...surroundings(),
      store: { ...store, change: () => new Promise(() => {}) },
      follow: () => {},
      ended: () => {},
    })
    void crashed(send)
    await expect.poll(() => store.withKey(send.idempotencyKey)).toMatchObject({ outcome: 'waiting' })
    expect(await perform(send)).toMatchObject({ outcome: 'unknown', failure: 'interrupted' })
    expect(sets).toEqual([])
  })

  it('shows that it left where the answer takes long, and shows it once', async () => {
    const { perform, store, says, clock, told } = start()
    let answer = (_answer: SetAnswer): void => {}
    says.set = () => new Promise((resolve) => (answer = resolve))
    const send = instant()
    const running = perform(send)
    await settled()
    await clock.advance(1000)
    expect(store.withKey(send.idempotencyKey)?.steps.map(({ kind }) => kind)).toEqual(['recorded', 'sent'])
    answer(accepted())
    expect((await running).steps.map(({ kind }) => kind)).toEqual(['recorded', 'sent', 'answered'])
    expect(told).toHaveLength(3)
  })

  it('follows a cached command, and no instant one', async () => {
    const { perform, followed } = start()
    await perform(instant())
    expect(followed).toEqual([])
    const queued = await perform(aSend())
    expect(queued).toMatchObject({ outcome: 'queued', state: 1, commandId: '2500000000000000001', endTime: null })
    expect(followed).toEqual([queued])
  })

  it('never changes an outcome that is final', async () => {
    const { perform, store } = start()
    const done = await perform(instant())
    expect(await store.change(done.id, { outcome: 'unknown', failure: 'interrupted' })).toEqual(done)
    expect(store.get(done.id)).toEqual(done)
  })
})

describe('recovering', () => {
  it('calls unknown what may have left, and goes on following what is known', async () => {
    const { store, clock, perform, follow, followed, says } = start()
    const queued = await perform(aSend())
    followed.length = 0
    says.set = () => new Promise(() => {})
    const left = [instant(), aSend()]
    for (const send of left) void perform(send)
    await expect.poll(() => store.unfinished().length).toBe(3)
    await recover(store, clock, follow)
    expect(followed).toEqual([queued])
    for (const { idempotencyKey } of left) {
      expect(store.withKey(idempotencyKey)).toMatchObject({
        outcome: 'unknown',
        failure: 'interrupted',
        steps: [{ kind: 'recorded' }, { kind: 'interrupted' }],
      })
    }
  })
})
