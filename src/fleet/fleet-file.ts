import * as z from 'zod'
import { stringI18nSchema } from '#contract/enos/string-i18n.ts'
import { thingModelSchema } from '#contract/enos/thing-model.ts'
import { parseExact } from '#contract/value/exact.ts'
import { simulateSchema } from './simulate.ts'

const product = z.object({
  productKey: z.string(),
  productSecret: z.nullish(z.string()),
  modelId: z.string(),
  dataFormat: z.enum(['Json', 'Custom']).default('Json'),
})

const device = z.object({
  productKey: z.string(),
  deviceKey: z.string(),
  deviceSecret: z.string(),
  deviceName: stringI18nSchema,
  disabled: z.boolean().default(false),
  simulate: simulateSchema.optional(),
})

/** The parts of a fleet file that simulated devices need; the rest belongs to the embedded EnOS. */
const fleetFileSchema = z.object({
  thingModels: z.array(thingModelSchema),
  products: z.array(product),
  devices: z.array(device),
})
export type FleetFile = z.infer<typeof fleetFileSchema>

/**
 * Reads a fleet file's JSON with its digits kept.
 * @throws Error with the path of each mistake.
 */
export function parseFleet(text: string): FleetFile {
  return readFleet(parseExact(text))
}

/** The same for JSON that is read already, best by `parseExact`. */
export function readFleet(json: unknown): FleetFile {
  const { success, data, error } = fleetFileSchema.safeParse(json)
  if (success) return data
  throw new Error(`The fleet file is not valid:\n${z.prettifyError(error)}`)
}
