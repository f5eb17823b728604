import { type Command, commandSchema } from '#contract/enos/command.ts'
import { Failure } from '#contract/enos/failure.ts'
import type { Operation } from '#contract/panel/operation.ts'
import { openDatabase } from '#database/open-database.ts'
import { migrations } from '../store/sqlite/migrations.ts'
import { openOperationStore } from '../store/sqlite/open-operation-store.ts'
import { createManualClock } from './manual-clock.suite.ts'
import { createPerformer } from './perform.ts'
import type { Gateway, Send, SetAnswer } from './ports.ts'

let count = 0

export const aSend = (change: Partial<Send> = {}): Send => ({
  idempotencyKey: `key-${++count}`,
  person: 'local',
  orgId: 'o1',
  assetId: 'a1',
  productKey: '',
  deviceKey: '',
  measurepointId: 'p',
  pendingTtl: 600,
  timeout: 30,
  body: '{"value":1.0}',
  shown: null,
  ...change,
})

export const accepted = (commandId = '2500000000000000001'): SetAnswer => ({
  failure: null,
  code: 0,
  message: 'OK',
  commandId,
  text: `{"code":0,"data":{"commandId":"${commandId}"}}`,
})

export const inState = (state: number, more: Partial<Command> = {}): Command => ({
  ...commandSchema.parse({
    commandId: '2500000000000000001',
    commandType: 1,
    commandName: { defaultValue: 'p', i18nValue: {} },
    timeout: 30,
    pendingTtl: 600,
    state,
  }),
  ...more,
})

/** The rules' surroundings: the real store in memory, a clock that waits, and an EnOS that says what it is told. */
export function surroundings() {
  const told: Operation[] = []
  const troubles: unknown[] = []
  const database = openDatabase('sqlite::memory:', migrations)
  const store = openOperationStore(database, (operation) => told.push(operation))
  const clock = createManualClock()
  const says = {
    set: (_send: Send): SetAnswer | Promise<SetAnswer> => accepted(),
    get: (_operation: Operation): Command => {
      throw new Failure('notFound')
    },
  }
  const sets: Send[] = []
  const gets: { time: number; commandId: string }[] = []
  const gateway: Gateway = {
    async set(send, leaving) {
      sets.push(send)
      leaving()
      return await says.set(send)
    },
    async getCommand(operation) {
      gets.push({ time: clock.now(), commandId: operation.commandId })
      return says.get(operation)
    },
  }
  let ids = 0
  const trouble = (error: unknown) => void troubles.push(error)
  return { store, database, clock, gateway, says, sets, gets, told, trouble, troubles, newId: () => `op-${++ids}` }
}

/** A performer where everybody may send everything. */
export function anyonesPerformer(parts: Parameters<typeof createPerformer>[0]) {
  const { perform, idle } = createPerformer(parts)
  return { perform: (send: Send) => perform(send, { identify: async () => ({}), decide: async () => ({}) }), idle }
}
