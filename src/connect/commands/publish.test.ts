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

  it('takes a reply that comes before the publish is confirmed; the confirmation then changes nothing', async () => {
    const world = makeWorld()
    const confirm: ((handedOver: boolean) => void)[] = []
    world.script.publish = (commandId) => {
      if (confirm.length === 0) world.reply(commandId)
      return new Promise((resolve) => confirm.push(resolve))
    }
    world.connect()
    const first = world.call()
    const second = world.call()
    await settled()
    expect(first.seen.outcome.is).toBe('accepted')
    expect(world.states()).toEqual([5, 4])
    confirm[0]?.(true)
    await settled()
    world.reply(world.all()[1]?.commandId ?? '')
    await settled()
    expect(second.seen.outcome.is).toBe('accepted')
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

  /** A store whose record of state 4 takes until `release` is called. */
  function slowlyRecordingWorld() {
    const gate: { release(): void } = { release: () => undefined }
    const slow = (store: CommandStore): CommandStore => ({
      ...store,
      update: async (commandId, change) => {
        if (change.state === 4) await new Promise<void>((resolve) => (gate.release = resolve))
        await store.update(commandId, change)
      },
    })
    const world = createWorld(undefined, start, slow)
    world.connect()
    return { world, gate }
  }

  it('never begins where an instant command’s time passes while it is being recorded', async () => {
    const { world, gate } = slowlyRecordingWorld()
    const { seen } = world.call({ timeout: 1 })
    await settled()
    await world.clock.advance(1000)
    expect(seen.outcome).toMatchObject({ code: 11904 })
    gate.release()
    await settled()
    expect(world.published).toEqual([])
    world.database.close()
  })

  it('is in time where it began before the cached command’s pendingTtl passed', async () => {
    const { world, gate } = slowlyRecordingWorld()
    await world.call({ pendingTtl: 1, timeout: 10 }).done
    await settled()
    await world.clock.advance(2000)
    gate.release()
    await settled()
    expect(world.published).toHaveLength(1)
    expect(world.states()).toEqual([4])
    await world.clock.advance(8000)
    expect(world.states()).toEqual([7])
    world.database.close()
  })

  it('waits until a cached command itself is on disk', async () => {
    let release: () => void = () => undefined
    const world = createWorld(undefined, start, (store) => ({
      ...store,
      insert: async (command) => {
        await new Promise<void>((resolve) => (release = resolve))
        await store.insert(command)
      },
    }))
    world.connect()
    let encoded = 0
    world.script.encode = async () => {
      encoded += 1
    }
    world.call({ pendingTtl: 60 })
    await settled()
    world.connect()
    await settled()
    expect(encoded).toBe(0)
    release()
    await settled()
    expect(world.published).toHaveLength(1)
    world.database.close()
  })
})
