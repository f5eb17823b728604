import { type Asset, assetSchema } from '#contract/enos/asset.ts'
import { type Device, deviceSchema } from '#contract/enos/device.ts'
import type { AssetTree } from './tree-query.ts'

/** A device as the look-ups tell it, for the tests of this folder. */
export const exampleDevice = (assetId: string, name: string, more: Record<string, unknown> = {}): Device =>
  deviceSchema.parse({
    assetId,
    modelId: 'turbine',
    productKey: 'pk1',
    deviceKey: `dk-${assetId}`,
    deviceName: { defaultValue: name, i18nValue: {} },
    status: 'online',
    ...more,
  })

const exampleAsset = (assetId: string, name: string, label: string): Asset =>
  assetSchema.parse({ assetId, name: { defaultValue: name, i18nValue: {} }, label })

/** A tree from lines such as `farm: row1 row2`; what stands left is logical, everything else a device. */
export function exampleTree(...lines: string[]): AssetTree {
  const childIds = new Map(
    lines.map((line) => {
      const [parent = '', below = ''] = line.split(': ')
      return [parent, below.split(' ').filter((id) => id !== '')]
    }),
  )
  const ids = new Set([...childIds].flatMap(([parent, below]) => [parent, ...below]))
  const assets = [...ids].map((id) => exampleAsset(id, id.toUpperCase(), childIds.has(id) ? '1' : '0'))
  return { treeId: 'tree', assets, childIds }
}
