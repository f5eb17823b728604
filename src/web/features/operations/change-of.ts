import type { Operation } from '#contract/panel/operation.ts'
import { type ExactJson, parseExact, stringifyExact } from '#contract/value/exact.ts'
import { isMemberMap, previewOf } from '#contract/value/preview.ts'

/** The value of a set body (§1.1); undefined where the body has none. */
export function sentValue(body: string): ExactJson | undefined {
  try {
    const parsed = parseExact(body)
    return isMemberMap(parsed) ? parsed.value : undefined
  } catch {
    return undefined
  }
}

/** The value as exact JSON text, digits as sent, for a link that pre-fills it; undefined where there is none. */
export function sentValueText(body: string): string | undefined {
  const value = sentValue(body)
  return value === undefined ? undefined : stringifyExact(value)
}

/** Who and what an operation is about, for people; ids stand in where the names were not recorded. */
export function namesOf({ shown, body, measurepointId, assetId, deviceKey }: Operation) {
  const value = sentValue(body)
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
