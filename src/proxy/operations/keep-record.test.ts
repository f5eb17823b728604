import { describe, expect, it } from 'vitest'
import type { Operation } from '#contract/panel/operation.ts'
import { settled } from './manual-clock.suite.ts'
import type { Send } from './ports.ts'
import { recover } from './recover.ts'
import { accepted, anyonesPerformer, aSend, surroundings } from './rules.suite.ts'

/** A performer whose disk takes new operations, changes of them, both or neither. */
function start() {
  const around = surroundings()
  const disk = { takes: { record: true, change: true } }
  const full = () => Promise.reject(new Error('database or disk is full'))
  const store: typeof around.store = {
    ...around.store,
    record: (operation) => (disk.takes.record ? around.store.record(operation) : full()),
    change: (id, change) => (disk.takes.change ? around.store.change(id, change) : full()),
  }
  const followed: Operation[] = []
  const ended: Operation[] = []
  const { perform, idle } = anyonesPerformer({
    ...around,
    store,
    follow: (operation) => void followed.push(operation),
    ended: (operation) => void ended.push(operation),
  })
  const stored = ({ idempotencyKey }: Send) => around.store.withKey(idempotencyKey)
  return { ...around, disk, perform, idle, followed, ended, stored }
}
const instant = (change: Partial<Send> = {}) => aSend({ pendingTtl: 0, ...change })
const lost = { failure: 'connectionLost', code: null, message: 'reset', commandId: '', text: '' } as const

describe('a disk that is full', () => {
  it('lets nothing leave that is not recorded, says so, and needs no restart', async () => {
    const { disk, perform, sets, troubles } = start()
    disk.takes.record = false
    const send = instant()
    await expect(perform(send)).rejects.toMatchObject({ failure: 'notRecorded' })
    expect(sets).toEqual([])
    expect(troubles).toHaveLength(1)
    disk.takes.record = true
    expect(await perform(send)).toMatchObject({ outcome: 'done' })
    expect(sets).toHaveLength(1)
  })

  it('does not keep from anybody what became of a send; the record follows when there is space', async () => {
    const { disk, perform, clock, sets, stored, ended, says } = start()
    says.set = () => {
      disk.takes.change = false
      return accepted()
    }
    const send = instant()
    const told = await perform(send)
    expect(told).toMatchObject({ outcome: 'done', code: 0, steps: [{ kind: 'recorded' }, {}, { kind: 'answered' }] })
    expect(stored(send)).toMatchObject({ outcome: 'waiting' })
    // The same key is not taken for one of which nobody knows, and leaves no second time.
    expect(await perform({ ...send })).toEqual(told)
    await clock.advance(5000)
    expect(stored(send)).toMatchObject({ outcome: 'waiting' })
    expect(ended).toEqual([])
    disk.takes.change = true
    await clock.advance(1000)
    await settled()
    expect(stored(send)).toEqual({ ...told, revision: stored(send)?.revision })
    expect(ended).toHaveLength(1)
    expect(sets).toHaveLength(1)
  })

  it('has a cached command followed once it is known on disk by what', async () => {
    const { disk, perform, clock, followed, says } = start()
    says.set = () => {
      disk.takes.change = false
      return accepted()
    }
    expect(await perform(aSend())).toMatchObject({ outcome: 'queued' })
    expect(followed).toEqual([])
    disk.takes.change = true
    await clock.advance(1000)
    await settled()
    expect(followed).toMatchObject([{ outcome: 'queued', commandId: '2500000000000000001' }])
  })

  it('lets no send pass an unknown outcome that it has not taken yet', async () => {
    const { disk, perform, sets, says } = start()
    says.set = () => {
      disk.takes.change = false
      return lost
    }
    expect(await perform(instant())).toMatchObject({ outcome: 'unknown' })
    await expect(perform(instant())).rejects.toMatchObject({ failure: 'notRecorded' })
    disk.takes.change = true
    await expect(perform(instant())).rejects.toMatchObject({ failure: 'unresolvedUnknown' })
    expect(sets).toHaveLength(1)
  })

  it('is tried once more at the end; what it never took is unknown after a restart, not lost', async () => {
    const { disk, perform, idle, stored, store, clock, says } = start()
    says.set = () => {
      disk.takes.change = false
      return accepted()
    }
    const [first, second] = [instant(), instant({ measurepointId: 'q' })]
    await perform(first)
    disk.takes.change = true
    await idle()
    expect(stored(first)).toMatchObject({ outcome: 'done' })
    await perform(second)
    await idle()
    expect(stored(second)).toMatchObject({ outcome: 'waiting' })
    await recover(store, clock, () => {})
    expect(stored(second)).toMatchObject({ outcome: 'unknown', failure: 'interrupted' })
  })
})
