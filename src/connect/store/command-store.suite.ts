import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { commandStates } from '#contract/enos/command.ts'
import { parseExact, stringifyExact } from '#contract/value/exact.ts'
import type { CommandFilter, CommandStore, StoredCommand } from '../commands/ports.ts'

const first = 2_500_000_000_000_000_000n

/** A command of `pk`/`dk`, the `number`th, in state 1. */
export const storedCommand = (number: number, change: Partial<StoredCommand> = {}): StoredCommand => ({
  commandId: String(first + BigInt(number)),
  orgId: 'o1',
  productKey: 'pk',
  deviceKey: 'dk',
  assetId: 'asset1',
  measurepointId: 'power',
  commandName: { defaultValue: 'Active power', i18nValue: { en_US: 'Active power', zh_CN: '有功功率' } },
  value: parseExact('1.0'),
  createTime: 1_700_000_000_000 + number,
  timeout: 30,
  pendingTtl: 600,
  state: commandStates.created,
  sentTime: null,
  endTime: null,
  resultCode: null,
  resultMsg: null,
  ...change,
})

/** What every backend must do. `reopen` opens the same data again, as after a restart. */
export function commandStoreSuite(
  name: string,
  open: () => { store: CommandStore; reopen: () => CommandStore; close: () => void },
): void {
  describe(`${name}, as every command store,`, () => {
    let opened: ReturnType<typeof open>
    let store: CommandStore
    beforeEach(() => {
      opened = open()
      store = opened.store
    })
    afterEach(() => opened.close())

    const insertAll = (commands: StoredCommand[]) => Promise.all(commands.map((command) => store.insert(command)))
    const found = (filter: Partial<CommandFilter> = {}) =>
      store.search({ productKey: 'pk', deviceKey: 'dk', pageNo: 1, pageSize: 100, ...filter })
    const numbers = (filter?: Partial<CommandFilter>) =>
      found(filter).items.map(({ commandId }) => Number(BigInt(commandId) - first))

    it('gives back what it was given, digit by digit, also after a restart', async () => {
      const value = '{"a":1.0,"b":[123456789012345678901.10,-0,1e-7],"c":"é\\u0000","d":null,"e":true}'
      const command = storedCommand(1, { value: parseExact(value) })
      await store.insert(command)
      expect(store.get(command.commandId)).toEqual(command)
      const again = opened.reopen().get(command.commandId)
      expect(again).toEqual(command)
      expect(stringifyExact(again?.value)).toBe(value)
    })

    it('stores what becomes of a command in the turn in which it is given', async () => {
      const command = storedCommand(1)
      const sent = { state: commandStates.sent, sentTime: 1_700_000_000_001 }
      await Promise.all([store.insert(command), store.update(command.commandId, sent)])
      expect(opened.reopen().get(command.commandId)).toEqual({ ...command, ...sent })
      expect(command.state).toBe(commandStates.created)
    })

    it('refuses along with a command what becomes of it in that turn, and nothing after it', async () => {
      const command = storedCommand(1)
      await store.insert(command)
      const sent = { state: commandStates.sent }
      const refused = await Promise.allSettled([store.insert(command), store.update(command.commandId, sent)])
      expect(refused.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
      expect(store.get(command.commandId)).toEqual(command)
      await store.update(command.commandId, sent)
      expect(store.get(command.commandId)).toEqual({ ...command, ...sent })
    })

    it('knows nothing of an id it was never given', () => {
      expect(store.get(String(first))).toBeUndefined()
    })

    it('refuses the same id twice, and keeps the first', async () => {
      await store.insert(storedCommand(1))
      await expect(store.insert(storedCommand(1, { measurepointId: 'other' }))).rejects.toThrow()
      expect(store.get(storedCommand(1).commandId)?.measurepointId).toBe('power')
    })

    it('changes what a change names and nothing else; null empties a field', async () => {
      const command = storedCommand(1)
      await store.insert(command)
      await store.update(command.commandId, { state: commandStates.sent, sentTime: 5 })
      expect(store.get(command.commandId)).toEqual({ ...command, state: 4, sentTime: 5 })
      await store.update(command.commandId, { state: commandStates.created, sentTime: null })
      expect(store.get(command.commandId)).toEqual(command)
      await store.update(command.commandId, { state: 6, endTime: 9, resultCode: 2001, resultMsg: 'too hot' })
      expect(store.get(command.commandId)).toEqual({
        ...command,
        state: 6,
        endTime: 9,
        resultCode: 2001,
        resultMsg: 'too hot',
      })
    })

    it('rejects a change of a command that is not there', async () => {
      await expect(store.update(String(first), { state: commandStates.sent })).rejects.toThrow(String(first))
    })

    it('lets changes that were asked for in one breath take effect in their order', async () => {
      const command = storedCommand(1)
      await Promise.all([
        store.insert(command),
        store.update(command.commandId, { state: commandStates.sent, sentTime: 1 }),
        store.update(command.commandId, { state: commandStates.succeeded, endTime: 2 }),
      ])
      expect(store.get(command.commandId)).toMatchObject({ state: 5, sentTime: 1, endTime: 2 })
    })

    it('finds the commands of one device, newest first', async () => {
      await insertAll([
        storedCommand(1),
        storedCommand(3),
        storedCommand(2),
        storedCommand(4, { deviceKey: 'other' }),
        storedCommand(5, { productKey: 'other' }),
      ])
      expect(numbers()).toEqual([3, 2, 1])
    })

    it('gives a page and the size of the whole', async () => {
      await insertAll(Array.from({ length: 7 }, (_, number) => storedCommand(number)))
      expect(numbers({ pageNo: 2, pageSize: 3 })).toEqual([3, 2, 1])
      expect(numbers({ pageNo: 3, pageSize: 3 })).toEqual([0])
      expect(numbers({ pageNo: 4, pageSize: 3 })).toEqual([])
      expect(found({ pageNo: 2, pageSize: 3 }).totalSize).toBe(7)
      expect(found({ pageNo: 4, pageSize: 3 }).totalSize).toBe(7)
    })

    it('filters by state and by every comparison of the time of creation, all together', async () => {
      await insertAll([1, 2, 3, 4].map((number) => storedCommand(number, { createTime: number * 1000 })))
      await store.update(storedCommand(3).commandId, { state: commandStates.sent })
      expect(numbers({ state: commandStates.sent })).toEqual([3])
      expect(numbers({ createTime: [{ operator: '<', time: 2000 }] })).toEqual([1])
      expect(numbers({ createTime: [{ operator: '<=', time: 2000 }] })).toEqual([2, 1])
      expect(numbers({ createTime: [{ operator: '=', time: 2000 }] })).toEqual([2])
      expect(numbers({ createTime: [{ operator: '>', time: 2000 }] })).toEqual([4, 3])
      expect(numbers({ createTime: [{ operator: '>=', time: 2000 }] })).toEqual([4, 3, 2])
      const between = [
        { operator: '>=', time: 2000 },
        { operator: '<', time: 4000 },
      ] as const
      expect(numbers({ state: commandStates.created, createTime: [...between] })).toEqual([2])
    })

    it('finds a text in the name in a locale, letter case aside, and nothing but that text', async () => {
      await insertAll([
        storedCommand(1, { commandName: { defaultValue: 'Größe 100%', i18nValue: { en_US: 'Size', zh_CN: '' } } }),
        storedCommand(2, { commandName: { defaultValue: 'Speed_1', i18nValue: {} } }),
      ])
      const named = (locale: string, like: string) => numbers({ commandName: { locale, like } })
      expect(named('default', 'GRÖSSE')).toEqual([])
      expect(named('default', 'GRÖßE')).toEqual([1])
      expect(named('en_US', 'size')).toEqual([1])
      expect(named('en_US', 'größe')).toEqual([])
      expect(named('en_US', 'speed')).toEqual([2])
      expect(named('zh_CN', 'größe')).toEqual([1])
      expect(named('default', '%')).toEqual([1])
      expect(named('default', '_')).toEqual([2])
      expect(named('constructor', 'native')).toEqual([])
      expect(named('default', `' OR 1=1 --`)).toEqual([])
    })

    it('names what a restart has to go on with, oldest first', async () => {
      await insertAll(
        ([5, 4, 1, 2, 3, 6, 7] as const).map((state) => storedCommand(10 - state, { state, deviceKey: `dk${state}` })),
      )
      const states = opened.reopen().unfinished()
      expect(states.map(({ state }) => state)).toEqual([4, 1])
    })

    it('removes old commands in small steps, and never one that has not ended', async () => {
      const old = (number: number, state: StoredCommand['state']) => storedCommand(number, { state, createTime: 1000 })
      await insertAll(Array.from({ length: 1200 }, (_, number) => old(number, commandStates.succeeded)))
      await insertAll([
        old(2000, commandStates.created),
        old(2001, commandStates.sent),
        storedCommand(2002, { state: 5 }),
      ])
      const steps: number[] = []
      do steps.push(await store.prune(1001))
      while (steps.at(-1) !== 0)
      expect(steps.length).toBeGreaterThan(2)
      expect(steps.reduce((sum, step) => sum + step)).toBe(1200)
      expect(numbers()).toEqual([2002, 2001, 2000])
    })

    it('remembers the greatest id ever given, though its command is gone', async () => {
      expect(store.lastCommandId()).toBeUndefined()
      expect(await store.prune(1)).toBe(0)
      await insertAll([storedCommand(2, { state: 5 }), storedCommand(1, { state: 5 })])
      expect(store.lastCommandId()).toBe(storedCommand(2).commandId)
      await store.prune(Number.MAX_SAFE_INTEGER)
      expect(numbers()).toEqual([])
      expect(opened.reopen().lastCommandId()).toBe(storedCommand(2).commandId)
    })
  })
}
