import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Operation } from '#contract/panel/operation.ts'
import type { Person } from '#contract/panel/session.ts'
import { openDatabase } from '#database/open-database.ts'
import { anOperation } from '../store/sqlite/an-operation.suite.ts'
import { migrations } from '../store/sqlite/migrations.ts'
import { openOperationStore } from '../store/sqlite/open-operation-store.ts'
import { createSight } from './sight.ts'

const gatewayIds = ['first', 'second']
/** What lies below what, the same at both gateways but for `c`. */
const below = (gatewayId: string, assetId: string): string[] =>
  ({ a: ['a', 'a1', 'a2'], b: ['b', 'b1'], c: gatewayId === 'first' ? ['c', 'c1'] : ['c'] })[assetId] ?? [assetId]
const assetOfKey: Record<string, string> = { 'dk-a1': 'a1', 'dk-b1': 'b1', 'dk-c1': 'c1' }

/** A record in memory with a sight of it, before gateways that know the assets above. */
function open() {
  const database = openDatabase('sqlite::memory:', migrations)
  const store = openOperationStore(database, () => {}, 'first')
  const sight = createSight({
    places: {
      lastKnown: async (gatewayId, assetIds) => new Set(assetIds.flatMap((assetId) => below(gatewayId, assetId))),
    },
    deviceAssets: {
      async assetIdOf(gatewayId, { deviceKey }) {
        if (gatewayId === 'second' && deviceKey === 'dk-b1') throw new Error('the gateway is away')
        return assetOfKey[deviceKey] ?? null
      },
    },
    gatewayIds,
    unplaced: store.unplaced,
  })
  return { store, sight, close: () => database.close() }
}

const person = (assetIds: string[]): Person => ({ id: 'p', name: 'P', role: 'viewer', assetIds, kind: 'local' })
const assetId = fc.constantFrom('a', 'a1', 'a2', 'b1', 'c1', 'x')
const keys = fc.record({
  productKey: fc.constant('pk'),
  deviceKey: fc.constantFrom('dk-a1', 'dk-b1', 'dk-c1', 'dk-gone'),
})
const named = fc.oneof(
  fc.record({ assetId }),
  keys.map((both) => ({ assetId: '', ...both })),
  fc.record({ assetId, deviceAssetId: assetId }),
  fc.tuple(keys, assetId).map(([both, deviceAssetId]) => ({ assetId: '', ...both, deviceAssetId })),
)
const operation = fc
  .tuple(named, fc.constantFrom(undefined, 'first', 'second', 'gone'))
  .map(([members, gatewayId]): Partial<Operation> => ({ ...members, ...(gatewayId ? { gatewayId } : {}) }))

describe('what a person with some places sees of the record', () => {
  it('is the same in lists as one by one, whatever is recorded', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(operation, { maxLength: 12 }),
        fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'a1', 'x'), { maxLength: 3 }),
        fc.constantFrom(undefined, ...gatewayIds),
        async (recorded, assetIds, gatewayId) => {
          const { store, sight, close } = open()
          const all: Operation[] = []
          for (const [index, change] of recorded.entries())
            all.push(await store.record(anOperation({ ...change, id: `o${index}` })))
          const filter = { limit: 200, ...(gatewayId ? { gatewayId } : {}) }
          const listed = store.list(filter, await sight.within(person(assetIds), gatewayId)).items
          const seen: Operation[] = []
          for (const one of all.reverse()) {
            const isAsked = gatewayId === undefined || (one.gatewayId ?? 'first') === gatewayId
            if (isAsked && (await sight.sees(person(assetIds), one))) seen.push(one)
          }
          close()
          expect(listed).toEqual(seen)
        },
      ),
      { numRuns: 300 },
    )
  })

  it.each<[string, Partial<Operation>, boolean]>([
    ['of before there were several gateways, at the first', { assetId: 'c1' }, true],
    ['at another gateway, where other things lie below', { assetId: 'c1', gatewayId: 'second' }, false],
    ['at a gateway that is configured no more', { assetId: 'c', gatewayId: 'gone' }, false],
    ['of a device that nobody can look up', { assetId: '', deviceKey: 'dk-b1', gatewayId: 'second' }, false],
    ['of a device that is not known', { assetId: '', deviceKey: 'dk-gone' }, false],
  ])('is decided for one %s', async (_title, change, isSeen) => {
    const { store, sight, close } = open()
    const recorded = await store.record(anOperation(change))
    expect(await sight.sees(person(['c', 'b']), recorded)).toBe(isSeen)
    close()
  })

  it('is everything for a person without limits', async () => {
    const { store, sight, close } = open()
    const recorded = await store.record(anOperation({ assetId: 'x', gatewayId: 'gone' }))
    expect(await sight.within(person([]))).toBeUndefined()
    expect(await sight.seen(person([]), recorded, recorded.id)).toBe(recorded)
    await expect(sight.seen(person(['a']), recorded, recorded.id)).rejects.toMatchObject({
      failure: 'operationNotFound',
    })
    await expect(sight.seen(person([]), undefined, 'o')).rejects.toMatchObject({ failure: 'operationNotFound' })
    close()
  })
})
