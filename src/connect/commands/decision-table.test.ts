import { describe, expect, it } from 'vitest'
import { Failure } from '#contract/enos/failure.ts'
import { eachWithAWorld, settled, start, type World } from './scripted-world.suite.ts'

const makeWorld = eachWithAWorld()

/** A world whose device is connected, with `busy` cached commands before ours: the first is in flight. */
async function onlineWorld(busy = 0): Promise<World> {
  const world = makeWorld()
  world.connect()
  for (let number = 0; number < busy; number += 1) world.call({ pendingTtl: 600, timeout: 60 })
  await settled()
  return world
}

const last = (world: World) => world.all().at(-1)

describe('the decision table of §1.5', () => {
  it('instant, online, queue empty: waits for the reply, then answers with the commandId; 1 → 4 → 5', async () => {
    const world = await onlineWorld()
    const { seen } = world.call()
    expect(world.states()).toEqual([])
    await settled()
    expect(seen.outcome).toEqual({ is: 'waiting' })
    expect(last(world)).toMatchObject({ state: 4, sentTime: start, endTime: null })
    await world.clock.advance(1200)
    world.reply(world.published[0] ?? '')
    await settled()
    expect(seen.outcome).toEqual({ is: 'accepted', commandId: world.published[0] })
    expect(last(world)).toMatchObject({ state: 5, sentTime: start, endTime: start + 1200, resultCode: null })
  })

  it('instant, online, reply code 0: success as 200 is', async () => {
    const world = await onlineWorld()
    const { seen } = world.call()
    await settled()
    world.reply(world.published[0] ?? '', 0)
    await settled()
    expect(seen.outcome.is).toBe('accepted')
  })

  it('instant, online, reply code ≠ 200: the code and words of the device (Q1); 1 → 4 → 6', async () => {
    const world = await onlineWorld()
    const { seen } = world.call()
    await settled()
    world.reply(world.published[0] ?? '', 2001, 'valve is locked')
    await settled()
    const commandId = world.published[0]
    const expected = { failure: 'refusedByDevice', code: 2001, message: 'valve is locked', commandId }
    expect(seen.outcome).toMatchObject(expected)
    expect(last(world)).toMatchObject({ state: 6, resultCode: 2001, resultMsg: 'valve is locked', endTime: start })
  })

  it('instant, online, no reply in timeout: 11915; 1 → 4 → 7', async () => {
    const world = await onlineWorld()
    const { seen } = world.call({ timeout: 7 })
    await settled()
    await world.clock.advance(6999)
    expect(seen.outcome.is).toBe('waiting')
    await world.clock.advance(1)
    expect(seen.outcome).toMatchObject({ failure: 'noAnswerInTime', code: 11915, commandId: world.published[0] })
    expect(last(world)).toMatchObject({ state: 7, resultCode: 11915, endTime: start + 7000 })
  })

  it('instant, online, other commands queued, reached in time: as if there were none', async () => {
    const world = await onlineWorld(2)
    const { seen } = world.call({ timeout: 10 })
    await settled()
    expect(world.states()).toEqual([4, 1, 1])
    for (const number of [0, 1, 2]) {
      await world.clock.advance(3000)
      world.reply(world.published[number] ?? '')
      await settled()
    }
    expect(seen.outcome).toEqual({ is: 'accepted', commandId: world.published[2] })
    expect(world.states()).toEqual([5, 5, 5])
  })

  it('instant, sent after others: its timeout counts from acceptance', async () => {
    const world = await onlineWorld(1)
    const { seen } = world.call({ timeout: 10 })
    await settled()
    await world.clock.advance(8000)
    world.reply(world.published[0] ?? '')
    await settled()
    expect(world.states()).toEqual([5, 4])
    await world.clock.advance(2000)
    expect(seen.outcome).toMatchObject({ code: 11915 })
    expect(last(world)?.state).toBe(7)
  })

  it('instant, queued, timeout elapses unsent: 11904; 1 → 6 (Q4)', async () => {
    const world = await onlineWorld(1)
    const { seen } = world.call({ timeout: 5 })
    await settled()
    await world.clock.advance(5000)
    const command = last(world)
    expect(seen.outcome).toMatchObject({ failure: 'notSentInTime', code: 11904, commandId: command?.commandId })
    expect(command).toMatchObject({ state: 6, sentTime: null, resultCode: 11904 })
    world.reply(world.published[0] ?? '')
    await settled()
    expect(world.published).toHaveLength(1)
  })

  it('instant, queued, device disconnects before sending: 11900; 1 → 6', async () => {
    const world = await onlineWorld(1)
    const { seen } = world.call()
    await settled()
    world.disconnect()
    await settled()
    expect(seen.outcome).toMatchObject({ failure: 'deviceOffline', code: 11900, commandId: last(world)?.commandId })
    expect(world.states()).toEqual([4, 6])
  })

  it.each(['offline', 'disabled'] as const)('instant, device %s: 11900, stored as 6 (Q10)', async (status) => {
    const world = makeWorld()
    world.device('dk', status)
    const { seen, done } = world.call()
    await done
    expect(seen.outcome).toMatchObject({ failure: 'deviceOffline', code: 11900, commandId: last(world)?.commandId })
    expect(last(world)).toMatchObject({ state: 6, pendingTtl: 0, sentTime: null, endTime: start, resultCode: 11900 })
    expect(world.published).toEqual([])
  })

  it('instant, device inactive: 11888, stored as 6', async () => {
    const world = makeWorld()
    world.device('dk', 'inactive')
    const { seen, done } = world.call()
    await done
    expect(seen.outcome).toMatchObject({ failure: 'deviceInactive', code: 11888, commandId: last(world)?.commandId })
    expect(last(world)).toMatchObject({ state: 6, resultCode: 11888 })
  })

  it.each(['offline', 'disabled', 'inactive'] as const)(
    'cached, device %s, queue below 50: accepted at once and on disk; 1 (Q3, Q10, Q11)',
    async (status) => {
      const world = makeWorld()
      world.device('dk', status)
      const { seen, done } = world.call({ pendingTtl: 600 })
      await done
      expect(seen.outcome).toEqual({ is: 'accepted', commandId: last(world)?.commandId })
      expect(world.states()).toEqual([1])
    },
  )

  it('cached, 50 already waiting: 11902, nothing stored', async () => {
    const world = makeWorld()
    for (let number = 0; number < 50; number += 1) await world.call({ pendingTtl: 600 }).done
    const { seen, done } = world.call({ pendingTtl: 600 })
    await done
    expect(seen.outcome).toMatchObject({ failure: 'queueFull', code: 11902, commandId: undefined })
    expect(world.all()).toHaveLength(50)
  })

  it('cached, device online and queue idle: accepted at once, then sent at once; 1 → 4 → 5', async () => {
    const world = await onlineWorld()
    const { seen } = world.call({ pendingTtl: 600 })
    await settled()
    expect(seen.outcome).toEqual({ is: 'accepted', commandId: world.published[0] })
    expect(world.states()).toEqual([4])
    world.reply(world.published[0] ?? '')
    await settled()
    expect(world.states()).toEqual([5])
  })

  it('cached and sent: its timeout counts from sending; 4 → 7', async () => {
    const world = makeWorld()
    await world.call({ pendingTtl: 600, timeout: 5 }).done
    await world.clock.advance(100_000)
    world.connect()
    await settled()
    await world.clock.advance(4999)
    expect(world.states()).toEqual([4])
    await world.clock.advance(1)
    expect(last(world)).toMatchObject({ state: 7, sentTime: start + 100_000, endTime: start + 105_000 })
  })

  it('cached, still unsent at creation + pendingTtl: 1 → 3', async () => {
    const world = makeWorld()
    await world.call({ pendingTtl: 60 }).done
    await world.clock.advance(59_999)
    expect(world.states()).toEqual([1])
    await world.clock.advance(1)
    expect(last(world)).toMatchObject({ state: 3, endTime: start + 60_000, resultCode: null })
    world.connect()
    await settled()
    expect(world.published).toEqual([])
  })

  it('sent, device disconnects: keeps waiting; a reply still counts, and without one 4 → 7', async () => {
    const world = await onlineWorld()
    const first = world.call({ timeout: 10 })
    await settled()
    world.disconnect()
    await world.clock.advance(5000)
    expect(world.states()).toEqual([4])
    world.connect()
    world.reply(world.published[0] ?? '')
    await settled()
    expect(first.seen.outcome.is).toBe('accepted')
    const second = world.call({ timeout: 10 })
    await settled()
    world.disconnect()
    await world.clock.advance(10_000)
    expect(second.seen.outcome).toMatchObject({ code: 11915 })
    expect(world.states()).toEqual([5, 7])
  })

  it('cannot be encoded: 11810, nothing published, and the next one goes on; 1 → 6', async () => {
    const world = await onlineWorld()
    world.script.encode = async ({ measurepointId }) => {
      if (measurepointId === 'odd') throw new Failure('cannotEncode', 'the script threw')
    }
    const instant = world.call({ measurepointId: 'odd' })
    const cached = world.call({ measurepointId: 'odd', pendingTtl: 60 })
    const next = world.call()
    await settled()
    const [first, second, third] = world.all()
    const expected = { failure: 'cannotEncode', code: 11810, message: 'the script threw' }
    expect(instant.seen.outcome).toMatchObject({ ...expected, commandId: first?.commandId })
    expect(cached.seen.outcome).toEqual({ is: 'accepted', commandId: second?.commandId })
    expect([first, second]).toMatchObject([{ state: 6, resultCode: 11810, sentTime: null }, { state: 6 }])
    expect(world.published).toEqual([third?.commandId])
    world.reply(third?.commandId ?? '')
    await settled()
    expect(next.seen.outcome.is).toBe('accepted')
  })
})
