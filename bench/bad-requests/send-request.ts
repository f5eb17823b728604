import { type Agent, request } from 'node:http'
import { type HttpRequest, urlOf } from './bad-http.ts'
import type { BytesAnswer } from './send-bytes.ts'

/** ms; a refusal takes a few. */
const patience = 20_000

/** Characters of an answer that are looked at. */
const looked = 200_000

/**
 * Sends over a connection that is kept, and reads the answer; of an event stream only its head.
 * @throws TypeError where the client's own library will not send such a header.
 */
export function sendRequest(agent: Agent, port: number, bad: HttpRequest): Promise<BytesAnswer> {
  const { method, headers, body } = bad
  const length = { 'content-length': String(Buffer.byteLength(body)) }
  const outgoing = request({
    agent,
    port,
    host: '127.0.0.1',
    method,
    path: urlOf(bad),
    headers: body === '' ? headers : { ...headers, ...length },
    timeout: patience,
  })
  return new Promise((resolve) => {
    let status: number | null = null
    let text = ''
    const end = (): void => resolve({ status, text })
    outgoing.on('response', (answer) => {
      status = answer.statusCode ?? null
      if (answer.headers['content-type']?.startsWith('text/event-stream')) outgoing.destroy()
      answer.on('data', (chunk: Buffer) => {
        if (text.length < looked) text += chunk.toString('utf8')
      })
      answer.on('end', end).on('error', end)
    })
    outgoing.on('timeout', () => outgoing.destroy())
    outgoing.on('error', end).on('close', end)
    outgoing.end(body)
  })
}
