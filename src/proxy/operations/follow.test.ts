import { describe, expect, it } from 'vitest'
import { Failure } from '#contract/enos/failure.ts'
import type { Operation } from '#contract/panel/operation.ts'
import { createFollower } from './follow.ts'
import { settled } from './manual-clock.suite.ts'
import { accepted, anyonesPerformer, aSend, inState, surroundings } from './rules.suite.ts'

function start() {
  const around = surroundings()
  const ended: Operation[] = []
  const troubles: unknown[] = []
  const follower = createFollower({
    ...around,
    random: () => 0.5,
    ended: (operation) => ended.push(operation),
    trouble: (error) => troubles.push(error),
  })
  const { perform } = anyonesPerformer({ ...around, follow: follower.follow, ended: () => {} })
  return { ...around, follower, perform, ended, troubles }
}

describe('following a cached command', () => {
  it('tells each state once, with the times that EnOS gives, and stops asking when it ended', async () => {
    const { perform, store, clock, says, gets, ended } = start()
    const { id } = await perform(aSend())
    says.get = () => inState(1)
    await clock.advance(1000)
    expect(store.get(id)).toMatchObject({ outcome: 'queued', state: 1 })
    says.get = () => inState(4, { sentTime: clock.now() - 5 })
    await clock.advance(60_000)
    expect(store.get(id)).toMatchObject({ outcome: 'waiting', state: 4 })
    says.get = () => inState(5, { endTime: 1_700_000_099_000 })
    await clock.advance(60_000)
    expect(store.get(id)).toMatchObject({ outcome: 'done', failure: null, state: 5, endTime: 1_700_000_099_000 })
    expect(store.get(id)?.steps.map(({ kind }) => kind)).toEqual([
      'recorded',
      'sent',
      'accepted',
      'queued',
      'released',
      'answered',
    ])
    expect(ended).toHaveLength(1)
    const asked = gets.length
    await clock.advance(3_600_000)
    expect(gets).toHaveLength(asked)
  })

  it.for([
    [inState(2), 'notSent', 'commandCanceled', null],
    [inState(3), 'notSent', 'commandExpired', null],
    [inState(5), 'done', null, null],
    [inState(6), 'refused', 'refusedByDevice', null],
    [inState(6, { resultCode: 11810 }), 'notSent', 'cannotEncode', 11810],
    [inState(6, { resultCode: 11900 }), 'notSent', 'deviceOffline', 11900],
    [inState(6, { resultCode: 11888 }), 'notSent', 'deviceInactive', 11888],
    [inState(6, { resultCode: 42, resultMsg: 'jammed' }), 'refused', 'refusedByDevice', 42],
    [inState(7), 'unknown', 'noAnswerInTime', null],
    [inState(7, { resultCode: 11915 }), 'unknown', 'noAnswerInTime', 11915],
  ] as const)('a command with %o ends %s, %s', async ([command, outcome, failure, code]) => {
    const { perform, store, clock, says } = start()
    const { id } = await perform(aSend())
    says.get = () => command
    await clock.advance(1000)
    expect(store.get(id)).toMatchObject({ outcome, failure, state: command.state, code: outcome === 'done' ? 0 : code })
    expect(store.get(id)?.endTime).not.toBeNull()
  })

  it('asks less and less often, up to once a minute, while nothing changes', async () => {
    const { perform, clock, says, gets } = start()
    says.get = () => inState(1)
    await perform(aSend())
    await clock.advance(3_600_000)
    const gaps = gets.slice(1).map(({ time }, index) => time - (gets[index]?.time ?? 0))
    expect(gaps[0]).toBeLessThan(3000)
    expect(gaps.slice(-10).every((gap) => gap === 60_000)).toBe(true)
  })

  it('takes "not found" for "not yet" at first, and for lost when it lasts', async () => {
    const { perform, store, clock, says } = start()
    const { id } = await perform(aSend())
    await clock.advance(30_000)
    expect(store.get(id)).toMatchObject({ outcome: 'queued' })
    says.get = () => inState(1)
    await clock.advance(60_000)
    says.get = () => {
      throw new Failure('notFound')
    }
    await clock.advance(50_000)
    expect(store.get(id)).toMatchObject({ outcome: 'queued' })
    await clock.advance(200_000)
    expect(store.get(id)).toMatchObject({ outcome: 'unknown', failure: 'lostTrack' })
  })

  it('goes on asking while the gateway is away, until EnOS must have forgotten the command', async () => {
    const { perform, store, clock, says } = start()
    const { id } = await perform(aSend())
    says.get = () => {
      throw new Failure('gatewayUnreachable')
    }
    await clock.advance(6 * 24 * 3_600_000)
    expect(store.get(id)).toMatchObject({ outcome: 'queued' })
    await clock.advance(2 * 24 * 3_600_000)
    expect(store.get(id)).toMatchObject({ outcome: 'unknown', failure: 'lostTrack' })
  })

  it('asks a gateway that does not answer ever more rarely, and at once when it answers again', async () => {
    const { perform, clock, says, gets, follower, store } = start()
    says.get = () => {
      throw new Failure('gatewayUnreachable')
    }
    const { id } = await perform(aSend({ gatewayId: 'away', pendingTtl: 172_800 }))
    await perform(aSend({ gatewayId: 'other', pendingTtl: 172_800 }))
    await clock.advance(24 * 3_600_000)
    expect(gets.length).toBeLessThan(2 * (24 * 12 + 20))
    const asked = gets.length
    says.get = () => inState(5)
    follower.answers('away')
    await settled()
    expect(store.get(id)).toMatchObject({ outcome: 'done' })
    expect(gets).toHaveLength(asked + 1)
  })

  it('lets a gateway that does not answer hold up nothing of another', async () => {
    const { perform, clock, gateway, store } = start()
    gateway.getCommand = async ({ gatewayId }) =>
      gatewayId === 'away' ? await new Promise<never>(() => {}) : inState(5)
    for (let number = 0; number < 20; number++) await perform(aSend({ gatewayId: 'away' }))
    const { id } = await perform(aSend({ gatewayId: 'well' }))
    await clock.advance(5000)
    expect(store.get(id)).toMatchObject({ outcome: 'done' })
  })

  it('asks at once when something suggests that it moved, also while it is asking', async () => {
    const { perform, store, clock, says, follower, gets } = start()
    says.get = () => inState(1)
    const { id } = await perform(aSend())
    await clock.advance(600_000)
    says.get = () => {
      // The cancel overtakes a question that is under way.
      if (gets.length % 2 === 1) follower.askNow(() => true)
      return inState(gets.length % 2 === 1 ? 1 : 2)
    }
    if (gets.length % 2 === 1) await clock.advance(60_000)
    follower.askNow((operation) => operation.id === id)
    await settled()
    expect(store.get(id)).toMatchObject({ outcome: 'notSent', failure: 'commandCanceled' })
  })

  it('asks for no more than eight at a time, and for all in the end', async () => {
    const { perform, store, clock, gateway, follower } = start()
    let running = 0
    let most = 0
    gateway.getCommand = async () => {
      most = Math.max(most, ++running)
      await settled()
      running--
      return inState(5)
    }
    for (let number = 0; number < 30; number++) await perform(aSend())
    follower.askNow(() => true)
    for (let turn = 0; turn < 30; turn++) await clock.advance(0)
    expect(most).toBe(8)
    expect(store.unfinished()).toEqual([])
  })

  it('survives what no rule expects and asks again', async () => {
    const { perform, store, clock, says, troubles } = start()
    const { id } = await perform(aSend())
    says.get = () => {
      throw new TypeError('a mistake')
    }
    await clock.advance(1000)
    expect(troubles).toHaveLength(1)
    says.get = () => inState(5)
    await clock.advance(60_000)
    expect(store.get(id)).toMatchObject({ outcome: 'done' })
  })

  it('asks nothing more after it was stopped', async () => {
    const { perform, clock, gets, follower, says } = start()
    says.set = () => accepted()
    await perform(aSend())
    follower.stop()
    await perform(aSend())
    await clock.advance(3_600_000)
    expect(gets).toEqual([])
  })
})
