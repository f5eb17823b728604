import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ann, anOutboxDraft } from '../features/outbox/outbox-draft.suite.ts'
import { OutboxUnavailable, outboxStore } from './outbox-store.ts'

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const statesOf = async () => (await outboxStore.list(ann)).own.map(({ id, state }) => `${id} ${state}`)
const draft = anOutboxDraft()
const release = { send: draft.send, form: draft.form, deviceTime: 5_000_000, clockOffset: 100 }

describe('what is kept on this device', () => {
  test('comes back character by character, oldest first', async () => {
    const younger = anOutboxDraft({
      id: 'key-00002',
      deviceTime: 2_000_000,
      form: { draft: { low: '1.0', taps: ['2', ''] }, way: 'online', timeout: '30', keep: '600' },
    })
    await outboxStore.keep(younger)
    await outboxStore.keep(draft)
    expect((await outboxStore.list(ann)).own).toEqual([draft, younger])
  })

  test('is shown to nobody else, nor at another gateway; those are only counted', async () => {
    await outboxStore.keep(draft)
    await outboxStore.keep(anOutboxDraft({ id: 'key-00002', owner: { gatewayId: 'test', personId: 'ann' } }))
    await outboxStore.keep(anOutboxDraft({ id: 'key-00003', owner: { gatewayId: 'enos', personId: 'bob' } }))
    await outboxStore.keep(anOutboxDraft({ id: 'key-00004', owner: { gatewayId: 'test', personId: 'bob' } }))
    expect(await outboxStore.list(ann)).toEqual({ own: [draft], ofOthers: 2, elsewhere: 1 })
  })

  test('is released by nobody else', async () => {
    await outboxStore.keep(draft)
    expect(await outboxStore.begin(draft.id, { gatewayId: 'enos', personId: 'bob' }, release)).toBe(false)
    expect(await statesOf()).toEqual(['key-00001 kept'])
  })

  test('is marked on disk before it leaves, with the key under which it does', async () => {
    await outboxStore.keep(draft)
    const send = { ...draft.send, idempotencyKey: 'key-typed-again' }
    expect(await outboxStore.begin(draft.id, ann, { ...release, send })).toBe(true)
    expect((await outboxStore.list(ann)).own).toEqual([
      { ...draft, ...release, send, state: 'releasing', wasTried: true },
    ])
  })

  test('stays as old as it is where it leaves as it was typed', async () => {
    await outboxStore.keep(draft)
    await outboxStore.begin(draft.id, ann, release)
    expect((await outboxStore.list(ann)).own).toEqual([{ ...draft, state: 'releasing', wasTried: true }])
  })

  test('leaves once: what was deleted or released meanwhile must not', async () => {
    expect(await outboxStore.begin(draft.id, ann, release)).toBe(false)
    await outboxStore.keep(draft)
    await outboxStore.begin(draft.id, ann, release)
    await outboxStore.settle(draft.id, 'operation-1')
    expect(await outboxStore.begin(draft.id, ann, release)).toBe(false)
    await outboxStore.remove(draft.id)
    expect(await statesOf()).toEqual([])
  })

  test('may be begun again under the same key where the first attempt was cut off', async () => {
    await outboxStore.keep(draft)
    await outboxStore.begin(draft.id, ann, release)
    expect(await outboxStore.begin(draft.id, ann, release)).toBe(true)
  })

  test('is kept as before where nothing was recorded, and never again once it was', async () => {
    await outboxStore.keep(draft)
    await outboxStore.begin(draft.id, ann, release)
    await outboxStore.settle(draft.id, null)
    expect(await statesOf()).toEqual(['key-00001 kept'])
    await outboxStore.begin(draft.id, ann, release)
    await outboxStore.settle(draft.id, 'operation-1')
    await outboxStore.settle(draft.id, null)
    expect(await statesOf()).toEqual(['key-00001 released'])
  })

  test('of two that release at once, each asks under the same key', async () => {
    await outboxStore.keep(draft)
    const begun = await Promise.all([1, 2, 3].map(() => outboxStore.begin(draft.id, ann, release)))
    expect(begun).toEqual([true, true, true])
    expect((await outboxStore.list(ann)).own.map(({ send }) => send.idempotencyKey)).toEqual(['key-00001'])
  })

  test('written by another version of the panel is left alone', async () => {
    await outboxStore.keep({ ...draft, state: 'other' } as unknown as typeof draft)
    await outboxStore.keep(anOutboxDraft({ id: 'key-00002' }))
    expect(await statesOf()).toEqual(['key-00002 kept'])
  })
})

describe('a browser that keeps nothing', () => {
  test('has no databases', async () => {
    vi.stubGlobal('indexedDB', undefined)
    await expect(outboxStore.keep(draft)).rejects.toBeInstanceOf(OutboxUnavailable)
    await expect(outboxStore.list(ann)).rejects.toBeInstanceOf(OutboxUnavailable)
  })

  test('refuses to open one', async () => {
    const refuse = () => {
      throw new DOMException('', 'SecurityError')
    }
    vi.stubGlobal('indexedDB', { open: refuse })
    await expect(outboxStore.keep(draft)).rejects.toBeInstanceOf(OutboxUnavailable)
    await expect(outboxStore.begin(draft.id, ann, release)).rejects.toBeInstanceOf(OutboxUnavailable)
  })

  test('never answers', async () => {
    vi.useFakeTimers()
    try {
      vi.stubGlobal('indexedDB', { open: () => new IDBOpenDBRequest() })
      const kept = expect(outboxStore.keep(draft)).rejects.toBeInstanceOf(OutboxUnavailable)
      await vi.advanceTimersByTimeAsync(5000)
      await kept
    } finally {
      vi.useRealTimers()
    }
  })

  test('was cleared: nothing is there, and the next draft is kept', async () => {
    await outboxStore.keep(draft)
    await new Promise((resolve) => {
      indexedDB.deleteDatabase('setpoint-outbox').onsuccess = resolve
    })
    expect(await statesOf()).toEqual([])
    await outboxStore.keep(draft)
    expect(await statesOf()).toEqual(['key-00001 kept'])
  })
})
