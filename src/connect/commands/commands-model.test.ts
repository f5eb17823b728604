import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createWorld, type Outcome, settled, type World } from './scripted-world.suite.ts'

/** What may happen to two devices, in any order. */
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('cached' as const),
      device: fc.boolean(),
      ttl: fc.integer({ min: 1, max: 40 }),
      timeout: fc.integer({ min: 1, max: 10 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('instant' as const),
      device: fc.boolean(),
      timeout: fc.integer({ min: 1, max: 10 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('reply' as const),
      device: fc.boolean(),
      code: fc.constantFrom(0, 200, 2001, 11900),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('late reply' as const), device: fc.boolean(), which: fc.nat(20) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('connect' as const), device: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('disconnect' as const), device: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('lose connection unnoticed' as const), lost: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('cancel' as const), device: fc.boolean(), which: fc.option(fc.nat(20)) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), seconds: fc.integer({ min: 1, max: 15 }) }) },
  { weight: 2, arbitrary: fc.constant({ do: 'settle' as const }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('crash' as const), seconds: fc.integer({ min: 0, max: 15 }) }) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const nameOf = (device: boolean): string => (device ? 'a' : 'b')

async function play(steps: Step[]) {
  let world = createWorld()
  let lost = false
  /** Of all runs, in order. */
  const published: string[] = []
  const calls: { outcome: Outcome }[] = []
  const follow = (next: World): World => {
    next.script.publish = async (commandId) => {
      // The record comes first, and only ever for a command that was in state 1 until now.
      expect(next.store.get(commandId)).toMatchObject({ state: 4 })
      if (!lost) published.push(commandId)
      return !lost
    }
    return next
  }
  follow(world)
  for (const one of steps) {
    switch (one.do) {
      case 'cached':
        calls.push(
          world.call({ device: world.device(nameOf(one.device)), pendingTtl: one.ttl, timeout: one.timeout }).seen,
        )
        break
      case 'instant':
        calls.push(world.call({ device: world.device(nameOf(one.device)), timeout: one.timeout }).seen)
        break
      case 'reply': {
        const sent = world.all(nameOf(one.device)).find(({ state }) => state === 4)
        if (sent) world.reply(sent.commandId, one.code, '', nameOf(one.device))
        break
      }
      case 'late reply':
        world.reply(world.all(nameOf(one.device))[one.which]?.commandId ?? '', 200, '', nameOf(one.device))
        break
      case 'connect':
        world.connect(nameOf(one.device))
        break
      case 'disconnect':
        world.disconnect(nameOf(one.device))
        break
      case 'lose connection unnoticed':
        lost = one.lost
        break
      case 'cancel': {
        const id = one.which === null ? undefined : world.all(nameOf(one.device))[one.which]?.commandId
        await world.commands.cancel(world.device(nameOf(one.device)), id).catch(() => [])
        break
      }
      case 'wait':
        await world.clock.advance(one.seconds * 1000)
        break
      case 'settle':
        await settled()
        break
      case 'crash':
        // What was asked for in the same turn is on disk, or its caller was told nothing.
        await settled()
        world = follow(world.crash(one.seconds * 1000))
        await world.commands.recover()
        break
    }
    for (const name of ['a', 'b']) expect(world.states(name).filter((state) => state === 4).length).toBeLessThan(2)
  }
  await settled()
  return { world, published, calls }
}

describe('whatever happens, also restarts,', () => {
  it('nothing is published twice, all in order, and every command ends with what its caller was told', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 40 }), async (steps) => {
        const { world, published, calls } = await play(steps)
        expect(new Set(published).size).toBe(published.length)

        for (const name of ['a', 'b']) {
          const commands = world.all(name)
          const known = new Map(commands.map((command) => [command.commandId, command]))
          const mine = published.filter((id) => known.has(id))
          expect(mine).toEqual(mine.toSorted())
          for (const { commandId, state, sentTime } of commands) {
            if (published.includes(commandId)) expect([4, 5, 6, 7]).toContain(state)
            else expect([1, 2, 3, 6, 7]).toContain(state)
            // "Never sent" is only said of what was not.
            if (state === 1 || state === 2 || state === 3) expect(sentTime).toBeNull()
          }
        }
        for (const { outcome } of calls) {
          if (outcome.is === 'waiting') continue
          const id = 'commandId' in outcome ? outcome.commandId : undefined
          const command = world.store.get(id ?? '')
          if (outcome.is === 'accepted') expect(command).toBeDefined()
          else if (outcome.is === 'failed' && outcome.code !== 11902) {
            expect(command?.state).toBe({ 11915: 7, 11904: command?.state === 2 ? 2 : 6 }[outcome.code] ?? 6)
            if ([11900, 11904, 11888].includes(outcome.code)) expect(published).not.toContain(id)
          } else expect(outcome).toMatchObject({ code: 11902 })
        }
        // With a device that answers and time enough, everything ends.
        world.script.publish = async () => true
        for (const name of ['a', 'b']) world.connect(name)
        await world.clock.advance(3_600_000)
        for (const name of ['a', 'b']) {
          expect(world.states(name).filter((state) => state === 1 || state === 4)).toEqual([])
        }
        await settled()
        expect(world.live.commands.size).toBe(0)
        expect(world.live.queues.size).toBe(0)
        expect(world.errors).toEqual([])
        world.database.close()
      }),
      { numRuns: 300 },
    )
  }, 300_000)
})
