import * as z from 'zod/mini'
import { milliseconds, optionalText, received, text } from './reading.ts'
import { stringI18nSchema } from './string-i18n.ts'

/** How a caller names a device (§1.1): by assetId, or by both keys. */
export interface DeviceSelector {
  assetId?: string | undefined
  productKey?: string | undefined
  deviceKey?: string | undefined
}

/** The life cycle (§3.2). The search filter writes `disable` for `disabled`. */
export const deviceStatuses = ['online', 'offline', 'inactive', 'disabled'] as const
export type DeviceStatus = (typeof deviceStatuses)[number]

const statusSchema = received((value) => (value === 'disable' ? 'disabled' : value), z.enum(deviceStatuses))

/** A device as Get and Search Device return it (§3.2). */
export const deviceSchema = z.object({
  orgId: optionalText,
  assetId: text,
  modelId: optionalText,
  modelIdPath: optionalText,
  productKey: text,
  productName: stringI18nSchema,
  /** `Device` or `Gateway`. */
  productType: optionalText,
  /** `Json` or `Custom`: with Custom a command may fail with 11810. */
  dataFormat: optionalText,
  deviceKey: text,
  deviceName: stringI18nSchema,
  deviceDesc: optionalText,
  /** `+01:00` or an IANA name. */
  timezone: optionalText,
  status: statusSchema,
  createTime: milliseconds,
  activeTime: milliseconds,
  lastOnlineTime: milliseconds,
  lastOfflineTime: milliseconds,
  measurepointLastUpdate: milliseconds,
})
export type Device = z.infer<typeof deviceSchema>
