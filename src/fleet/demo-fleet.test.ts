import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  dataTypeNames,
  type Measurepoint,
  readEnum,
  readItemType,
  readMembers,
  type ThingModel,
} from '#contract/enos/thing-model.ts'
import { checkValue } from '#contract/value/check-value.ts'
import { ExactNumber, isExactNumber, parseExact } from '#contract/value/exact.ts'
import { parseFleet } from './fleet-file.ts'

const text = readFileSync(new URL('../../fleets/demo.json', import.meta.url), 'utf8')
const fleet = parseFleet(text)
const json = parseExact(text)

const points = fleet.thingModels.flatMap(({ measurepoints }) => Object.values(measurepoints))
const writable = points.filter(({ isWritable }) => isWritable)
const productOf = new Map(fleet.products.map((product) => [product.productKey, product]))
const models = new Map(fleet.thingModels.map((model) => [model.modelId, model]))
const modelOf = (productKey: string): ThingModel | undefined => models.get(productOf.get(productKey)?.modelId ?? '')

const simulated = fleet.devices.flatMap(({ simulate, ...device }) => (simulate ? [{ ...device, simulate }] : []))
const valuesOf = ({ simulate, productKey }: (typeof simulated)[number]) =>
  Object.entries(simulate.values).flatMap(([id, value]) => {
    const point = modelOf(productKey)?.measurepoints[id]
    return point ? [{ point, value, simulate }] : []
  })

/** Every object of the file that carries a text in several languages, with its path. */
function namesIn(node: unknown, path = '$'): [string, Record<string, unknown>][] {
  if (typeof node !== 'object' || node === null || isExactNumber(node)) return []
  if ('i18nValue' in node && typeof node.i18nValue === 'object') return [[path, { ...node.i18nValue }]]
  return Object.entries(node).flatMap(([key, child]) => namesIn(child, `${path}.${key}`))
}

describe('the demo fleet', () => {
  it('has about sixty devices, each with a product, a model and an asset of its own', () => {
    expect(fleet.devices.length).toBeGreaterThanOrEqual(55)
    expect(fleet.devices.length).toBeLessThanOrEqual(70)
    expect(fleet.devices.filter(({ productKey }) => !modelOf(productKey))).toEqual([])
    expect(new Set(fleet.devices.map(({ deviceKey }) => deviceKey)).size).toBe(fleet.devices.length)
  })

  it.each([
    ['(never answers)', { answer: { never: true, actsAnyway: false } }],
    ['answers after 8 s', { answer: { after: 8 } }],
    ['answers after 35 s', { answer: { after: 35 } }],
    ['acts but never answers', { answer: { never: true, actsAnyway: true } }],
    ['refuses with 2041 valve jammed', { answer: { code: 2041, message: 'valve jammed', actsAnyway: false } }],
    ['refuses, yet acts', { answer: { code: 2050, actsAnyway: true } }],
    [
      'clamps to 0–50 %',
      { clamp: { 'PMP.SpeedSet': { minimum: new ExactNumber('0'), maximum: new ExactNumber('50') } } },
    ],
    ['(offline)', { schedule: { online: 0 } }],
    ['offline, returns every 90 s', { schedule: { online: 10, offline: 80 } }],
    ['flaps', { schedule: { online: 8, offline: 6 } }],
    ['not activated', { stayInactive: true }],
    ['dynamic activation', { activate: true }],
    ['answers twice', { answer: { twice: true } }],
    ['answers to a wrong id', { answer: { wrongId: true } }],
    ['loses its connection when told', { answer: { drops: true } }],
  ])('has a device whose name says "%s", and which does so', (said, rules) => {
    const named = simulated.filter(({ deviceName }) => deviceName.defaultValue.includes(said))
    expect(named.map(({ simulate }) => simulate)).toMatchObject([rules])
  })

  it('offers every data type among its writable points', () => {
    expect(new Set(writable.map(({ dataType }) => dataType))).toEqual(new Set(dataTypeNames))
    const kinds = (dataType: string, kind: (point: Measurepoint) => string) =>
      new Set(writable.filter((point) => point.dataType === dataType).map(kind))
    expect(kinds('ARRAY', readItemType)).toEqual(new Set(['INT', 'FLOAT', 'DOUBLE', 'STRING']))
    expect(kinds('ENUM', (point) => readEnum(point).enumType)).toEqual(new Set(['INT', 'STRING']))
    const members = writable.flatMap((point) => (point.dataType === 'STRUCT' ? readMembers(point) : []))
    const types = new Set(members.filter(({ required }) => required).map(({ dataType }) => dataType))
    for (const type of ['INT', 'FLOAT', 'DOUBLE', 'BOOL', 'ENUM', 'STRING', 'TIMESTAMP', 'DATE']) {
      expect(types).toContain(type)
    }
  })

  it('has 8 to 20 points in each model, about half of them writable', () => {
    for (const { modelId, measurepoints } of fleet.thingModels) {
      const all = Object.values(measurepoints)
      expect([modelId, all.length >= 8 && all.length <= 20]).toEqual([modelId, true])
      expect([modelId, all.some(({ isWritable }) => isWritable)]).toEqual([modelId, true])
    }
    const share = writable.length / points.length
    expect(share).toBeGreaterThan(0.4)
    expect(share).toBeLessThan(0.7)
  })

  it('says every name in English and Chinese', () => {
    const names = namesIn(json)
    expect(names.length).toBeGreaterThan(300)
    expect(names.filter(([, { en_US, zh_CN }]) => !en_US || !zh_CN)).toEqual([])
  })

  it('starts every device with values that fit their points', () => {
    const wrong = simulated.flatMap((device) =>
      valuesOf(device)
        .filter(({ point }) => point.dataType !== 'FILE')
        .flatMap(({ point, value }) =>
          checkValue(point, value).map(({ sentence }) => `${device.deviceKey} ${point.identifier}: ${sentence}`),
        ),
    )
    expect(wrong).toEqual([])
  })

  it('starts every point of every device, and no other', () => {
    for (const { simulate, productKey, deviceKey } of simulated) {
      const known = Object.keys(modelOf(productKey)?.measurepoints ?? {})
      expect([deviceKey, Object.keys(simulate.values).sort()]).toEqual([deviceKey, known.sort()])
    }
  })

  it('names only points of the model in drift, rise, follow, clamp, answers and registers', () => {
    for (const { simulate, productKey, deviceKey } of simulated) {
      const { drift, rise, follow, clamp, answers, quality, registers } = simulate
      const named = [drift, rise, follow, clamp, answers, quality].flatMap((rules) => Object.keys(rules))
      const led = Object.values(follow).map(({ point }) => point)
      const known = modelOf(productKey)?.measurepoints ?? {}
      const strange = [...named, ...led, ...Object.values(registers)].filter((point) => !(point in known))
      expect([deviceKey, strange]).toEqual([deviceKey, []])
    }
  })

  it('lets no writable point move by itself, so that the digits set are the digits reported', () => {
    const moving = simulated.flatMap(({ simulate, productKey }) =>
      [...Object.keys(simulate.drift), ...Object.keys(simulate.rise), ...Object.keys(simulate.follow)].filter(
        (point) => modelOf(productKey)?.measurepoints[point]?.isWritable,
      ),
    )
    expect(moving).toEqual([])
  })

  it('keeps drifting points within the limits of their model', () => {
    for (const device of simulated) {
      for (const { point, value, simulate } of valuesOf(device)) {
        const amplitude = simulate.drift[point.identifier]
        if (amplitude === undefined || !isExactNumber(value)) continue
        const edges = [Number(value.value) - amplitude, Number(value.value) + amplitude]
        const whole = point.dataType === 'INT'
        const outside = edges.flatMap((edge) => checkValue(point, new ExactNumber(edge.toFixed(whole ? 0 : 3))))
        expect([point.identifier, outside]).toEqual([point.identifier, []])
      }
    }
  })

  it('puts every sub-device of a gateway among its devices, and gives activating ones a product secret', () => {
    const keys = new Set(fleet.devices.map(({ productKey, deviceKey }) => `${productKey}/${deviceKey}`))
    for (const { simulate, productKey } of simulated) {
      for (const sub of simulate.subDevices) expect(keys).toContain(`${sub.productKey}/${sub.deviceKey}`)
      if (simulate.activate) expect(productOf.get(productKey)?.productSecret).toBeTruthy()
      const isCustom = productOf.get(productKey)?.dataFormat === 'Custom'
      expect(Object.keys(simulate.registers).length > 0).toBe(isCustom)
    }
  })
})
