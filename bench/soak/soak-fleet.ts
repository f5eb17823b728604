import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { type Measurepoint, thingModelSchema } from '../../src/contract/enos/thing-model.ts'
import { parseExact, stringifyExact } from '../../src/contract/value/exact.ts'
import type { DeviceAddress } from '../../src/contract/wire/topics.ts'

/**
 * - `usual`: comes and goes, and answers in every way. - `away`: never connects. - `disabled`: EnOS lets it not in.
 * - `rubbish`: its script makes no bytes of anything.
 */
export type Life = 'usual' | 'away' | 'disabled' | 'rubbish'

/** A device as the rig and the devices' own program know it. */
export interface SoakDevice extends DeviceAddress {
  assetId: string
  deviceSecret: string
  life: Life
  /** The registers of its frames (§5.7); null for JSON. */
  registers: Record<string, string> | null
  /** The gateway it signs in through, as `{productKey}/{deviceKey}`; null for its own connection. */
  gateway: string | null
  points: Measurepoint[]
}

const soakFileSchema = z.object({ devices: z.array(z.custom<SoakDevice>()) })

const demoSchema = z.looseObject({
  orgId: z.string(),
  applications: z.array(z.looseObject({ accessKey: z.string(), secretKey: z.string() })),
  thingModels: z.array(thingModelSchema),
  products: z.array(z.looseObject({ productKey: z.string(), modelId: z.string(), dataFormat: z.string() })),
  devices: z.array(z.looseObject({ productKey: z.string(), simulate: z.unknown().optional() })),
})

const registersSchema = z.object({ registers: z.record(z.string(), z.string()) })

/** How many of each product; every data type of §6 is among their points. */
const kinds: { productKey: string; count: number; life?: Life; gateway?: string }[] = [
  { productKey: 'rig1', count: 20 },
  { productKey: 'wtgEN156', count: 6 },
  { productKey: 'cp200', count: 6 },
  { productKey: 'ds2000', count: 4 },
  { productKey: 'ppc80', count: 2 },
  { productKey: 'pcs2500', count: 2 },
  { productKey: 'log8', count: 1 },
  { productKey: 'cb16', count: 6, gateway: 'log8/log8-0' },
  { productKey: 'cp200', count: 1, life: 'away' },
  { productKey: 'cp200', count: 1, life: 'disabled' },
  { productKey: 'ds2000rubbish', count: 1, life: 'rubbish' },
]

/**
 * The demo fleet's models and products, with devices of the rig's own. What the embedded EnOS reads, what the devices'
 * program reads, and what the rig has to know of both.
 */
export function makeSoakFleet(demoFile: string) {
  const text = readFileSync(demoFile, 'utf8')
  const whole = parseExact(text)
  const demo = demoSchema.parse(whole)
  const pointsOf = (productKey: string): Measurepoint[] => {
    const modelId = demo.products.find((product) => product.productKey === productKey)?.modelId
    const model = demo.thingModels.find((one) => one.modelId === modelId)
    return Object.values(model?.measurepoints ?? {}).filter(({ isWritable }) => isWritable)
  }
  const registersOf = (productKey: string): Record<string, string> | null => {
    const product = demo.products.find((one) => one.productKey === productKey)
    if (product?.dataFormat !== 'Custom') return null
    const example = demo.devices.find((device) => device.productKey === productKey)
    return registersSchema.safeParse(example?.simulate).data?.registers ?? {}
  }
  const devices = kinds.flatMap(({ productKey, count, life = 'usual', gateway = null }) =>
    Array.from({ length: count }, (_, place): SoakDevice => {
      const deviceKey =
        life === 'usual' || life === 'rubbish' ? `${productKey}-${place}` : `${productKey}-${life}-${place}`
      return {
        productKey,
        deviceKey,
        deviceSecret: `secret-of-${deviceKey}`,
        assetId: `asset-${deviceKey}`,
        life,
        gateway,
        registers: registersOf(productKey),
        points: pointsOf(productKey),
      }
    }),
  )
  const fleetFile = stringifyExact({
    ...Object(whole),
    applications: demo.applications.slice(0, 1),
    devices: devices.map(({ productKey, deviceKey, deviceSecret, assetId, life }) => ({
      ...{ productKey, deviceKey, deviceSecret, assetId, timezone: '+08:00' },
      deviceName: { defaultValue: deviceKey, i18nValue: {} },
      disabled: life === 'disabled',
    })),
    assetTrees: [
      {
        treeId: 'soak',
        name: { defaultValue: 'Soak', i18nValue: {} },
        nodes: devices.map(({ assetId }) => ({ assetId })),
      },
    ],
  })
  const [application] = demo.applications
  if (!application) throw new Error('the demo fleet has no application')
  const { accessKey, secretKey } = application
  return {
    orgId: demo.orgId,
    application: { accessKey, secretKey },
    devices,
    fleetFile,
    soakFile: JSON.stringify({ devices }),
  }
}
export type SoakFleet = ReturnType<typeof makeSoakFleet>

/** @throws Error where the file is none of {@link makeSoakFleet}'s. */
export const readSoakFile = (file: string): SoakDevice[] =>
  soakFileSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).devices
