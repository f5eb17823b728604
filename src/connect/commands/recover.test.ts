import { describe, expect, it } from 'vitest'
import { storedCommand } from '../store/command-store.suite.ts'
import { eachWithAWorld, settled, start, type World } from './scripted-world.suite.ts'

const makeWorld = eachWithAWorld()
const cached = { pendingTtl: 600 }

/** One command in flight and two cached ones behind it. */
async function busyWorld(): Promise<World> {
  const world = makeWorld()
  world.connect()
  world.call({ timeout: 30 })
  world.call(cached)
  world.call(cached)
  await settled()
  expect(world.states()).toEqual([4, 1, 1])
  return world
}

describe('after a restart', () => {
  it('cached commands wait again, in order, and go out when the device connects', async () => {
    const before = makeWorld()
    for (let number = 0; number < 3; number += 1) await before.call(cached).done
    const world = before.crash(1000)
    await world.commands.recover()
    expect(world.states()).toEqual([1, 1, 1])
    world.connect()
    for (const { commandId } of world.all()) {
      await settled()
      world.reply(commandId)
    }
    await settled()
    expect(world.published).toEqual(world.all().map(({ commandId }) => commandId))
    expect(world.states()).toEqual([5, 5, 5])
  })

  it('what is in flight is not published again; its queue waits behind it to its deadline', async () => {
    const before = await busyWorld()
    const world = before.crash(10_000)
    await world.commands.recover()
    world.connect()
    await world.clock.advance(19_999)
    expect(world.states()).toEqual([4, 1, 1])
    expect(world.published).toEqual([])
    await world.clock.advance(1)
    expect(world.states()).toEqual([7, 4, 1])
    expect(world.all()[0]).toMatchObject({ resultCode: 11915, endTime: start + 30_000 })
    expect(world.published).toEqual([world.all()[1]?.commandId])
  })

  it('a clock that was set back by ten minutes makes no queue wait longer than was agreed', async () => {
    const before = await busyWorld()
    const world = before.crash(-600_000)
    await world.commands.recover()
    world.connect()
    await world.clock.advance(30_000)
    expect(world.states()).toEqual([7, 4, 1])
  })

  it('a reply to what was in flight still counts', async () => {
    const before = await busyWorld()
    const world = before.crash(1000)
    await world.commands.recover()
    world.connect()
    world.reply(before.published[0] ?? '')
    await settled()
    expect(world.states()).toEqual([5, 4, 1])
  })

  it('what is in flight past its deadline is timed out at once', async () => {
    const before = await busyWorld()
    const world = before.crash(30_000)
    await world.commands.recover()
    expect(world.states()).toEqual([7, 1, 1])
  })

  it('a cached command in flight has its timeout from when it was sent', async () => {
    const before = makeWorld()
    await before.call({ pendingTtl: 600, timeout: 20 }).done
    await before.clock.advance(100_000)
    before.connect()
    await settled()
    const world = before.crash(15_000)
    await world.commands.recover()
    await world.clock.advance(4999)
    expect(world.states()).toEqual([4])
    await world.clock.advance(1)
    expect(world.states()).toEqual([7])
  })

  it('waiting instant commands fail as not sent: their callers are gone', async () => {
    const before = await busyWorld()
    before.call()
    await settled()
    const world = before.crash()
    await world.commands.recover()
    expect(world.states()).toEqual([4, 1, 1, 6])
    expect(world.all()[3]).toMatchObject({ resultCode: 11904, sentTime: null })
  })

  it('what expired meanwhile is expired, and what has not keeps its own time', async () => {
    const before = makeWorld()
    await before.call({ pendingTtl: 10 }).done
    await before.call({ pendingTtl: 100 }).done
    const world = before.crash(50_000)
    await world.commands.recover()
    expect(world.states()).toEqual([3, 1])
    await world.clock.advance(50_000)
    expect(world.states()).toEqual([3, 3])
  })

  it('the queue is as full as it was', async () => {
    const before = makeWorld()
    await Promise.all(Array.from({ length: 50 }, () => before.call(cached).done))
    const world = before.crash()
    await world.commands.recover()
    const { seen, done } = world.call(cached)
    await done
    expect(seen.outcome).toMatchObject({ code: 11902 })
  })

  it('new ids are greater than all before, though the clock was set back', async () => {
    const before = makeWorld()
    await before.call(cached).done
    const world = before.crash(-3_600_000)
    await world.commands.recover()
    await world.call(cached).done
    const [first, second] = world.all()
    expect(BigInt(second?.commandId ?? 0)).toBe(BigInt(first?.commandId ?? 0) + 1n)
    expect(second?.createTime).toBe(start - 3_600_000)
  })

  it('of two commands in flight, the first of which ended while the disk was full, only the second is waited for', async () => {
    const before = makeWorld()
    for (const number of [1, 2]) {
      await before.store.insert(storedCommand(number, { state: 4, sentTime: start, createTime: start }))
    }
    const world = before.crash()
    await world.commands.recover()
    expect(world.states()).toEqual([7, 4])
    world.reply(world.all()[1]?.commandId ?? '')
    await settled()
    expect(world.states()).toEqual([7, 5])
  })
})
