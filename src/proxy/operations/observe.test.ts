import { describe, expect, it } from 'vitest'
import { Failure } from '#contract/enos/failure.ts'
import type { FailureName } from '#contract/enos/failures.ts'
import type { LatestValue } from '#contract/enos/latest-value.ts'
import type { Operation } from '#contract/panel/operation.ts'
import { ExactNumber } from '#contract/value/exact.ts'
import { createObserver } from './observe.ts'
import { aSend, inState, surroundings } from './rules.suite.ts'
import { failed } from './settle.ts'

const minute = 60_000

function start() {
  const around = surroundings()
  const { store, clock, gateway, newId } = around
  let latest = (): LatestValue | null => null
  let looks = 0
  const troubles: unknown[] = []
  const create = () =>
    createObserver({
      store,
      clock,
      witness: {
        getCommand: gateway.getCommand,
        async latest() {
          looks++
          return latest()
        },
      },
      trouble: (error) => troubles.push(error),
    })
  const operations = {
    async unknown(failure: FailureName = 'noAnswerInTime', commandId = ''): Promise<Operation> {
      const { id } = await store.record(begun())
      const time = clock.now()
      return await store.change(id, { ...failed(failure, time), commandId, steps: [{ kind: 'sent', time: time - 1 }] })
    },
    async done(): Promise<Operation> {
      const { id } = await store.record(begun())
      const time = clock.now()
      return await store.change(id, { outcome: 'done', endTime: time, steps: [{ kind: 'sent', time: time - 1 }] })
    },
  }
  const begun = () => ({
    ...aSend({ pendingTtl: 0, timeout: 1, body: '{"value":5.0}' }),
    id: newId(),
    createTime: clock.now(),
    endTime: null,
    outcome: 'waiting' as const,
    failure: null,
    code: null,
    message: '',
    commandId: '',
    state: null,
    steps: [],
    answer: '',
  })
  const reports = (value: string, time = () => clock.now()) => {
    latest = () => ({ id: 'p', time: time(), value: new ExactNumber(value) })
  }
  const fails = (failure: FailureName) => {
    latest = () => {
      throw new Failure(failure)
    }
  }
  return { ...around, ...operations, create, reports, fails, troubles, looks: () => looks }
}

describe('the observer', () => {
  it('notes a verdict by what the device reports, and leaves outcome and steps as they are', async () => {
    const { create, unknown, reports, clock, store, told } = start()
    const operation = await unknown()
    reports('5')
    create().observe(operation)
    await clock.advance(3000)
    expect(store.get(operation.id)).toEqual({
      ...operation,
      revision: operation.revision + 1,
      verdict: { kind: 'confirmedLate', time: expect.any(Number), evidence: [expect.objectContaining({ value: '5' })] },
    })
    expect(told.at(-1)?.verdict?.kind).toBe('confirmedLate')
  })

  it('notes a verdict by the later state of the command', async () => {
    const { create, unknown, says, clock, store, looks } = start()
    const operation = await unknown('lostTrack', '25')
    says.get = () => inState(5, { endTime: clock.now() })
    create().observe(operation)
    await clock.advance(3000)
    expect(store.get(operation.id)?.verdict).toMatchObject({
      kind: 'confirmedLate',
      evidence: [{ kind: 'commandState', state: 5 }],
    })
    await clock.advance(20 * minute)
    expect(looks()).toBe(1)
  })

  it('cannot tell after ten minutes of silence, and has asked ever more rarely', async () => {
    const { create, unknown, clock, store, looks } = start()
    const operation = await unknown()
    create().observe(operation)
    await clock.advance(9 * minute)
    expect(store.get(operation.id)?.verdict).toBeUndefined()
    await clock.advance(3 * minute)
    expect(store.get(operation.id)?.verdict).toMatchObject({ kind: 'cannotTell', evidence: [] })
    expect(looks()).toBeLessThan(25)
  })

  it('does not take a gateway that cannot be reached for a silent device', async () => {
    const { create, unknown, clock, store, fails, reports, troubles } = start()
    const operation = await unknown('connectionLost')
    fails('gatewayUnreachable')
    create().observe(operation)
    await clock.advance(60 * minute)
    expect(store.get(operation.id)?.verdict).toBeUndefined()
    reports('5.0')
    await clock.advance(2 * minute)
    expect(store.get(operation.id)?.verdict?.kind).toBe('confirmedLate')
    expect(troubles).toEqual([])
  })

  it('goes on after a restart, with what is unknown however old and what was done just now', async () => {
    const { create, unknown, done, clock, store, reports } = start()
    const [old, tooOld] = [await unknown('interrupted'), await done()]
    await clock.advance(24 * 60 * minute)
    const fresh = await done()
    reports('5')
    create().resume()
    await clock.advance(3000)
    expect(store.get(old.id)?.verdict?.kind).toBe('confirmedLate')
    expect(store.get(fresh.id)?.readBack?.kind).toBe('same')
    expect(store.get(tooOld.id)?.readBack).toBeUndefined()
    expect(store.undecided(clock.now() - minute)).toEqual([])
  })

  it('reads back what is done: the same, another value, or none', async () => {
    const { create, done, clock, store, reports } = start()
    const observer = create()
    const same = await done()
    reports('5.00')
    observer.observe(same)
    await clock.advance(3000)
    expect(store.get(same.id)?.readBack).toMatchObject({ kind: 'same', report: { value: '5.00' } })

    const other = await done()
    reports('4')
    observer.observe(other)
    await clock.advance(2 * minute)
    expect(store.get(other.id)?.readBack).toMatchObject({ kind: 'other', report: { value: '4' } })

    const silent = await done()
    const before = clock.now() - minute
    reports('5', () => before)
    observer.observe(silent)
    await clock.advance(2 * minute)
    expect(store.get(silent.id)?.readBack).toMatchObject({ kind: 'notReported', report: null })
  })

  it('leaves alone what did not leave, and looks no more once stopped', async () => {
    const { create, unknown, clock, store, newId, looks } = start()
    const observer = create()
    const operation = await unknown()
    observer.observe({ ...operation, id: newId(), outcome: 'notSent' })
    observer.observe(operation)
    observer.stop()
    await clock.advance(20 * minute)
    expect(looks()).toBe(0)
    expect(store.get(operation.id)?.verdict).toBeUndefined()
  })
})
