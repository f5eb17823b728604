import { afterEach, describe, expect, it } from 'vitest'
import type { Operation } from '#contract/panel/operation.ts'
import { openDatabase } from '#database/open-database.ts'
import { anOperation } from './an-operation.suite.ts'
import { migrations } from './migrations.ts'
import { openOperationStore } from './open-operation-store.ts'
import type { WithinGateway } from './within-filter.ts'

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

function open() {
  const database = openDatabase('sqlite::memory:', migrations)
  stops.push(() => database.close())
  return openOperationStore(database, () => {}, 'first')
}

const keysOnly = { assetId: '', productKey: 'pk', deviceKey: 'dk' }
const within = (assetIds: string[], more: Partial<WithinGateway> = {}): WithinGateway => ({
  gatewayId: 'first',
  assetIds: new Set(assetIds),
  devices: [],
  ...more,
})

describe('a list of the record within places', () => {
  it.each<[string, Partial<Operation>, WithinGateway[], boolean]>([
    ['an asset within', { assetId: 'a' }, [within(['a'])], true],
    ['an asset outside', { assetId: 'a' }, [within(['b'])], false],
    ['nothing at all', { assetId: 'a' }, [], false],
    ['the asset found, within', { ...keysOnly, deviceAssetId: 'a' }, [within(['a'])], true],
    ['the asset found, outside, whatever the call named', { assetId: 'a', deviceAssetId: 'b' }, [within(['a'])], false],
    ['the asset of another gateway', { assetId: 'a', gatewayId: 'other' }, [within(['a'])], false],
    ['its own gateway', { assetId: 'a', gatewayId: 'other' }, [within(['a'], { gatewayId: 'other' })], true],
    ['keys alone, not known', keysOnly, [within(['a', ''])], false],
    ['keys alone, known', keysOnly, [within([], { devices: [{ productKey: 'pk', deviceKey: 'dk' }] })], true],
    ['keys like others', keysOnly, [within([], { devices: [{ productKey: 'p', deviceKey: 'kdk' }] })], false],
    ['quotes in an id', { assetId: `a'"\\` }, [within([`a'"\\`])], true],
  ])('decides by %s', async (_title, operation, places, isSeen) => {
    const store = open()
    const recorded = await store.record({ ...anOperation(), ...operation })
    expect(store.list({ limit: 10 }, places).items).toEqual(isSeen ? [recorded] : [])
  })

  it('is paged without gaps', async () => {
    const store = open()
    for (let index = 0; index < 10; index++) {
      await store.record({
        ...anOperation(),
        id: `o${index}`,
        idempotencyKey: `key-${index}`,
        assetId: `a${index % 2}`,
      })
    }
    const first = store.list({ limit: 3 }, [within(['a1'])])
    expect(first.items.map(({ id }) => id)).toEqual(['o9', 'o7', 'o5'])
    const rest = store.list({ limit: 3, cursor: first.cursor ?? '' }, [within(['a1'])])
    expect(rest).toMatchObject({ items: [{ id: 'o3' }, { id: 'o1' }], cursor: null })
  })

  it('can ask which devices no operation tells the asset of', async () => {
    const store = open()
    const rows = [
      { assetId: 'a' },
      keysOnly,
      { ...keysOnly, gatewayId: 'x' },
      { ...keysOnly, deviceAssetId: 'a' },
      keysOnly,
    ]
    for (const [index, row] of rows.entries()) {
      await store.record({ ...anOperation(), ...row, id: `o${index}`, idempotencyKey: `key-${index}` })
    }
    const [pk, dk] = [{ productKey: 'pk' }, { deviceKey: 'dk' }]
    expect(store.unplaced(10)).toEqual([
      { gatewayId: null, ...pk, ...dk },
      { gatewayId: 'x', ...pk, ...dk },
    ])
    expect(store.unplaced(1)).toEqual([{ gatewayId: null, ...pk, ...dk }])
  })
})
