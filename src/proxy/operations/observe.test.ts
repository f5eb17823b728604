import { describe, expect, it } from 'vitest'
import { settled } from './manual-clock.suite.ts'
import { minute, startObserving as start } from './observe.suite.ts'
import { inState } from './rules.suite.ts'

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

  it('does not give up sooner where the clock is set forward', async () => {
    const { create, unknown, clock, store, reports } = start()
    const operation = await unknown()
    create().observe(operation)
    clock.set(clock.now() + 15 * minute)
    await clock.advance(9 * minute)
    expect(store.get(operation.id)?.verdict).toBeUndefined()
    reports('5')
    await clock.advance(minute)
    expect(store.get(operation.id)?.verdict?.kind).toBe('confirmedLate')
  })

  it('does not take a gateway that cannot be reached for a silent device', async () => {
    const { create, unknown, clock, store, fails, reports, troubles } = start()
    const operation = await unknown('connectionLost')
    fails('gatewayUnreachable')
    create().observe(operation)
    await clock.advance(60 * minute)
    expect(store.get(operation.id)?.verdict).toBeUndefined()
    reports('5.0')
    await clock.advance(6 * minute)
    expect(store.get(operation.id)?.verdict?.kind).toBe('confirmedLate')
    expect(troubles).toEqual([])
  })

  it('asks a gateway that does not answer ever more rarely, and at once when it answers again', async () => {
    const { create, unknown, clock, store, fails, reports, looks } = start()
    const operation = await unknown('connectionLost', '', { gatewayId: 'away' })
    fails('gatewayUnreachable')
    const observer = create()
    observer.observe(operation)
    await clock.advance(20 * 60 * minute)
    expect(looks()).toBeLessThan(20 * 12 + 20)
    reports('5.0')
    observer.answers('another')
    await settled()
    expect(store.get(operation.id)?.verdict).toBeUndefined()
    observer.answers('away')
    await settled()
    expect(store.get(operation.id)?.verdict?.kind).toBe('confirmedLate')
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
