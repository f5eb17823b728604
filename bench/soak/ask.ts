import { Agent, request } from 'node:http'
import * as z from 'zod'
import { parseExact } from '../../src/contract/value/exact.ts'

export interface Question {
  method: string
  url: string
  headers: Record<string, string>
  body: string
  /** ms after which the asker hangs up; 0 for half a minute and more. */
  patience: number
}

/** null: nothing that can be read came back, so that nobody knows what became of the question. */
export interface Heard {
  code: number
  message: string
  /** The command that the answer names; empty for none. */
  commandId: string
  /** The commands that it lists. */
  listed: string[]
  data: unknown
  /** The header `setpoint-operation`; empty for none. */
  operationId: string
}

/** ms; longer than the longest timeout of the plan and what is added to it on the way. */
const longest = 30_000

const id = z.object({ commandId: z.string() })
const number = z.custom<{ value: string }>().optional()
const envelope = z.object({
  code: number,
  status: number,
  stauts: number,
  msg: z.string().optional(),
  data: z.unknown(),
})

function readHeard(text: string, operationId: string): Heard | null {
  try {
    const { msg = '', data, ...codes } = envelope.parse(parseExact(text))
    // The token service names its code otherwise, and has spelt that wrong (§4.1).
    const code = codes.code ?? codes.status ?? codes.stauts
    if (!code) return null
    const listed = z.array(id).safeParse(data).data ?? []
    return {
      code: Number(code.value),
      message: msg,
      commandId: id.safeParse(data).data?.commandId ?? '',
      listed: listed.map(({ commandId }) => commandId),
      data,
      operationId,
    }
  } catch {
    return null
  }
}

/** Asks over HTTP and never twice by itself. */
export function createAsk() {
  const agent = new Agent({ keepAlive: true, maxSockets: 500 })
  const ask = ({ method, url, headers, body, patience }: Question): Promise<Heard | null> =>
    new Promise((resolve) => {
      const outgoing = request(url, {
        agent,
        method,
        headers: {
          ...headers,
          ...(body === ''
            ? {}
            : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }),
        },
      })
      const timer = setTimeout(() => outgoing.destroy(), patience || longest)
      const end = (heard: Heard | null): void => {
        clearTimeout(timer)
        resolve(heard)
      }
      outgoing.on('response', (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('end', () => {
          const operation = answer.headers['setpoint-operation']
          end(answer.complete ? readHeard(Buffer.concat(parts).toString(), String(operation ?? '')) : null)
        })
        answer.on('error', () => end(null))
        answer.on('close', () => end(null))
      })
      outgoing.on('error', () => end(null))
      outgoing.end(body)
    })
  return { ask, stop: () => agent.destroy() }
}
export type Ask = ReturnType<typeof createAsk>['ask']
