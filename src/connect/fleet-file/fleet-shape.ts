import * as z from 'zod'
import { type Permission, permissions } from '#contract/enos/permission.ts'
import { type ExactJson, isExactNumber } from '#contract/value/exact.ts'
import { isTimezone } from '../registry/local-time.ts'
import { modelSchema } from './model.ts'
import { nameSchema } from './name.ts'

const id = z.string().min(1).max(256)
/** Keys stand in MQTT topics and user names (§5.1, §5.2). */
const productKey = id.regex(/^[^/+#&]+$/, 'must not contain / + # or &')
const deviceKey = id.regex(/^[^/+#]+$/, 'must not contain / + or #')

const permissionNames = Object.keys(permissions) as [Permission, ...Permission[]]

const applicationSchema = z.strictObject({
  accessKey: id,
  secretKey: z.string().min(1),
  permissions: z.array(z.enum(permissionNames)),
  assets: z
    .array(id)
    .optional()
    .describe('The permissions hold for these assets and all below them in any tree. Absent: for every asset.'),
})

const productSchema = z.strictObject({
  productKey,
  productSecret: z.string().min(1).optional().describe('Needed for dynamic activation.'),
  productName: nameSchema,
  modelId: id,
  productType: z.enum(['Device', 'Gateway']),
  dataFormat: z.enum(['Json', 'Custom']),
  script: z
    .string()
    .optional()
    .describe('For dataFormat Custom: JavaScript with jsonStrToRawData(jsonStr) and rawDataToJsonStr(rawData).'),
  dynamicActivation: z.boolean().optional(),
})

const exactJson = z.custom<ExactJson>((value) => value !== undefined).meta({})

/** ms since the epoch. */
const moment = z.preprocess((value) => (isExactNumber(value) ? Number(value.value) : value), z.int().positive())

const lastReportSchema = z.strictObject({
  time: moment.describe('When it reported, in ms since the epoch.'),
  measurepoints: z.record(z.string(), exactJson).describe('As on the wire: {"pointId": value or {value, quality}}.'),
})

const deviceSchema = z.strictObject({
  deviceKey,
  productKey,
  deviceSecret: z.string().min(1),
  assetId: id,
  deviceName: nameSchema,
  timezone: z.string().refine(isTimezone, 'must be an offset such as "+01:00" or a name such as "Europe/Berlin"'),
  deviceTags: z.record(z.string(), z.string()).optional(),
  disabled: z.boolean().optional().describe('true: the device cannot connect.'),
  activeTime: moment
    .optional()
    .describe('When it was activated, in ms since the epoch, if that was before this service knew it.'),
  lastReport: lastReportSchema
    .optional()
    .describe('What it reported before this service knew it: its values until it reports later ones.'),
  simulate: z
    .record(z.string(), exactJson)
    .optional()
    .describe('How the simulated fleet plays this device; its meaning belongs to the fleet program.'),
})

const treeNodeSchema = z.strictObject({
  assetId: id.describe('The assetId of a device, or a new one for a logical asset such as a site.'),
  name: nameSchema.optional().describe('Needed for a logical asset.'),
  modelId: id.optional(),
  get children() {
    return z.array(treeNodeSchema).optional()
  },
})
export type FleetTreeNode = z.infer<typeof treeNodeSchema>

const assetTreeSchema = z.strictObject({ treeId: id, name: nameSchema, nodes: z.array(treeNodeSchema) })

/** The parts of a fleet file, each for itself; `fleetFileSchema` also checks that they fit together. */
export const fleetShapeSchema = z.strictObject({
  $schema: z.string().optional(),
  orgId: id,
  applications: z.array(applicationSchema),
  thingModels: z.array(modelSchema),
  products: z.array(productSchema),
  devices: z.array(deviceSchema),
  assetTrees: z.array(assetTreeSchema),
})
export type FleetFile = z.output<typeof fleetShapeSchema>
