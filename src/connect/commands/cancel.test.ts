import { describe, expect, it } from 'vitest'
import { eachWithAWorld, settled, start } from './scripted-world.suite.ts'

const makeWorld = eachWithAWorld()
const cached = { pendingTtl: 600 }

describe('cancel', () => {
  it('withdraws the one that is named and returns it in state 2', async () => {
    const world = makeWorld()
    for (let number = 0; number < 3; number += 1) await world.call(cached).done
    const [, second] = world.all()
    const cancelled = await world.commands.cancel(world.device(), second?.commandId)
    expect(cancelled).toEqual([{ ...second, state: 2, endTime: start }])
    expect(world.states()).toEqual([1, 2, 1])
    world.connect()
    for (let number = 0; number < 3; number += 1) {
      await settled()
      world.reply(world.published[number] ?? '')
    }
    expect(world.published).not.toContain(second?.commandId)
    expect(world.states()).toEqual([5, 2, 5])
  })

  it('without an id withdraws all that wait, oldest first, and leaves what is in flight', async () => {
    const world = makeWorld()
    world.connect()
    world.call(cached)
    await settled()
    world.call(cached)
    const instant = world.call()
    world.call(cached)
    await settled()
    const cancelled = await world.commands.cancel(world.device())
    expect(cancelled.map(({ state }) => state)).toEqual([2, 2, 2])
    expect(cancelled.map(({ commandId }) => commandId)).toEqual(
      world
        .all()
        .slice(1)
        .map(({ commandId }) => commandId),
    )
    expect(world.states()).toEqual([4, 2, 2, 2])
    expect(instant.seen.outcome).toMatchObject({ code: 11904, commandId: cancelled[1]?.commandId })
    world.reply(world.published[0] ?? '')
    await settled()
    expect(world.published).toHaveLength(1)
    expect(world.states()).toEqual([5, 2, 2, 2])
  })

  it('of an idle device withdraws nothing', async () => {
    const world = makeWorld()
    expect(await world.commands.cancel(world.device())).toEqual([])
  })

  it('never touches another device, nor tells of its commands', async () => {
    const world = makeWorld()
    await world.call(cached).done
    const mine = world.all()[0]?.commandId ?? ''
    expect(await world.commands.cancel(world.device('other'))).toEqual([])
    await expect(world.commands.cancel(world.device('other'), mine)).rejects.toMatchObject({ failure: 'notFound' })
    await expect(world.commands.cancel({ productKey: 'other', deviceKey: 'dk' }, mine)).rejects.toMatchObject({
      failure: 'notFound',
    })
    expect(() => world.commands.get(world.device('other'), mine)).toThrow(mine)
    expect(world.commands.get(world.device(), mine)).toMatchObject({ state: 1 })
    expect(world.states()).toEqual([1])
  })

  it('of an id that nobody knows is notFound', async () => {
    const world = makeWorld()
    await expect(world.commands.cancel(world.device(), '1')).rejects.toMatchObject({ failure: 'notFound', code: 99404 })
  })

  it('of a command that does not wait any more says in which state it is', async () => {
    const world = makeWorld()
    world.connect()
    world.call()
    await settled()
    const id = world.published[0] ?? ''
    const refused = (text: string) => ({ failure: 'invalidArgument', message: expect.stringContaining(text) })
    await expect(world.commands.cancel(world.device(), id)).rejects.toMatchObject(refused('state 4 (sent)'))
    world.reply(id)
    // The disk still says 4.
    await expect(world.commands.cancel(world.device(), id)).rejects.toMatchObject(refused('state 5 (succeeded)'))
    await settled()
    await expect(world.commands.cancel(world.device(), id)).rejects.toMatchObject(refused('state 5 (succeeded)'))
    await world.call(cached).done
    const other = world.call(cached)
    await other.done
    const waiting = world.all()[2]?.commandId
    await world.commands.cancel(world.device(), waiting)
    await expect(world.commands.cancel(world.device(), waiting)).rejects.toMatchObject(refused('state 2 (canceled)'))
  })

  it('reaches a command that is being encoded; its bytes are thrown away', async () => {
    const world = makeWorld()
    let release: () => void = () => undefined
    world.script.encode = () => new Promise((resolve) => (release = resolve))
    world.connect()
    const { seen } = world.call()
    await settled()
    expect(await world.commands.cancel(world.device(), world.all()[0]?.commandId)).toHaveLength(1)
    expect(seen.outcome).toMatchObject({ code: 11904 })
    release()
    await settled()
    expect(world.published).toEqual([])
    expect(world.states()).toEqual([2])
  })

  it('makes room in a full queue', async () => {
    const world = makeWorld()
    await Promise.all(Array.from({ length: 50 }, () => world.call(cached).done))
    await world.commands.cancel(world.device(), world.all()[7]?.commandId)
    const { seen, done } = world.call(cached)
    await done
    expect(seen.outcome.is).toBe('accepted')
  })
})
