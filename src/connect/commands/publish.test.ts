import { describe, expect, it } from 'vitest'
import type { CommandStore } from './ports.ts'
import { createWorld, eachWithAWorld, settled, start } from './scripted-world.suite.ts'

const makeWorld = eachWithAWorld()
const cached = { pendingTtl: 600 }

describe('publishing', () => {
  it('begins after state 4 is on disk', async () => {
    const world = makeWorld()
    const onDisk: unknown[] = []
    world.script.publish = async (commandId) => {
      onDisk.push(world.store.get(commandId))
      return true
    }
    world.connect()
    world.call()
    world.call(cached)
    await settled()
    world.reply(world.published[0] ?? '')
    await settled()
    expect(onDisk).toMatchObject([
      { state: 4, sentTime: start },
      { state: 4, sentTime: start },
    ])
  })

  it('without a connection sends nothing: instant ones fail with 11900, cached ones wait for the device in order', async () => {
    const world = makeWorld()
    world.script.publish = async () => false
    world.connect()
    const first = world.call(cached)
    const instant = world.call()
    world.call(cached)
    await settled()
    expect(first.seen.outcome.is).toBe('accepted')
    expect(instant.seen.outcome).toMatchObject({ code: 11900 })
    expect(world.states()).toEqual([1, 6, 1])
    expect(world.all()[0]).toMatchObject({ sentTime: null, endTime: null })
    const later = world.call()
    await settled()
    expect(later.seen.outcome).toMatchObject({ code: 11900 })
    world.script.publish = async () => true
    await world.clock.advance(60_000)
    expect(world.published).toEqual([])
    world.connect()
    await settled()
    expect(world.published).toEqual([world.all()[0]?.commandId])
    expect(world.states()).toEqual([4, 6, 1, 6])
  })

  it('fails an instant command at the head with 11900 where there is no connection', async () => {
    const world = makeWorld()
    world.script.publish = async () => false
    world.connect()
    const { seen } = world.call()
    await settled()
    expect(seen.outcome).toMatchObject({ code: 11900, commandId: world.all()[0]?.commandId })
    expect(world.states()).toEqual([6])
  })

  it('tries again at once where the device came back on a new connection meanwhile', async () => {
    const world = makeWorld()
    let answer: (handedOver: boolean) => void = () => undefined
    world.script.publish = () => new Promise((resolve) => (answer = resolve))
    world.connect()
    world.call(cached)
    await settled()
    world.disconnect()
    world.connect()
    world.script.publish = async () => true
    answer(false)
    await settled()
    expect(world.published).toHaveLength(1)
    expect(world.states()).toEqual([4])
  })

  it('lets a command that came back from a publish expire in its time', async () => {
    const world = makeWorld()
    world.script.publish = async () => false
    world.connect()
    world.call({ pendingTtl: 30 })
    await world.clock.advance(29_999)
    expect(world.states()).toEqual([1])
    await world.clock.advance(1)
    expect(world.states()).toEqual([3])
  })

  it('keeps the place of a command that may come back: there are never 51 waiting', async () => {
    const world = makeWorld()
    let answer: (handedOver: boolean) => void = () => undefined
    world.script.publish = () => new Promise((resolve) => (answer = resolve))
    world.connect()
    const calls = Array.from({ length: 50 }, () => world.call(cached))
    await settled()
    expect(world.states()[0]).toBe(4)
    const tooMuch = world.call(cached)
    await settled()
    expect(tooMuch.seen.outcome).toMatchObject({ code: 11902 })
    answer(false)
    await settled()
    expect(calls.every(({ seen }) => seen.outcome.is === 'accepted')).toBe(true)
    expect(world.states()).toEqual(Array(50).fill(1))
  })

  it('takes a reply that comes before the publish is confirmed', async () => {
    const world = makeWorld()
    let answer: (handedOver: boolean) => void = () => undefined
    world.script.publish = (commandId) => {
      world.reply(commandId)
      return new Promise((resolve) => (answer = resolve))
    }
    world.connect()
    const { seen } = world.call()
    await settled()
    expect(seen.outcome.is).toBe('accepted')
    answer(true)
    await settled()
    expect(world.states()).toEqual([5])
  })

  it('that breaks off counts as sent, as nobody knows: the command waits for its reply', async () => {
    const world = makeWorld()
    world.script.publish = () => Promise.reject(new Error('connection reset'))
    world.connect()
    const { seen } = world.call({ timeout: 5 })
    await settled()
    expect(world.states()).toEqual([4])
    expect(world.errors.splice(0)).toMatchObject([{ message: 'connection reset' }])
    await world.clock.advance(5000)
    expect(seen.outcome).toMatchObject({ code: 11915 })
  })

  it('never begins where an instant command’s time passes while it is being recorded', async () => {
    let release: () => void = () => undefined
    const slow = (store: CommandStore): CommandStore => ({
      ...store,
      update: async (commandId, change) => {
        if (change.state === 4) await new Promise<void>((resolve) => (release = resolve))
        await store.update(commandId, change)
      },
    })
    const world = createWorld(undefined, start, slow)
    world.connect()
    const { seen } = world.call({ timeout: 1 })
    await settled()
    await world.clock.advance(1000)
    expect(seen.outcome).toMatchObject({ code: 11904 })
    release()
    await settled()
    expect(world.published).toEqual([])
    world.database.close()
  })
})

describe('a disk that fails', () => {
  const failing = (fails: (change: { state?: number }) => boolean) => (store: CommandStore) => ({
    ...store,
    insert: (command: Parameters<CommandStore['insert']>[0]) =>
      fails({}) ? Promise.reject(new Error('disk full')) : store.insert(command),
    update: (commandId: string, change: Parameters<CommandStore['update']>[1]) =>
      fails(change) ? Promise.reject(new Error('disk full')) : store.update(commandId, change),
  })

  it('accepts nothing that it could not store, and goes on with the next', async () => {
    let full = true
    const world = createWorld(
      undefined,
      start,
      failing(({ state }) => full && state === undefined),
    )
    const lost = world.call(cached)
    await settled()
    expect(lost.seen.outcome).toMatchObject({ is: 'broken', error: { message: 'disk full' } })
    full = false
    world.connect()
    world.call(cached)
    await settled()
    expect(world.states()).toEqual([4])
    world.database.close()
  })

  it('sends nothing that is not recorded: instant ones fail, cached ones are tried again', async () => {
    let full = true
    const world = createWorld(
      undefined,
      start,
      failing(({ state }) => full && state === 4),
    )
    world.connect()
    const instant = world.call()
    await settled()
    expect(instant.seen.outcome).toMatchObject({ failure: 'internalError' })
    world.call(cached)
    await settled()
    expect(world.states()).toEqual([6, 1])
    expect(world.published).toEqual([])
    full = false
    await world.clock.advance(1000)
    expect(world.states()).toEqual([6, 4])
    expect(world.errors).toHaveLength(2)
    world.database.close()
  })

  it('that cannot keep a result tells whoever waits, and the queue goes on', async () => {
    const world = createWorld(
      undefined,
      start,
      failing(({ state }) => state === 5),
    )
    world.connect()
    const first = world.call()
    world.call()
    await settled()
    world.reply(world.published[0] ?? '')
    await settled()
    expect(first.seen.outcome).toMatchObject({ is: 'broken', error: { message: 'disk full' } })
    expect(world.published).toHaveLength(2)
    expect(world.errors).toHaveLength(1)
    world.database.close()
  })
})
