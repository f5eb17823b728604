import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openDatabase } from '#database/open-database.ts'
import { migrations } from '../store/sqlite/migrations.ts'
import type { CommandStore } from './ports.ts'
import { type ReferenceCommand, type ReferenceQueue, referenceQueue, type Told } from './reference-queue.suite.ts'
import { createWorld, type Outcome, settled, start, type World } from './scripted-world.suite.ts'

const devices = ['a', 'b']

interface Call {
  expected: ReferenceCommand
  seen: { outcome: Outcome }
}

/** The rules themselves, and what the test remembers of them. */
function realQueue() {
  const database = openDatabase('sqlite::memory:', migrations)
  const state = { diskTakes: true, connectionHolds: true }
  const published: string[] = []
  /** Callers of the present run that have not been answered when they were last looked at. */
  const calls: Call[] = []
  const failing = (store: CommandStore): CommandStore => ({
    ...store,
    insert: (command) => (state.diskTakes ? store.insert(command) : Promise.reject(new Error('disk full'))),
    update: (id, change) => (state.diskTakes ? store.update(id, change) : Promise.reject(new Error('disk full'))),
  })
  function open(time: number): World {
    const world = createWorld(database, time, failing)
    world.script.publish = async (commandId) => {
      if (state.connectionHolds) published.push(commandId)
      return state.connectionHolds
    }
    return world
  }
  const real = { world: open(start), state, published, calls, restart }
  for (const device of devices) real.world.device(device, 'inactive')

  async function restart(seconds: number): Promise<void> {
    const { world } = real
    real.world = open(world.clock.now() + seconds * 1000)
    for (const device of devices) {
      const wasInactive = world.device(device).status === 'inactive'
      real.world.device(device, wasInactive ? 'inactive' : 'offline')
    }
    calls.length = 0
    await real.world.commands.recover()
  }
  return real
}
type Real = ReturnType<typeof realQueue>

const idOf = ({ world }: Real, { all }: ReferenceQueue, command: ReferenceCommand | undefined): string => {
  if (!command) return 'none'
  const place = all.filter(({ device }) => device === command.device).indexOf(command)
  return world.all(command.device)[place]?.commandId ?? 'none'
}

/** Where a deadline passes just when the connection turns out to be gone, either may be said first: both are "not sent". */
const either = (told: Told | 'broken') => (told === 11900 || told === 11904 ? 'not sent' : told)

const toldTo = ({ outcome }: { outcome: Outcome }): Told | 'broken' =>
  outcome.is === 'failed'
    ? outcome.code
    : ({ waiting: 'nothing', accepted: 'ok', broken: 'broken' } as const)[outcome.is]

const seconds = (time: number | null) => (time === null ? null : (time - start) / 1000)

function expectSame(model: ReferenceQueue, real: Real): void {
  for (const device of devices) {
    const commands = real.world.all(device)
    const stored = commands.map(({ state, sentTime }) => ({ state, sent: seconds(sentTime) }))
    const expected = model.all.filter((one) => one.device === device)
    expect(stored, `commands of ${device}`).toEqual(expected.map(({ disk }) => disk))
    // By their places: the order between devices is nobody's business (§7.2 Q14).
    const ids = commands.map(({ commandId }) => commandId)
    const published = real.published.map((id) => ids.indexOf(id)).filter((place) => place >= 0)
    const due = model.published.map((one) => expected.indexOf(one)).filter((place) => place >= 0)
    expect(published, `what was published to ${device}`).toEqual(due)
  }
  const told = real.calls.map(({ seen }) => either(toldTo(seen)))
  expect(told, 'what callers were told').toEqual(real.calls.map(({ expected }) => either(expected.told)))
}

type Step = fc.AsyncCommand<ReferenceQueue, Real>

const step = (name: string, run: (model: ReferenceQueue, real: Real) => unknown): Step => ({
  check: () => true,
  toString: () => name,
  async run(model, real) {
    await run(model, real)
    await settled()
    expectSame(model, real)
  },
})

function submit(model: ReferenceQueue, real: Real, device: string, pendingTtl: number, timeout: number): void {
  const { seen } = real.world.call({ device: real.world.device(device), pendingTtl, timeout })
  real.calls.push({ expected: model.submit(device, pendingTtl, timeout), seen })
}

const device = fc.constantFrom(...devices)
const timeout = fc.integer({ min: 1, max: 12 })
const ttl = fc.integer({ min: 1, max: 40 })
const which = fc.nat(60)
const code = fc.constantFrom(0, 200, 200, 2001)

const steps = [
  fc
    .tuple(device, ttl, timeout)
    .map(([to, pendingTtl, wait]) =>
      step(`cached to ${to} for ${pendingTtl} s, ${wait} s`, (model, real) =>
        submit(model, real, to, pendingTtl, wait),
      ),
    ),
  fc.tuple(device, fc.integer({ min: 20, max: 56 })).map(([to, count]) =>
    step(`${count} cached to ${to}`, async (model, real) => {
      for (let number = 0; number < count; number += 1) {
        submit(model, real, to, 30, 5)
        // The first leaves at once where it can; the others take their places in one turn, where the disk takes them.
        if (number === 0 || !real.state.diskTakes) await settled()
      }
    }),
  ),
  fc
    .tuple(device, timeout)
    .map(([to, wait]) => step(`instant to ${to}, ${wait} s`, (model, real) => submit(model, real, to, 0, wait))),
  fc.tuple(device, code).map(([from, number]) =>
    step(`${from} answers ${number}`, (model, real) => {
      const { flight } = model.lineOf(from)
      real.world.reply(idOf(real, model, flight ?? undefined), number, '', from)
      model.reply(from, flight ?? undefined, number)
    }),
  ),
  fc.tuple(device, which).map(([from, place]) =>
    step(`${from} answers to command ${place}, whatever became of it`, (model, real) => {
      const command = model.all[place]
      real.world.reply(idOf(real, model, command), 200, '', from)
      model.reply(from, command, 200)
    }),
  ),
  fc.tuple(device, fc.option(which)).map(([of, place]) =>
    step(`cancel ${place === null ? 'all' : `command ${place}`} of ${of}`, async (model, real) => {
      const command = place === null ? undefined : (model.all[place] ?? null)
      const id = command === undefined ? undefined : idOf(real, model, command ?? undefined)
      const withdrawn = await real.world.commands.cancel(real.world.device(of), id).catch(() => null)
      const expected = command === null ? null : model.cancel(of, command)
      expect(withdrawn?.map(({ commandId, state }) => [commandId, state])).toEqual(
        expected?.map((one) => [idOf(real, model, one), 2]),
      )
    }),
  ),
  device.map((one) =>
    step(`${one} connects`, (model, real) => {
      real.world.connect(one)
      model.connect(one)
    }),
  ),
  device.map((one) =>
    step(`${one} disconnects`, (model, real) => {
      real.world.disconnect(one)
      model.disconnect(one)
    }),
  ),
  fc.boolean().map((holds) =>
    step(holds ? 'connections hold' : 'connections are gone unnoticed', (model, real) => {
      real.state.connectionHolds = holds
      model.world.connectionHolds = holds
    }),
  ),
  fc.boolean().map((takes) =>
    step(takes ? 'the disk has space' : 'the disk is full', (model, real) => {
      real.state.diskTakes = takes
      model.world.diskTakes = takes
    }),
  ),
  fc.integer({ min: 1, max: 15 }).map((time) =>
    step(`${time} s pass`, async (model, real) => {
      await real.world.clock.advance(time * 1000)
      model.advance(time)
    }),
  ),
  fc.integer({ min: 0, max: 15 }).map((time) =>
    step(`restart ${time} s later`, async (model, real) => {
      await real.restart(time)
      model.restart(time)
    }),
  ),
]

it('the queue does what a plain model of the rules does, step by step, whatever happens', async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands(steps, { maxCommands: 60, size: 'max' }), async (commands) => {
      const real = realQueue()
      try {
        await fc.asyncModelRun(() => ({ model: referenceQueue(devices), real }), commands)
      } finally {
        real.world.database.close()
      }
    }),
    { numRuns: 60 },
  )
}, 300_000)
