/*
 * The texts whose SHA-256 proves a caller to the gateway (§4.1, §4.2). Hashing is the caller's business:
 * browser and server have different tools for it.
 */

/** The text behind `encryption` of a token call (§4.1). `timestamp` in ms. */
export const encryptionText = (appKey: string, timestamp: number, appSecret: string): string =>
  `${appKey}${timestamp}${appSecret}`

/**
 * Query parameters, decoded, sorted by name and joined; of a repeated one only the first value counts (§4.2).
 * JavaScript sorts texts by their code units, which is ASCII's order and never a locale's.
 */
export function signedQueryText(query: Iterable<[string, string]>): string {
  const first = new Map<string, string>()
  for (const [name, value] of query) if (name !== '' && !first.has(name)) first.set(name, value)
  let text = ''
  for (const name of [...first.keys()].sort()) text += name + first.get(name)
  return text
}

/** The text behind `apim-signature`: `body` is the very text that is sent, empty for none (§4.2). */
export const signatureText = (parts: {
  accessToken: string
  query: Iterable<[string, string]>
  body: string
  timestamp: string
  appSecret: string
}): string => `${parts.accessToken}${signedQueryText(parts.query)}${parts.body}${parts.timestamp}${parts.appSecret}`

/** Header names of a signed call (§4.2). */
export const signatureHeaders = {
  accessToken: 'apim-accesstoken',
  signature: 'apim-signature',
  timestamp: 'apim-timestamp',
} as const
