import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { deviceSignText, writeClientId, writeUsername } from '../../src/contract/wire/credentials.ts'
import type { DeviceAddress } from '../../src/contract/wire/topics.ts'

/* The fleet of all benches: devices of one product with a few points, of which one is set. */

export const orgId = 'o17000000200000'
export const application = { accessKey: 'bench', secretKey: 'bench-secret' }
export const point = 'Limit'
const productKey = 'pkBench'
const deviceSecret = 'device-secret'

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

export const addressOf = (index: number): DeviceAddress => ({
  productKey,
  deviceKey: `dk-${String(index).padStart(6, '0')}`,
})
export const assetOf = (index: number): string => `asset${String(index).padStart(6, '0')}`

/** The number of a device whose key stands somewhere in a text. */
export const indexIn = (text: string): number => Number(/dk-(\d{6})/.exec(text)?.[1])

/** How a device signs in (§5.1). */
export function credentialsOf(index: number): { clientId: string; username: string; password: string } {
  const address = addressOf(index)
  const fields = { clientId: address.deviceKey, timestamp: '1700000000000' }
  return {
    clientId: writeClientId({ ...fields, secureMode: 2, signMethod: 'sha256' }),
    username: writeUsername(address),
    password: sha256(deviceSignText({ ...fields, ...address }, deviceSecret)).toUpperCase(),
  }
}

const name = (text: string) => ({ defaultValue: text, i18nValue: { en_US: text, zh_CN: text } })
const stated = (identifier: string, more: object) => [identifier, { identifier, name: name(identifier), ...more }]

/** What is set is a DOUBLE with limits and a step: the check that most points have. */
const measurepoints = Object.fromEntries([
  stated(point, { dataType: 'DOUBLE', unit: 'kW', minimum: 0, maximum: 100_000, step: 0.5 }),
  ...Array.from({ length: 9 }, (_, index) => stated(`Point${index}`, { dataType: 'DOUBLE', isWritable: false })),
])

/** Writes the fleet file; no device is simulated. */
export function writeFleet(file: string, count: number): void {
  const indexes = Array.from({ length: count }, (_, index) => index)
  const fleet = {
    orgId,
    applications: [{ ...application, permissions: ['asset.control', 'asset.read', 'device.read', 'model.read'] }],
    thingModels: [{ modelId: 'BENCH', name: name('Bench'), measurepoints }],
    products: [{ productKey, modelId: 'BENCH', productName: name('Bench'), productType: 'Device', dataFormat: 'Json' }],
    devices: indexes.map((index) => ({
      ...{ ...addressOf(index), deviceSecret, assetId: assetOf(index) },
      deviceName: name(`Device ${index}`),
      timezone: '+01:00',
      // Activated before: offline is not the same as never seen.
      activeTime: 1_700_000_000_000,
    })),
    assetTrees: [
      {
        treeId: 'bench',
        name: name('Bench'),
        nodes: [
          { assetId: 'site', name: name('Site'), children: indexes.map((index) => ({ assetId: assetOf(index) })) },
        ],
      },
    ],
  }
  writeFileSync(file, JSON.stringify(fleet))
}
