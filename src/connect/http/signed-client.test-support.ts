import { type EndpointName, endpoints } from '#contract/enos/endpoints.ts'
import { encryptionText, signatureHeaders, signatureText } from '#contract/enos/signature.ts'
import { type ExactJson, parseExact } from '#contract/value/exact.ts'
import { sha256 } from './proof.ts'

export interface HttpAnswer {
  status: number
  /** The whole answer, exact. */
  json: { [member: string]: ExactJson }
  text: string
}

async function answerOf(response: Response): Promise<HttpAnswer> {
  const text = await response.text()
  const json = parseExact(text)
  if (typeof json !== 'object' || json === null || Array.isArray(json) || 'isLosslessNumber' in json) {
    throw new Error(`no envelope: ${text}`)
  }
  return { status: response.status, json, text }
}

/** Sends bytes as they are. */
export async function sendRaw(
  url: string,
  options: { method?: string; headers?: Record<string, string>; body?: string | Uint8Array<ArrayBuffer> } = {},
): Promise<HttpAnswer> {
  return answerOf(await fetch(url, { method: 'POST', ...options }))
}

/** The body of a token call (§4.1). */
export const tokenBody = (appKey: string, appSecret: string, timestamp = Date.now()) => ({
  appKey,
  encryption: sha256(encryptionText(appKey, timestamp, appSecret)),
  timestamp,
})

export const sendToken = (url: string, body: object, call: 'getToken' | 'refreshToken' = 'getToken') =>
  sendRaw(url + endpoints[call].path, { body: JSON.stringify(body) })

/** Signs a call as §4.2 says. */
export function signedHeaders(parts: {
  accessToken: string
  appSecret: string
  query: string
  body: string
  timestamp?: number
}): Record<string, string> {
  const timestamp = String(parts.timestamp ?? Date.now())
  const query: [string, string][] = [...new URLSearchParams(parts.query)]
  return {
    'content-type': 'application/json;charset=UTF-8',
    [signatureHeaders.accessToken]: parts.accessToken,
    [signatureHeaders.timestamp]: timestamp,
    [signatureHeaders.signature]: sha256(signatureText({ ...parts, query, timestamp })),
  }
}

export type SignedClient = (
  name: EndpointName,
  query?: Record<string, string | number>,
  body?: string,
) => Promise<HttpAnswer>

/** An application that signs its calls. `orgId` is `o1` unless the query says otherwise; `body` is sent as it is. */
export async function signIn(url: string, appKey: string, appSecret: string): Promise<SignedClient> {
  const { json } = await sendToken(url, tokenBody(appKey, appSecret))
  const { accessToken } = Object(json.data)
  return (name, query = {}, body = '') => {
    const { method, path, action } = endpoints[name]
    const text = Object.entries({ ...(action ? { action } : {}), orgId: 'o1', ...query })
      .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
      .join('&')
    const headers = signedHeaders({ accessToken, appSecret, query: text, body: method === 'GET' ? '' : body })
    return sendRaw(`${url}${path}?${text}`, { method, headers, ...(method === 'GET' ? {} : { body }) })
  }
}
