import { describe, expect, it } from 'vitest'
import type { Command } from '#contract/enos/command.ts'
import { Failure } from '#contract/enos/failure.ts'
import type { ValueDefinition } from '#contract/enos/thing-model.ts'
import type { Operation } from '#contract/panel/operation.ts'
import { ExactNumber } from '#contract/value/exact.ts'
import { minute, startObserving as start } from './observe.suite.ts'
import { inState } from './rules.suite.ts'

const shownPoint = {
  deviceName: 'Pump',
  pointName: 'Speed',
  unit: '',
  dataType: '',
  beforeText: '',
  afterText: '',
  beforeTime: 0,
  sentence: '',
}

describe('evidence', () => {
  describe('of a send whose answer named no command', () => {
    /** As the send's own is listed, created `later` ms after the send left by the gateway's clock. */
    const listed = (operation: Operation, state: number, later = 0, more: Partial<Command> = {}): Command =>
      inState(state, {
        tslIdentifier: 'p',
        inputData: new ExactNumber('5'),
        createTime: (operation.steps[0]?.time ?? 0) + later,
        timeout: 1,
        pendingTtl: 0,
        ...more,
      })

    it('searches the commands of the device, and goes by the state of the only one that can be it', async () => {
      for (const [state, kind] of [
        [5, 'confirmedLate'],
        [6, 'probablyNotApplied'],
      ] as const) {
        const { create, unknown, clock, store, lists, searches, sets } = start()
        const operation = await unknown('connectionLost')
        lists(() => [listed(operation, state)])
        create().observe(operation)
        await clock.advance(minute)
        expect(store.get(operation.id)).toMatchObject({
          outcome: 'unknown',
          commandId: '',
          verdict: { kind, evidence: [{ kind: 'commandState', state, commandId: '2500000000000000001' }] },
        })
        // No earlier than the send, but for what the clocks may differ by.
        expect(searches[0]).toBe((operation.steps[0]?.time ?? 0) - 2000)
        expect(sets).toEqual([])
      }
    })

    it('finds it also where the proxy ended before the leaving was recorded, and much later', async () => {
      const { create, unknown, clock, store, lists } = start()
      const operation = await unknown('interrupted')
      const cutOff = { ...operation, steps: [], endTime: operation.createTime + 6 * 60 * minute }
      await clock.advance(6 * 60 * minute)
      lists(() => [listed(operation, 5, 20_000), listed(operation, 6, 2 * 60 * minute, { commandId: '26' })])
      create().observe(cutOff)
      await clock.advance(minute)
      expect(store.get(operation.id)?.verdict).toMatchObject({ kind: 'confirmedLate', evidence: [{ state: 5 }] })
    })

    it.for<[string, Partial<Command>]>([
      ['another point', { tslIdentifier: 'q' }],
      ['another value', { inputData: new ExactNumber('5.0000001') }],
      ['another time-out', { timeout: 2 }],
      ['another time to wait', { pendingTtl: 600 }],
      ['a service', { commandType: 2 }],
      ['no time', { createTime: 0 }],
    ])('goes by none of %s', async ([, more]) => {
      const { create, unknown, clock, store, lists } = start()
      const operation = await unknown('connectionLost')
      lists(() => [listed(operation, 5, 0, more)])
      create().observe(operation)
      await clock.advance(minute)
      expect(store.get(operation.id)?.verdict).toBeUndefined()
    })

    it('goes by none that was made before or long after it', async () => {
      const { create, unknown, clock, store, lists } = start()
      const operation = await unknown('connectionLost')
      lists(() => [listed(operation, 5, -2001), listed(operation, 5, 2100, { commandId: '26' })])
      create().observe(operation)
      await clock.advance(minute)
      expect(store.get(operation.id)?.verdict).toBeUndefined()
    })

    it('goes by none where another fits as well, or the list does not reach back', async () => {
      const { create, unknown, clock, store, lists } = start()
      const operation = await unknown('interrupted')
      const two = [listed(operation, 5), listed(operation, 5, 1000, { commandId: '26' })]
      let list: Command[] | null = two
      lists(() => list)
      create().observe(operation)
      await clock.advance(2 * minute)
      list = null
      await clock.advance(9 * minute)
      expect(store.get(operation.id)?.verdict).toMatchObject({ kind: 'cannotTell', evidence: [] })
    })

    it('goes by none that another send has made, or may have made', async () => {
      const { create, unknown, clock, store, lists } = start()
      const other = await unknown('connectionLost')
      const operation = await unknown('connectionLost')
      lists(() => [listed(operation, 5)])
      create().observe(operation)
      await clock.advance(minute)
      expect(store.get(operation.id)?.verdict).toBeUndefined()
      expect(store.get(other.id)?.verdict).toBeUndefined()

      const done = start()
      const first = await done.unknown('lostTrack', '25')
      const second = await done.unknown('connectionLost')
      done.lists(() => [listed(first, 5, 0, { commandId: '25' }), listed(second, 6, 0, { commandId: '26' })])
      done.create().observe(second)
      await done.clock.advance(minute)
      expect(done.store.get(second.id)?.verdict).toMatchObject({
        kind: 'probablyNotApplied',
        evidence: [{ commandId: '26' }],
      })
    })

    it('does not search where nobody knows how the clocks differ, and by the difference where it is known', async () => {
      const { create, unknown, clock, store, lists, searches, differsBy } = start()
      const operation = await unknown('connectionLost')
      lists(() => [listed(operation, 5, 3_600_000)])
      differsBy(null)
      create().observe(operation)
      await clock.advance(minute)
      expect(searches).toEqual([])
      differsBy({ ahead: 3_600_000, margin: 1500 })
      await clock.advance(2 * minute)
      expect(store.get(operation.id)?.verdict?.kind).toBe('confirmedLate')
      expect(searches[0]).toBe((operation.steps[0]?.time ?? 0) + 3_600_000 - 2000)
    })

    it('waits for a command that is kept for its device to end', async () => {
      const { create, unknown, clock, store, lists } = start()
      const operation = await unknown('connectionLost', '', { pendingTtl: 3600 })
      let state = 1
      lists(() => [listed(operation, state, 0, { pendingTtl: 3600 })])
      create().observe(operation)
      await clock.advance(50 * minute)
      expect(store.get(operation.id)?.verdict).toBeUndefined()
      state = 3
      await clock.advance(2 * minute)
      expect(store.get(operation.id)?.verdict).toMatchObject({ kind: 'probablyNotApplied', evidence: [{ state: 3 }] })
    })
  })

  it('compares by the model, by what the panel recorded only where there is none', async () => {
    const verdictWith = async (defines: () => ValueDefinition | null, dataType: string) => {
      const around = start()
      const shown = { ...shownPoint, dataType }
      const operation = await around.unknown('noAnswerInTime', '', { body: '{"value":0.1}', shown })
      around.defines(defines)
      around.reports('0.10000000149')
      around.create().observe(operation)
      await around.clock.advance(minute)
      return around.store.get(operation.id)?.verdict?.kind
    }
    const of = (dataType: 'FLOAT' | 'DOUBLE') => () => ({ dataType, dataDefinition: {} })
    const away = () => {
      throw new Failure('targetUnknown')
    }
    expect(await verdictWith(of('FLOAT'), 'DOUBLE')).toBe('confirmedLate')
    expect(await verdictWith(of('DOUBLE'), 'FLOAT')).not.toBe('confirmedLate')
    expect(await verdictWith(away, 'DOUBLE')).not.toBe('confirmedLate')
    expect(await verdictWith(away, 'FLOAT')).toBe('confirmedLate')
    expect(await verdictWith(() => null, '')).toBe('confirmedLate')
  })
})
