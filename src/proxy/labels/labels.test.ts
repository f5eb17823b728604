import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { correction, generate } from 'lean-qr'
import { expect, it } from 'vitest'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { deviceSchema } from '#contract/enos/device.ts'
import { breakText } from './break-text.ts'
import { drawLabel, escapeXml } from './draw-label.ts'
import { drawDocument, drawPage, labelsOnPage, pagesOf } from './draw-sheet.ts'
import { labelOf } from './label.ts'

const device = deviceSchema.parse({
  assetId: '6Bt59ySj',
  productKey: 'P1&<b>',
  deviceKey: 'pump "7"',
  status: 'online',
  deviceName: { defaultValue: 'Feed pump 7', i18nValue: { en_US: 'Feed pump 7', zh_CN: '给水泵七号' } },
})
type Picture = Parameters<typeof readBarcodes>[0]
const url = 'https://setpoint.plant.example'

it('holds the panel’s own address, which names the gateway only where there are several', () => {
  expect(labelOf(device, { url, gateway: null })).toMatchObject({
    names: ['Feed pump 7', '给水泵七号'],
    address: `${url}/?asset=6Bt59ySj`,
    place: 'setpoint.plant.example',
  })
  expect(labelOf({ ...device, assetId: 'a b&c' }, { url, gateway: { id: 'plant', name: 'Kestrel' } })).toMatchObject({
    address: `${url}/at/plant/?asset=a+b%26c`,
    place: 'setpoint.plant.example · Kestrel',
  })
})

it('draws the code that it says, read back from the drawn modules', async () => {
  const address = labelOf(device, { url, gateway: null }).address
  const drawn = drawLabel(labelOf(device, { url, gateway: null }))
  const side = generate(address, { minCorrectionLevel: correction.M }).size + 8
  const data = new Uint8ClampedArray(side * 4 * side * 4 * 4).fill(255)
  for (const [, x, y, length] of drawn.matchAll(/M(\d+) (\d+)h(\d+)v1/g)) {
    for (let row = 0; row < 4; row++) {
      const start = ((Number(y) * 4 + row) * side * 4 + Number(x) * 4) * 4
      for (let pixel = 0; pixel < Number(length) * 4; pixel++) data.fill(0, start + pixel * 4, start + pixel * 4 + 3)
    }
  }
  const wasmBinary = new Uint8Array(
    readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')),
  ).buffer
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true })
  const found = await readBarcodes({ data, width: side * 4, height: side * 4, colorSpace: 'srgb' } as Picture)
  expect(found.map(({ text }) => text)).toEqual([address])
})

it('writes names as text, whatever they hold', () => {
  const drawn = drawLabel(labelOf(device, { url, gateway: null }))
  expect(drawn).toContain('P1&amp;&lt;b&gt;')
  expect(drawn).toContain('pump &quot;7&quot;')
  expect(escapeXml('a\u0000\u202eb')).toBe('ab')
})

it('breaks long texts at blanks, else anywhere, and says where something is left out', () => {
  expect(breakText('Feed pump', 20, 2)).toEqual(['Feed pump'])
  expect(breakText('Feed pump seven', 7, 3)).toEqual(['Feed pump', 'seven'])
  expect(breakText('给水泵给水泵给水泵', 4, 2)).toEqual(['给水泵给', '水泵给…'])
  expect(breakText('x'.repeat(30), 6, 2)).toEqual(['xxxxxxxxxx', 'xxxxxxxxx…'])
  expect(breakText('', 6, 2)).toEqual([])
})

it('fills pages of 24, each an SVG of A4, all of which one document prints', () => {
  const labels = Array.from({ length: labelsOnPage + 1 }, () => labelOf(device, { url, gateway: null }))
  const pages = pagesOf(labels).map(drawPage)
  expect(pages.map((page) => page.match(/<g /g)?.length)).toEqual([24, 1])
  expect(pages[0]).toContain('width="210mm" height="297mm"')
  expect(drawDocument(pages, '25 labels of <Plant>').match(/<svg /g)).toHaveLength(2)
})
