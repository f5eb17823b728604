import { describe, expect, it } from 'vitest'
import { storedCommand } from '../store/command-store.suite.ts'
import { createWorld, eachWithAWorld, settled, start } from './scripted-world.suite.ts'

const makeWorld = eachWithAWorld()
const hour = 3_600_000
const week = 7 * 24 * hour

describe('history', () => {
  it('is kept for seven days and forgotten within the hour after them (§1.4 rule 8)', async () => {
    const world = makeWorld()
    const insert = (number: number, createTime: number) =>
      world.store.insert(storedCommand(number, { state: 5, createTime }))
    await insert(1, start - week - 1)
    await insert(2, start - week)
    await insert(3, start - week + hour)
    await world.commands.recover()
    await settled()
    expect(world.states()).toHaveLength(2)
    await world.clock.advance(hour)
    expect(world.states()).toHaveLength(1)
    await world.clock.advance(hour)
    expect(world.states()).toHaveLength(0)
    await world.commands.stop()
    expect(world.clock.pending()).toBe(0)
  })

  it('is forgotten in small steps, and a failing one is tried again an hour later', async () => {
    const steps: number[] = []
    let failing = true
    const world = createWorld(undefined, start, (store) => ({
      ...store,
      prune: (time) => {
        steps.push(time)
        if (failing) return Promise.reject(new Error('disk full'))
        return Promise.resolve(steps.length < 5 ? 1 : 0)
      },
    }))
    await world.commands.recover()
    await settled()
    expect(world.errors).toHaveLength(1)
    failing = false
    await world.clock.advance(hour)
    expect(steps).toEqual([start - week, ...Array(4).fill(start + hour - week)])
    world.database.close()
  })
})
