import { describe, expect, it } from 'vitest'
import type { CommandStore } from './ports.ts'
import { createWorld, settled, start } from './scripted-world.suite.ts'

const cached = { pendingTtl: 600 }

describe('a disk that fails', () => {
  const failing = (fails: (change: { state?: number }) => boolean) => (store: CommandStore) => ({
    ...store,
    insert: (command: Parameters<CommandStore['insert']>[0]) =>
      fails({}) ? Promise.reject(new Error('disk full')) : store.insert(command),
    update: (commandId: string, change: Parameters<CommandStore['update']>[1]) =>
      fails(change) ? Promise.reject(new Error('disk full')) : store.update(commandId, change),
  })

  /** A world whose disk takes no change to this state, or no new command, until there is room. */
  function withFullDisk(state?: number) {
    let full = true
    const world = createWorld(
      undefined,
      start,
      failing((change) => full && change.state === state),
    )
    return {
      world,
      makeRoom: () => {
        full = false
      },
    }
  }

  it('accepts nothing that it could not store, and goes on with the next', async () => {
    const { world, makeRoom } = withFullDisk()
    const lost = world.call(cached)
    await settled()
    expect(lost.seen.outcome).toMatchObject({ is: 'failed', failure: 'notRecorded', commandId: undefined })
    makeRoom()
    world.connect()
    world.call(cached)
    await settled()
    expect(world.states()).toEqual([4])
    world.database.close()
  })

  it('sends nothing that is not recorded: instant ones fail, cached ones are tried again', async () => {
    const { world, makeRoom } = withFullDisk(4)
    world.connect()
    const instant = world.call()
    await settled()
    expect(instant.seen.outcome).toMatchObject({ failure: 'notRecorded' })
    world.call(cached)
    await settled()
    expect(world.states()).toEqual([6, 1])
    expect(world.published).toEqual([])
    makeRoom()
    await world.clock.advance(1000)
    expect(world.states()).toEqual([6, 4])
    expect(world.errors).toHaveLength(2)
    world.database.close()
  })

  it('does not keep the truth from whoever waits, nor the queue from going on; the record follows when the disk takes it', async () => {
    const { world, makeRoom } = withFullDisk(5)
    world.connect()
    const first = world.call()
    world.call({ timeout: 60 })
    await settled()
    world.reply(world.published[0] ?? '')
    await settled()
    expect(first.seen.outcome).toEqual({ is: 'accepted', commandId: world.published[0] })
    expect(world.published).toHaveLength(2)
    expect(world.states()).toEqual([4, 4])
    await world.clock.advance(10_000)
    expect(world.states()).toEqual([4, 4])
    makeRoom()
    await world.clock.advance(1000)
    expect(world.all()[0]).toMatchObject({ state: 5, endTime: start })
    expect(world.errors).toHaveLength(1)
    expect(world.live.commands.size).toBe(1)
    world.database.close()
  })

  it('lets no cancellation count as made that a restart would undo', async () => {
    const { world, makeRoom } = withFullDisk(2)
    await world.call(cached).done
    await expect(world.commands.cancel(world.device())).rejects.toMatchObject({ failure: 'internalError' })
    world.connect()
    await settled()
    expect(world.published).toEqual([])
    makeRoom()
    await world.clock.advance(1000)
    expect(world.states()).toEqual([2])
    world.database.close()
  })

  it('never writes over a later record: what waits for the disk is taken along or left out', async () => {
    let full = false
    const world = createWorld(
      undefined,
      start,
      failing(({ state }) => full && state === 1),
    )
    world.script.publish = async () => {
      full = true
      return false
    }
    world.connect()
    await world.call(cached).done
    await settled()
    expect(world.states()).toEqual([4])
    world.script.publish = async () => true
    world.connect()
    await settled()
    full = false
    await world.clock.advance(5000)
    expect(world.published).toHaveLength(1)
    expect(world.states()).toEqual([4])
    world.database.close()
  })

  it('is tried once more when the program ends', async () => {
    const { world, makeRoom } = withFullDisk(5)
    world.connect()
    world.call()
    await settled()
    world.reply(world.published[0] ?? '')
    await settled()
    makeRoom()
    await world.commands.stop()
    expect(world.states()).toEqual([5])
    expect(world.clock.pending()).toBe(0)
    world.database.close()
  })
})
