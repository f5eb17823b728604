import { describe, expect, it } from 'vitest'
import { parseExact } from '#contract/value/exact.ts'
import { anOperation } from '../store/sqlite/an-operation.suite.ts'
import { canceledBy, outdatedBy, sameDevice } from './affected.ts'

const of = (change = {}) => ({ ...anOperation(change), revision: 1 })
const keys = { assetId: '', productKey: 'pk', deviceKey: 'dk' }

describe('operations on the same device', () => {
  it('are those that name it in the same way, or of which a look-up told the asset', () => {
    const byAsset = sameDevice({ assetId: 'a1' })
    expect([of(), of({ ...keys, deviceAssetId: 'a1' })].map(byAsset)).toEqual([true, true])
    expect([of({ assetId: 'a2' }), of(keys), of({ ...keys, deviceAssetId: 'a2' })].map(byAsset)).toEqual(
      Array(3).fill(false),
    )
    const byKeys = sameDevice(keys)
    expect([of(keys), of({ ...keys, deviceKey: 'other' }), of()].map(byKeys)).toEqual([true, false, false])
    expect(sameDevice({ ...keys, deviceAssetId: 'a1' })(of())).toBe(true)
    expect(sameDevice({})(of({ assetId: '' }))).toBe(false)
  })

  it('are at the same gateway, where both name one', () => {
    const atOne = sameDevice({ assetId: 'a1', gatewayId: 'one' })
    expect([of({ gatewayId: 'one' }), of(), of({ gatewayId: 'two' })].map(atOne)).toEqual([true, true, false])
  })
})

describe('operations that another call has moved', () => {
  const listed = (state: number) =>
    parseExact(
      JSON.stringify([
        { commandId: '25', commandType: 1, commandName: { defaultValue: 'p' }, timeout: 30, pendingTtl: 0, state },
      ]),
    )

  it('are those that a cancel call names or lists, at its gateway', () => {
    const one = of({ assetId: 'a2', commandId: '25', gatewayId: 'one' })
    expect(canceledBy({ assetId: 'a1', gatewayId: 'one' }, listed(2))(one)).toBe(true)
    expect(canceledBy({ assetId: 'a1', gatewayId: 'one', commandId: '25' }, [])(one)).toBe(true)
    expect(canceledBy({ assetId: 'a1', gatewayId: 'two' }, listed(2))(one)).toBe(false)
    expect(canceledBy({ assetId: 'a1', gatewayId: 'one' }, [])(one)).toBe(false)
  })

  it('are those whose command is seen in another state, at that gateway', () => {
    const one = of({ commandId: '25', gatewayId: 'one', state: 1 })
    expect([outdatedBy(listed(4), 'one')(one), outdatedBy(listed(1), 'one')(one)]).toEqual([true, false])
    expect(outdatedBy(listed(4), 'two')(one)).toBe(false)
  })
})
