import { writeFileSync } from 'node:fs'

const name = (text: string, zh = text) => ({ defaultValue: text, i18nValue: { en_US: text, zh_CN: zh } })
const padded = (index: number, length: number) => String(index).padStart(length, '0')

const pointsOf = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const identifier = `P${padded(index, 4)}`
      const stated = {
        identifier,
        name: name(`Point ${index}`, `测点 ${index}`),
        dataType: 'DOUBLE',
        unit: { unitId: 'kW', multiplier: 'ONE' },
      }
      return [identifier, stated]
    }),
  )

const perRow = 25
const rowsPerSite = 20
export const treeId = 'large'
export const orgId = 'o17000000100000'

/** The key, name and place of the device at an index. */
export const deviceAt = (index: number) => {
  const row = Math.floor(index / perRow)
  const site = Math.floor(row / rowsPerSite)
  const siteId = `site${padded(site, 4)}`
  return {
    assetId: `asset${padded(index, 6)}`,
    deviceKey: `dk-${padded(index, 6)}`,
    name: `WTG-${padded(site, 3)}-${padded(index % (perRow * rowsPerSite), 3)}`,
    siteId,
    rowId: `${siteId}-row${padded(row % rowsPerSite, 2)}`,
  }
}

/**
 * Writes a fleet file with sites of 20 rows of 25 devices each; the last device's model has 5,000 points, of which it
 * reports all.
 * @param count devices; the last is of the large model.
 */
export function writeLargeFleet(file: string, count: number): void {
  const indexes = Array.from({ length: count }, (_, index) => index)
  const rows = new Map<string, string[]>()
  const sites = new Map<string, Set<string>>()
  for (const index of indexes) {
    const { siteId, rowId, assetId } = deviceAt(index)
    const row = rows.get(rowId) ?? []
    row.push(assetId)
    rows.set(rowId, row)
    const site = sites.get(siteId) ?? new Set()
    site.add(rowId)
    sites.set(siteId, site)
  }
  const product = (productKey: string, modelId: string) => ({
    ...{ productKey, modelId, productName: name(modelId), productType: 'Device', dataFormat: 'Json' },
  })
  const big = pointsOf(5000)
  const fleet = {
    orgId,
    applications: [
      {
        accessKey: 'large',
        secretKey: 'large-secret',
        permissions: ['asset.control', 'asset.read', 'device.read', 'model.read'],
      },
    ],
    thingModels: [
      { modelId: 'TURBINE', name: name('Turbine'), measurepoints: pointsOf(20) },
      { modelId: 'PLANT', name: name('Plant'), measurepoints: big },
    ],
    products: [product('pkTurbine', 'TURBINE'), product('pkPlant', 'PLANT')],
    devices: indexes.map((index) => {
      const { assetId, deviceKey, name: text } = deviceAt(index)
      const isLast = index === count - 1
      return {
        ...{ productKey: isLast ? 'pkPlant' : 'pkTurbine', deviceKey, deviceSecret: 'secret', assetId },
        deviceName: name(text),
        timezone: '+01:00',
        // Only one connects.
        ...(isLast ? { simulate: { values: Object.fromEntries(Object.keys(big).map((id) => [id, 1])) } } : {}),
      }
    }),
    assetTrees: [
      {
        treeId,
        name: name('Large fleet'),
        nodes: [...sites].map(([siteId, rowIds]) => ({
          assetId: siteId,
          name: name(`Site ${siteId.slice(4)}`),
          children: [...rowIds].map((rowId) => ({
            assetId: rowId,
            name: name(`Row ${rowId.slice(-2)} of ${siteId.slice(4)}`),
            children: (rows.get(rowId) ?? []).map((assetId) => ({ assetId })),
          })),
        })),
      },
    ],
  }
  writeFileSync(file, JSON.stringify(fleet))
}
