import { Agent, request } from 'node:http'
import { type EndpointName, endpoints } from '../../src/contract/enos/endpoints.ts'
import { signatureHeaders, signatureText } from '../../src/contract/enos/signature.ts'
import { addressOf, application, orgId, sha256 } from './fleet.ts'
import type { Service } from './service.ts'

/** Calls of EnOS's API about one device, one after the other on a connection that is kept. */
export function createSignedCall({ ports, accessToken }: Service) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })

  return function call(name: EndpointName, device: number, body: string): Promise<string> {
    const { method, path, action } = endpoints[name]
    const query: [string, string][] = Object.entries({ action: action ?? '', orgId, ...addressOf(device) })
    const timestamp = String(Date.now())
    const text = signatureText({ accessToken, query, body, timestamp, appSecret: application.secretKey })
    const headers = {
      [signatureHeaders.accessToken]: accessToken,
      [signatureHeaders.timestamp]: timestamp,
      [signatureHeaders.signature]: sha256(text),
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
    }
    return new Promise((resolve, reject) => {
      const search = query.map((pair) => pair.map(encodeURIComponent).join('=')).join('&')
      const sent = request(
        { agent, method, headers, host: '127.0.0.1', port: ports.enos, path: `${path}?${search}` },
        (response) => {
          let answer = ''
          response.setEncoding('utf8')
          response.on('data', (part: string) => {
            answer += part
          })
          response.on('end', () => (answer.startsWith('{"code":0,') ? resolve(answer) : reject(new Error(answer))))
          response.on('error', reject)
        },
      )
      sent.on('error', reject)
      sent.end(body)
    })
  }
}
