import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Text that would run wherever it is taken for markup. */
export const markup = `<img src="x" onerror="window.harmed='yes'"><script>window.harmed='yes'</script>`

/** A name as people write it who read from right to left: "pump, north". */
export const rightToLeft = 'משאבה, צפון'

const name = (text: string) => ({ defaultValue: text, i18nValue: { en_US: text } })

const points = Array.from({ length: 5000 }, (_, index) => ({
  identifier: `P${String(index).padStart(4, '0')}`,
  name: name(index % 100 === 0 ? `${markup} ${index}` : `Point ${index}`),
  dataType: 'DOUBLE',
  unit: { unitId: index % 100 === 0 ? markup : 'kW', multiplier: 'ONE' },
}))

const product = (productKey: string, modelId: string) => ({
  productKey,
  productName: name(markup),
  modelId,
  productType: 'Device',
  dataFormat: 'Json',
})

const device = (productKey: string, assetId: string, deviceName: string) => ({
  productKey,
  deviceKey: assetId,
  deviceSecret: 'secret',
  assetId,
  deviceName: name(deviceName),
  timezone: '+01:00',
  deviceTags: { note: markup },
})

/**
 * A fleet whose maker means ill: markup in every name, unit, note and answer, 5,000 points in one model, and
 * another with a description of 10 MB.
 * The device refuses with markup for a reason.
 */
export function writeHostileFleet(): string {
  const fleet = {
    orgId: 'o17000000000666',
    applications: [
      {
        accessKey: 'hostile',
        secretKey: 'hostile-secret',
        permissions: ['asset.control', 'asset.read', 'device.read', 'model.read'],
      },
    ],
    thingModels: [
      {
        modelId: 'HOSTILE',
        name: name(markup),
        measurepoints: Object.fromEntries(points.map((point) => [point.identifier, point])),
      },
      {
        modelId: 'ENDLESS',
        name: name('Endless'),
        desc: 'x'.repeat(10 * 1024 * 1024),
        measurepoints: Object.fromEntries(points.slice(1, 2).map((point) => [point.identifier, point])),
      },
    ],
    products: [product('pkHostile', 'HOSTILE'), product('pkEndless', 'ENDLESS')],
    devices: [
      {
        ...device('pkHostile', 'hostile1', `${markup} Device`),
        simulate: { values: { P0000: 1, P4999: 2 }, answer: { code: 2041, message: markup } },
      },
      device('pkEndless', 'endless1', 'Endless device'),
      { ...device('pkHostile', 'hebrew1', rightToLeft), simulate: { values: { P4998: -2 } } },
    ],
    assetTrees: [
      {
        treeId: 'hostileTree',
        name: name(markup),
        nodes: [
          {
            assetId: 'site',
            name: name(markup),
            children: [{ assetId: 'hostile1' }, { assetId: 'endless1' }, { assetId: 'hebrew1' }],
          },
        ],
      },
    ],
  }
  const file = join(mkdtempSync(join(tmpdir(), 'setpoint-hostile-')), 'fleet.json')
  writeFileSync(file, JSON.stringify(fleet))
  return file
}
