import { describe, expect, it } from 'vitest'
import { eachWithAWorld, settled } from './scripted-world.suite.ts'

const makeWorld = eachWithAWorld()
const cached = { pendingTtl: 600 }

describe('stop', () => {
  it('sends nothing more, fails waiting instant commands as not sent, and keeps cached ones', async () => {
    const world = makeWorld()
    world.connect()
    const inFlight = world.call()
    world.call(cached)
    const waiting = world.call()
    await settled()
    const stopped = world.commands.stop()
    await settled()
    expect(waiting.seen.outcome).toMatchObject({ code: 11904 })
    expect(inFlight.seen.outcome.is).toBe('waiting')
    world.reply(world.published[0] ?? '')
    await stopped
    await settled()
    expect(inFlight.seen.outcome.is).toBe('accepted')
    expect(world.states()).toEqual([5, 1, 6])
    expect(world.published).toHaveLength(1)
    expect(world.clock.pending()).toBe(0)
  })

  it('leaves in state 4 what does not end in time, and tells its caller that it may have been done', async () => {
    const world = makeWorld()
    world.connect()
    const { seen } = world.call()
    await settled()
    const stopped = world.commands.stop(5000)
    await world.clock.advance(5000)
    await stopped
    await settled()
    expect(seen.outcome).toMatchObject({ code: 11915, commandId: world.published[0] })
    world.reply(world.published[0] ?? '')
    await world.clock.advance(100_000)
    expect(world.states()).toEqual([4])
    const next = world.crash()
    await next.commands.recover()
    expect(next.states()).toEqual([7])
  })

  it('is done at once where nothing is in flight, and may be asked for twice', async () => {
    const world = makeWorld()
    await world.commands.recover()
    await world.call(cached).done
    await world.commands.stop()
    await world.commands.stop(0)
    expect(world.clock.pending()).toBe(0)
    world.connect()
    await settled()
    expect(world.published).toEqual([])
  })

  it('accepts nothing any more', async () => {
    const world = makeWorld()
    await world.commands.stop()
    const { seen, done } = world.call(cached)
    await done
    expect(seen.outcome).toMatchObject({ failure: 'notSentInTime' })
    expect(world.all()).toEqual([])
  })

  it('publishes nothing that was still being encoded', async () => {
    const world = makeWorld()
    let release: () => void = () => undefined
    world.script.encode = () => new Promise((resolve) => (release = resolve))
    world.connect()
    world.call(cached)
    await settled()
    await world.commands.stop()
    release()
    await settled()
    expect(world.published).toEqual([])
    expect(world.states()).toEqual([1])
  })
})
