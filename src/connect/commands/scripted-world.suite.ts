import { afterEach } from 'vitest'
import type { DeviceStatus } from '#contract/enos/device.ts'
import { Failure } from '#contract/enos/failure.ts'
import { type ExactJson, parseExact } from '#contract/value/exact.ts'
import { openDatabase } from '#database/open-database.ts'
import { createFakeClock } from '../fake-clock.test-support.ts'
import { migrations } from '../store/sqlite/migrations.ts'
import { createSqliteCommandStore } from '../store/sqlite/sqlite-command-store.ts'
import type { Submission } from './commands.ts'
import { createCommands } from './create-commands.ts'
import { createLive } from './create-live.ts'
import type { Channel, CommandStore, StoredCommand, TargetDevice } from './ports.ts'

/** What a caller of submit knows so far. */
export type Outcome =
  | { is: 'waiting' }
  | { is: 'accepted'; commandId: string }
  | { is: 'failed'; failure: string; code: number; message: string; commandId: string | undefined }
  | { is: 'broken'; error: unknown }

/** All that one turn after another can do has been done; nothing here waits for more than turns. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

export const start = 1_700_000_000_000

function readFailure(error: unknown): Outcome {
  if (!(error instanceof Failure)) return { is: 'broken', error }
  const { data } = error
  const commandId =
    typeof data === 'object' && data !== null && 'commandId' in data ? String(data.commandId) : undefined
  return { is: 'failed', failure: error.failure, code: error.code, message: error.message, commandId }
}

/** The rules on the real store, with devices, a channel and a clock that do what the test says. */
export function createWorld(
  database = openDatabase('sqlite::memory:', migrations),
  time = start,
  wrap: (store: CommandStore) => CommandStore = (store) => store,
) {
  const store = wrap(createSqliteCommandStore(database))
  const clock = createFakeClock(time, settled)
  const devices = new Map<string, TargetDevice>()
  const published: string[] = []
  const errors: unknown[] = []
  /** Why each reply that ended nothing was ignored. */
  const ignored: string[] = []
  /** What the channel does; a test puts something else here. */
  const script: { encode(command: StoredCommand): Promise<void>; publish(commandId: string): Promise<boolean> } = {
    encode: async () => undefined,
    publish: async () => true,
  }
  const channel: Channel = {
    encode: async (command) => {
      await script.encode(command)
      return { topic: command.deviceKey, payload: new TextEncoder().encode(command.commandId) }
    },
    publish: async (_, { payload }) => {
      const commandId = new TextDecoder().decode(payload)
      const handedOver = script.publish(commandId)
      if (await handedOver) published.push(commandId)
      return handedOver
    },
  }
  const live = createLive({
    store,
    channel,
    clock,
    targets: { find: ({ deviceKey }) => devices.get(deviceKey) },
    onError: (error) => errors.push(error),
    onIgnoredReply: (_device, _answer, why) => ignored.push(why),
  })
  const commands = createCommands(live)

  function device(deviceKey = 'dk', status: DeviceStatus = 'offline'): TargetDevice {
    const known = devices.get(deviceKey)
    if (known) return known
    const made = { orgId: 'o1', assetId: `asset-${deviceKey}`, productKey: 'pk', deviceKey, status }
    devices.set(deviceKey, made)
    return made
  }

  /** Submits; the outcome is followed, as the command's id is, where it was stored. */
  function call(change: Partial<Submission> = {}) {
    const seen: { outcome: Outcome } = { outcome: { is: 'waiting' } }
    const submission: Submission = {
      orgId: 'o1',
      device: device(),
      measurepointId: 'power',
      commandName: { defaultValue: 'Power', i18nValue: {} },
      value: parseExact('1.0'),
      pendingTtl: 0,
      timeout: 30,
      ...change,
    }
    const done = commands.submit(submission).then(
      ({ commandId }) => {
        seen.outcome = { is: 'accepted', commandId }
      },
      (error: unknown) => {
        seen.outcome = readFailure(error)
      },
    )
    return { seen, done }
  }

  return {
    database,
    store,
    clock,
    live,
    commands,
    published,
    errors,
    ignored,
    script,
    device,
    call,
    connect: (deviceKey = 'dk') => {
      device(deviceKey).status = 'online'
      commands.online(device(deviceKey))
    },
    disconnect: (deviceKey = 'dk') => {
      device(deviceKey).status = 'offline'
      commands.offline(device(deviceKey))
    },
    reply: (id: ExactJson, code: number | null = 200, message = '', deviceKey = 'dk') =>
      commands.reply(device(deviceKey), { id, code, message, data: {} }),
    /** All commands of a device, oldest first. */
    all: (deviceKey = 'dk') =>
      store.search({ productKey: 'pk', deviceKey, pageNo: 1, pageSize: 10_000 }).items.toReversed(),
    /** Their states, oldest first. */
    states: (deviceKey = 'dk') =>
      store
        .search({ productKey: 'pk', deviceKey, pageNo: 1, pageSize: 10_000 })
        .items.toReversed()
        .map(({ state }) => state),
    /** The same data under new rules, `after` ms later, as after a crash: the old ones' clock stands still for ever. */
    crash: (after = 0) => createWorld(database, clock.now() + after),
  }
}
export type World = ReturnType<typeof createWorld>

/** A fresh world for each test; fails the test that left an error nobody asked for. */
export function eachWithAWorld(): () => World {
  const worlds: World[] = []
  afterEach(() => {
    const errors = worlds.flatMap((world) => world.errors)
    for (const world of worlds.splice(0)) world.database.close()
    if (errors.length > 0) throw errors[0]
  })
  return () => {
    const world = createWorld()
    worlds.push(world)
    return world
  }
}
