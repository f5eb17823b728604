import { describe, expect, it } from 'vitest'
import { createWorld, eachWithAWorld, settled, start } from './scripted-world.suite.ts'

const makeWorld = eachWithAWorld()
const tenMinutes = 600_000

describe('a clock that is set while commands wait', () => {
  it('forward: a command in flight has all of its time to be answered, and its answer counts', async () => {
    const world = makeWorld()
    world.connect()
    const { seen } = world.call({ timeout: 5 })
    await settled()
    world.clock.set(start + tenMinutes)
    await world.clock.advance(4999)
    expect(world.states()).toEqual([4])
    world.reply(world.published[0] ?? '')
    await settled()
    expect(world.states()).toEqual([5])
    expect(seen.outcome.is).toBe('accepted')
  })

  it('forward between the record of a cached command and its leaving: it has all of its time to be answered', async () => {
    const world = createWorld(undefined, start, (store) => ({
      ...store,
      async update(commandId, change) {
        await store.update(commandId, change)
        if (change.state === 4) world.clock.set(start + tenMinutes)
      },
    }))
    world.connect()
    world.call({ pendingTtl: 60, timeout: 5 })
    await settled()
    await world.clock.advance(4999)
    expect(world.states()).toEqual([4])
    await world.clock.advance(1)
    expect(world.states()).toEqual([7])
    world.database.close()
  })

  it('forward: what is kept for a device is too old to be sent', async () => {
    const world = makeWorld()
    world.call({ pendingTtl: 300 })
    await settled()
    world.clock.set(start + tenMinutes)
    world.connect()
    await settled()
    expect(world.states()).toEqual([3])
    expect(world.published).toEqual([])
  })

  it('back: an instant command that left after that ends at its time from acceptance, and frees the queue', async () => {
    const world = makeWorld()
    world.connect()
    world.call({ timeout: 3 })
    world.call({ timeout: 5 })
    await settled()
    world.clock.set(start - tenMinutes)
    await world.clock.advance(3000)
    expect(world.states()).toEqual([7, 4])
    await world.clock.advance(2000)
    expect(world.states()).toEqual([7, 7])
  })
})
