import type { Operation } from '#contract/panel/operation.ts'
import { sentValueOf } from '#contract/panel/sent-value.ts'
import { stringifyExact } from '#contract/value/exact.ts'
import { previewOf } from '#contract/value/preview.ts'

/** The value as exact JSON text, digits as sent, for a link that pre-fills it; undefined where there is none. */
export function sentValueText(body: string): string | undefined {
  const value = sentValueOf(body)
  return value === undefined ? undefined : stringifyExact(value)
}

/** Who and what an operation is about, for people; ids stand in where the names were not recorded. */
export function namesOf({ shown, body, measurepointId, assetId, deviceKey }: Operation) {
  const value = sentValueOf(body)
  return {
    point: shown?.pointName || measurepointId,
    device: shown?.deviceName || assetId || deviceKey,
    unit: shown?.unit ?? '',
    before: shown?.beforeText ?? '',
    after: shown?.afterText || (value === undefined ? body : previewOf(value)),
  }
}

/** How the operation's device is named in calls (§1.1). */
export const selectorOf = ({ assetId, productKey, deviceKey }: Operation) =>
  assetId ? { assetId } : { productKey, deviceKey }
