import type { Device, DeviceSelector } from '#contract/enos/device.ts'
import { localText } from '#contract/enos/string-i18n.ts'
import { type Measurepoint, readItemType } from '#contract/enos/thing-model.ts'
import { dataTypeOf } from '#contract/value/data-types.ts'
import { type ExactJson, stringifyExact } from '#contract/value/exact.ts'
import { previewOf } from '#contract/value/preview.ts'
import type { Text } from '../../text/en.ts'
import { unitText } from '../../ui/unit-text.ts'

/** What is set, and in which words. Fixed for a draft from its first key press to its outcome. */
export interface Target {
  orgId: string
  device: Device
  /** null where the look-ups do not know it. */
  point: Measurepoint | null
  measurepointId: string
}

/** How the device is named in calls: by assetId where it is known, else by both keys (§1.1). */
export const selectorOf = ({
  assetId,
  productKey,
  deviceKey,
}: Pick<Device, 'assetId' | 'productKey' | 'deviceKey'>): DeviceSelector =>
  assetId ? { assetId } : { productKey, deviceKey }

export const deviceNameOf = ({ deviceName, assetId, deviceKey }: Device, { enosLocale }: Text): string =>
  localText(deviceName, enosLocale) || deviceKey || assetId

export const pointNameOf = ({ point, measurepointId }: Target, { enosLocale }: Text): string =>
  (point && localText(point.name, enosLocale)) || measurepointId

export const unitOf = ({ point }: Target): string => unitText(point?.unit ?? null)

/** `double`, `float[ ]`. */
export function typeText({ point }: Target, { setPoint }: Text): string {
  if (!point) return setPoint.anyType
  return point.dataType === 'ARRAY' ? setPoint.arrayOf(readItemType(point).toLowerCase()) : point.dataType.toLowerCase()
}

/** A value as people read it, without its unit. */
export const valueText = ({ point, device }: Target, value: ExactJson, { locale }: Text): string =>
  point ? dataTypeOf(point).format(value, point, locale, device.timezone) : previewOf(value)

/** A value as people read it, with its unit. */
export function valueWithUnit(target: Target, value: ExactJson, text: Text): string {
  const unit = unitOf(target)
  return unit === '' ? valueText(target, value, text) : `${valueText(target, value, text)} ${unit}`
}

/** The same value gives the same text, digit by digit. */
export const exactText = (value: ExactJson | undefined): string | null =>
  value === undefined ? null : stringifyExact(value)
