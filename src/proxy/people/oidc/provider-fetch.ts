import http from 'node:http'
import https from 'node:https'
import type { CustomFetch } from 'openid-client'
import { agentsOf, onProxyRefusal, type Route } from '../../enos/route.ts'

/** Bytes; metadata, keys and tokens stay far below. */
const longestAnswer = 1024 * 1024
/** Statuses whose answer has no body; Response refuses one. */
const bodiless = [204, 205, 304]

/** Errors of the way, whose words are ours or Node's, have a code: only of those the log tells more (reason-of.ts). */
const withCode = (error: Error): Error => ('code' in error ? error : Object.assign(error, { code: 'UNREACHABLE' }))

/** HTTP to the identity provider by the same rules as to a gateway: outgoing proxy, trusted certificates. */
export function createProviderFetch(route: Route): CustomFetch {
  const agents = agentsOf(route, false)

  return async (url, { method, headers, body, signal }) => {
    const text = await new Response(body).text()
    const { protocol } = new URL(url)
    const secure = protocol === 'https:'

    return new Promise((resolve, reject) => {
      const request = (secure ? https : http).request(url, {
        method,
        agent: agents[protocol],
        ...(signal ? { signal } : {}),
        ...(secure && route.trusted ? { ca: route.trusted } : {}),
        headers: { ...headers, ...(text === '' ? {} : { 'content-length': String(Buffer.byteLength(text)) }) },
      })
      onProxyRefusal(request, (reason) => request.destroy(reason))
      request.on('error', (error) => reject(withCode(error)))
      request.on('response', (response) => {
        const parts: Buffer[] = []
        let length = 0
        response.on('data', (part: Buffer) => {
          parts.push(part)
          length += part.length
          if (length > longestAnswer) response.destroy(new Error(`more than ${longestAnswer} bytes`))
        })
        response.on('error', (error) => reject(withCode(error)))
        response.on('end', () => {
          const { statusCode: status = 0, headers: told } = response
          const contentType = told['content-type']
          const init = { status, headers: new Headers(contentType ? { 'content-type': contentType } : {}) }
          try {
            resolve(new Response(bodiless.includes(status) ? null : Buffer.concat(parts), init))
          } catch (error) {
            reject(error)
          }
        })
      })
      request.end(text)
    })
  }
}
