import type { EndpointName } from '#contract/enos/endpoints.ts'
import { type ExactJson, isExactNumber, parseExact, stringifyExact } from '#contract/value/exact.ts'

const secret = 'deviceSecret'

const without = (json: ExactJson): ExactJson => {
  if (typeof json !== 'object' || json === null || isExactNumber(json)) return json
  if (Array.isArray(json)) return json.map(without)
  const members = Object.entries(json).filter(([name]) => name !== secret)
  return Object.fromEntries(members.map(([name, value]) => [name, without(value)]))
}

/**
 * The answer of a look-up without the devices' secrets, which some releases give to every application (§3.2):
 * with one, anybody could connect as the device. An answer that holds none stays as it came.
 */
export const hideSecrets = (name: EndpointName, text: string): string =>
  (name === 'getDevice' || name === 'searchDevice') && text.includes(secret)
    ? stringifyExact(without(parseExact(text)))
    : text
