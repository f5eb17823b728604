import { describe, expect, it } from 'vitest'
import type { Operation } from '#contract/panel/operation.ts'
import { openDatabase } from '#database/open-database.ts'
import { anOperation } from './an-operation.suite.ts'
import { lastSendOfPoint, openSendRecord } from './last-send.ts'
import { migrations } from './migrations.ts'
import { openOperationStore } from './open-operation-store.ts'

const base = { createTime: 10_000, pendingTtl: 0, outcome: 'done', endTime: 10_500, gatewayId: 'one' } as const
const byAsset = { assetId: 'a1', productKey: '', deviceKey: '' }
const byKeys = { assetId: '', productKey: 'pk', deviceKey: 'dk' }
const target = { gatewayId: 'one', assetId: 'a1', productKey: 'pk', deviceKey: 'dk', modelId: 'm' }

function start(isListed = false) {
  const database = openDatabase('sqlite::memory:', migrations)
  const store = openOperationStore(database, () => {})
  const { lastSend } = openSendRecord(database, 'one')
  let count = 0
  return {
    store,
    async record(change: Partial<Operation>) {
      const id = `o-${++count}`
      await store.record(anOperation({ ...base, ...byAsset, id, idempotencyKey: `key-${count}`, ...change }))
      if (isListed) await store.listNow()
    },
    last: (since = 0, at = target) => lastSend(anOperation().orgId, at, anOperation().measurepointId, since),
    sqlite: database.sqlite,
  }
}

describe.each([
  ['not in the indexes yet', false],
  ['in the indexes', true],
])('the last send to a point of a device, %s,', (_where, isListed) => {
  it('is none before the first', () => {
    expect(start(isListed).last()).toBeUndefined()
  })

  it('is found by whatever the device was named', async () => {
    const { record, last } = start(isListed)
    await record({ createTime: 1000 })
    expect(last()).toEqual({ time: 1000, isKept: false })
    await record({ createTime: 2000, ...byKeys })
    expect(last()).toEqual({ time: 2000, isKept: false })
    await record({ createTime: 3000, ...byKeys, deviceKey: 'old', deviceAssetId: 'a1' })
    expect(last()).toEqual({ time: 3000, isKept: false })
    await record({ createTime: 4000, ...byKeys, assetId: 'a1' })
    expect(last()).toEqual({ time: 4000, isKept: false })
  })

  it('is none of another device, point, organisation or gateway; what names no gateway is of the first', async () => {
    const { store, record, last } = start(isListed)
    await record({ assetId: 'a2' })
    await record({ ...byKeys, deviceKey: 'dk2' })
    await record({ measurepointId: 'other' })
    await record({ orgId: 'other' })
    await record({ gatewayId: 'two' })
    expect(last()).toBeUndefined()
    expect(last(0, { ...target, gatewayId: 'two' })).toMatchObject({ time: 10_000 })
    const { gatewayId: _, ...old } = base
    await store.record(anOperation({ ...old, ...byAsset, id: 'old', idempotencyKey: 'key-old' }))
    expect(last()).toMatchObject({ time: 10_000 })
  })

  it.each([
    ['waiting', true],
    ['done', true],
    ['refused', true],
    ['unknown', true],
    ['notSent', false],
  ] as const)('that is %s may have left: %s', async (outcome, may) => {
    const { record, last } = start(isListed)
    await record({ outcome })
    expect(last() !== undefined).toBe(may)
  })

  it('that was kept for the device left at the latest when it ended, and may leave at any moment before', async () => {
    const { record, last } = start(isListed)
    await record({ pendingTtl: 600, endTime: 50_000 })
    await record({ createTime: 20_000 })
    expect(last()).toEqual({ time: 50_000, isKept: false })
    await record({ pendingTtl: 600, endTime: null, outcome: 'queued' })
    expect(last()).toMatchObject({ isKept: true })
  })

  it('is looked for as far back as it may matter, also where it was kept for two days', async () => {
    const { record, last } = start(isListed)
    const twoDays = 172_800_000
    await record({ createTime: 1000, pendingTtl: 172_800, endTime: twoDays })
    expect(last(twoDays - 1)).toEqual({ time: twoDays, isKept: false })
    expect(last(2 * twoDays)).toBeUndefined()
  })

  it('is found by indexes', () => {
    const names = [
      'orgId',
      'assetId',
      'productKey',
      'deviceKey',
      'measurepointId',
      'gatewayId',
      'firstGatewayId',
      'from',
    ]
    const values = Object.fromEntries(names.map((name) => [name, '']))
    const plan = JSON.stringify(start(isListed).sqlite.prepare(`EXPLAIN QUERY PLAN ${lastSendOfPoint}`).all(values))
    expect(plan).not.toMatch(/SCAN operation(?! USING INDEX operation_not_listed)/)
    for (const index of ['operation_of_device_asset', 'operation_sends_of_asset', 'operation_sends_of_device']) {
      expect(plan).toContain(`USING INDEX ${index}`)
    }
  })
})
