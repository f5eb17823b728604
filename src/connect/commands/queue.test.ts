import { describe, expect, it } from 'vitest'
import { eachWithAWorld, settled } from './scripted-world.suite.ts'
import { waitingLimit } from './submit.ts'

const makeWorld = eachWithAWorld()
const cached = { pendingTtl: 600 }

describe('the queue of a device', () => {
  it('sends the cached commands in order when the device connects, each after the result of the one before', async () => {
    const world = makeWorld()
    for (let number = 0; number < 5; number += 1) await world.call(cached).done
    const ids = world.all().map(({ commandId }) => commandId)
    world.connect()
    for (let sent = 1; sent <= 5; sent += 1) {
      await settled()
      expect(world.published).toEqual(ids.slice(0, sent))
      world.reply(ids[sent - 1] ?? '')
    }
    await settled()
    expect(world.states()).toEqual([5, 5, 5, 5, 5])
  })

  it('counts a timeout as a result', async () => {
    const world = makeWorld()
    world.connect()
    world.call({ ...cached, timeout: 5 })
    world.call({ ...cached, timeout: 5 })
    await settled()
    await world.clock.advance(5000)
    expect(world.states()).toEqual([7, 4])
    await world.clock.advance(5000)
    expect(world.states()).toEqual([7, 7])
  })

  it('gives an instant command no priority over cached ones', async () => {
    const world = makeWorld()
    world.connect()
    world.call(cached)
    world.call(cached)
    const instant = world.call()
    world.call(cached)
    await settled()
    const ids = world.all().map(({ commandId }) => commandId)
    for (const id of ids) {
      world.reply(id)
      await settled()
    }
    expect(world.published).toEqual(ids)
    expect(instant.seen.outcome).toEqual({ is: 'accepted', commandId: ids[2] })
  })

  it('belongs to one device: another one, of whatever gateway, does not wait', async () => {
    const world = makeWorld()
    world.connect('a')
    world.connect('b')
    world.call({ device: world.device('a') })
    world.call({ device: world.device('b') })
    await settled()
    expect(world.states('a')).toEqual([4])
    expect(world.states('b')).toEqual([4])
  })

  it(`takes exactly ${waitingLimit} of 200 that come at once`, async () => {
    const world = makeWorld()
    const calls = Array.from({ length: 200 }, () => world.call(cached))
    await Promise.all(calls.map(({ done }) => done))
    const outcomes = calls.map(({ seen }) => (seen.outcome.is === 'failed' ? seen.outcome.code : seen.outcome.is))
    expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(waitingLimit)
    expect(outcomes.filter((outcome) => outcome === 11902)).toHaveLength(150)
    expect(outcomes.slice(0, waitingLimit)).not.toContain(11902)
    expect(world.all()).toHaveLength(waitingLimit)
    expect(world.database.sqlite.prepare('SELECT count(*) FROM command').pluck().get()).toBe(waitingLimit)
  })

  it('counts neither what was sent nor instant commands towards the limit (Q5), and has room again after each', async () => {
    const world = makeWorld()
    world.connect()
    world.call(cached)
    await settled()
    const calls = Array.from({ length: waitingLimit }, () => world.call(cached))
    const instant = world.call()
    const tooMuch = world.call(cached)
    await settled()
    expect(calls.every(({ seen }) => seen.outcome.is === 'accepted')).toBe(true)
    expect(instant.seen.outcome.is).toBe('waiting')
    expect(tooMuch.seen.outcome).toMatchObject({ code: 11902 })
    world.reply(world.published[0] ?? '')
    await settled()
    const nowRoom = world.call(cached)
    await settled()
    expect(nowRoom.seen.outcome.is).toBe('accepted')
  })

  it('drops waiting instant commands with the connection and keeps the cached ones, in order', async () => {
    const world = makeWorld()
    world.connect()
    world.call({ timeout: 5 })
    await settled()
    for (const change of [cached, {}, cached, {}]) world.call(change)
    await settled()
    world.disconnect()
    await settled()
    expect(world.states()).toEqual([4, 1, 6, 1, 6])
    await world.clock.advance(5000)
    expect(world.states()).toEqual([7, 1, 6, 1, 6])
    world.connect()
    await settled()
    expect(world.states()).toEqual([7, 4, 6, 1, 6])
  })

  it('drops an instant command that the connection leaves before it is stored or encoded', async () => {
    const world = makeWorld()
    world.connect()
    const unstored = world.call()
    world.disconnect()
    await settled()
    expect(unstored.seen.outcome).toMatchObject({ code: 11900 })
    let release: () => void = () => undefined
    world.script.encode = () => new Promise((resolve) => (release = resolve))
    world.connect()
    const unencoded = world.call()
    await settled()
    world.disconnect()
    await settled()
    expect(unencoded.seen.outcome).toMatchObject({ code: 11900 })
    release()
    await settled()
    expect(world.published).toEqual([])
    expect(world.states()).toEqual([6, 6])
  })

  it('sends nothing whose time passed while it was being encoded', async () => {
    const world = makeWorld()
    let release: () => void = () => undefined
    world.script.encode = () => new Promise((resolve) => (release = resolve))
    world.connect()
    const instant = world.call({ timeout: 1 })
    world.call({ pendingTtl: 2 })
    await settled()
    await world.clock.advance(1000)
    expect(instant.seen.outcome).toMatchObject({ code: 11904 })
    release()
    await settled()
    await world.clock.advance(1000)
    release()
    await settled()
    expect(world.states()).toEqual([6, 3])
    expect(world.published).toEqual([])
  })

  it('keeps a cached command whose device leaves while it is being encoded', async () => {
    const world = makeWorld()
    let release: () => void = () => undefined
    world.script.encode = () => new Promise((resolve) => (release = resolve))
    world.connect()
    await world.call(cached).done
    await settled()
    world.disconnect()
    release()
    await settled()
    expect(world.published).toEqual([])
    expect(world.states()).toEqual([1])
  })

  it('does not send what expired while it was being encoded, even where the clock’s call is late', async () => {
    const world = makeWorld()
    let release: () => void = () => undefined
    world.script.encode = () => new Promise((resolve) => (release = resolve))
    world.connect()
    await world.call({ pendingTtl: 10 }).done
    await settled()
    world.clock.set(world.clock.now() + 20_000)
    release()
    await settled()
    expect(world.published).toEqual([])
    expect(world.states()).toEqual([3])
  })

  it('never sends what the clock says has expired, even where its call is late', async () => {
    const world = makeWorld()
    await world.call({ pendingTtl: 10 }).done
    await world.call({ pendingTtl: 100 }).done
    world.clock.set(world.clock.now() + 20_000)
    world.connect()
    await settled()
    expect(world.states()).toEqual([3, 4])
    expect(world.published).toEqual([world.all()[1]?.commandId])
  })

  it('leaves nothing behind: neither queue, command nor timer stays when all commands have ended, in whatever way', async () => {
    const world = makeWorld()
    const refused = world.call()
    world.connect()
    const answered = world.call()
    world.call({ ...cached, timeout: 5 })
    world.call({ timeout: 3 })
    world.call({ pendingTtl: 4 })
    world.call(cached)
    await settled()
    expect(world.live.commands.size).toBe(5)
    world.reply(world.published[0] ?? '')
    await settled()
    await world.commands.cancel(world.device(), world.all().at(-1)?.commandId)
    await world.clock.advance(5000)
    await Promise.all([refused.done, answered.done])
    await settled()
    expect(world.states().toSorted()).toEqual([2, 3, 5, 6, 6, 7])
    expect(world.live.commands.size).toBe(0)
    expect(world.live.queues.size).toBe(0)
    expect(world.clock.pending()).toBe(0)
  })

  it('leaves nothing behind of a command that its disk refused', async () => {
    const world = makeWorld()
    world.connect()
    world.store.insert = () => Promise.reject(new Error('disk full'))
    const { seen, done } = world.call(cached)
    await done
    expect(seen.outcome).toMatchObject({ failure: 'notRecorded' })
    expect(world.errors.splice(0)).toMatchObject([{ message: 'disk full' }])
    expect(world.live.commands.size).toBe(0)
    expect(world.live.queues.size).toBe(0)
    expect(world.clock.pending()).toBe(0)
  })
})
