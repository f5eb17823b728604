import * as z from 'zod/mini'
import { assetSchema } from './asset.ts'
import { commandSchema } from './command.ts'
import { deviceSchema } from './device.ts'
import { latestValueSchema } from './latest-value.ts'
import type { Permission } from './permission.ts'
import { rawDataSchema } from './raw-data.ts'
import { integer, text } from './reading.ts'
import { thingModelSchema } from './thing-model.ts'

/** Where a call of EnOS goes, and what it answers. */
export interface Call {
  method: 'GET' | 'POST'
  path: string
  /** The query parameter `action`; null where a call has none. */
  action: string | null
  /** The envelope's `data`. */
  data: z.ZodMiniType<unknown, unknown>
  /** null: the call needs no permission of its own. */
  permission: Permission | null
}

/** Seconds; 0 sends at once and waits, more keeps the command for that long (§1.1). */
export const pendingTtlRange = { minimum: 0, maximum: 172_800, default: 0 } as const
/** Seconds a device has to answer (§1.1). */
export const timeoutRange = { minimum: 1, maximum: 60, default: 30 } as const

const tokenData = z.object({ accessToken: z.string(), expire: integer })

const commands = '/connect-service/v2.1/commands'
const devices = '/connect-service/v2.1/devices'
const assetNodes = '/asset-tree-service/v2.1/asset-nodes'
const thingModels = '/model-service/v2.1/thing-models'

/** One row for each EnOS call that we use. What it is asked with stands in endpoints.ts: the panel has no use for that. */
export const calls = {
  /** §1 */
  setMeasurepoint: {
    method: 'POST',
    path: commands,
    action: 'setMeasurepoint',
    data: z.object({ commandId: text }),
    permission: 'asset.control',
  },
  /** §2 */
  getCommand: {
    method: 'GET',
    path: commands,
    action: 'get',
    data: commandSchema,
    permission: 'asset.control',
  },
  /** §2.2 */
  searchCommand: {
    method: 'POST',
    path: commands,
    action: 'search',
    data: z.array(commandSchema),
    permission: 'asset.control',
  },
  /** §2.3: without commandId every waiting command of the device is cancelled. */
  cancelCommand: {
    method: 'POST',
    path: commands,
    action: 'cancel',
    data: z.array(commandSchema),
    permission: 'asset.control',
  },
  /** §3.2 */
  searchDevice: {
    method: 'POST',
    path: devices,
    action: 'search',
    data: z.array(deviceSchema),
    permission: 'device.read',
  },
  /** §3.2 */
  getDevice: {
    method: 'GET',
    path: devices,
    action: 'get',
    data: deviceSchema,
    permission: 'device.read',
  },
  /** §3.1 */
  searchAsset: {
    method: 'POST',
    path: assetNodes,
    action: 'searchAsset',
    data: z.array(assetSchema),
    permission: 'asset.read',
  },
  /** §3.1 */
  searchRelatedAsset: {
    method: 'POST',
    path: assetNodes,
    action: 'searchRelatedAsset',
    data: z.array(assetSchema),
    permission: 'asset.read',
  },
  /** §3.1 */
  getAsset: {
    method: 'GET',
    path: '/asset-service/v2.1/assets',
    action: 'get',
    data: assetSchema,
    permission: 'asset.read',
  },
  /** §3.3 */
  getThingModel: {
    method: 'GET',
    path: thingModels,
    action: 'get',
    data: thingModelSchema,
    permission: 'model.read',
  },
  /** §3.3 */
  searchThingModel: {
    method: 'POST',
    path: thingModels,
    action: 'search',
    data: z.array(thingModelSchema),
    permission: 'model.read',
  },
  /** §3.4 */
  queryLatest: {
    method: 'POST',
    path: '/connect-service/v2.1/measurepoints',
    action: 'queryLatest',
    data: z.array(latestValueSchema),
    permission: 'device.read',
  },
  /** Values over time; docs/time-series.md says where this row comes from. */
  getRawData: {
    method: 'POST',
    path: '/tsdb-service/v2.1/raw',
    action: null,
    data: rawDataSchema,
    permission: 'asset.read',
  },
  /** §4.1; unsigned. */
  getToken: {
    method: 'POST',
    path: '/apim-token-service/v2.0/token/get',
    action: null,
    data: tokenData,
    permission: null,
  },
  /** §4.1; unsigned. */
  refreshToken: {
    method: 'POST',
    path: '/apim-token-service/v2.0/token/refresh',
    action: null,
    data: tokenData,
    permission: null,
  },
} as const satisfies Record<string, Call>
