import http from 'node:http'
import https from 'node:https'
import { Failure } from '#contract/enos/failure.ts'
import { type ExactJson, parseExact } from '#contract/value/exact.ts'
import { agentsOf, onProxyRefusal, type Route } from './route.ts'

export interface Outgoing {
  method: string
  url: URL
  headers: Record<string, string>
  /** The exact text; empty for none. */
  body: string
  /** ms from the start until the whole answer must be there. */
  timeout: number
  /** true: a connection of its own, so that what became of the request is never a question of keep-alive. */
  alone: boolean
  /** Called when the first byte may leave. */
  leaving?: (() => void) | undefined
}

/** An HTTP answer; `complete` is false where it broke off. */
export interface Incoming {
  status: number
  text: string
  /** The exact JSON of the text, read when it is first asked for; undefined where it is none, or broke off. */
  json(): ExactJson | undefined
  complete: boolean
  /** Whether we broke it off, as it was longer than anybody should send. */
  tooLong: boolean
  headers: http.IncomingHttpHeaders
  /** ms since the epoch: when the call began, and when the head of its answer was there. */
  sentTime: number
  headTime: number
}

/** ms to reach the gateway; nothing has been sent until then. */
const connectTimeout = 5000
/** Bytes; a thing model of 5,000 points has a few millions. Reading much more would keep everybody else waiting. */
const longestAnswer = 8 * 1024 * 1024
const stopping = 'the proxy is stopping'

/**
 * HTTP to the gateway that knows whether a request left. Never repeats one that may have.
 * A request leaves when its socket is connected, and for https when TLS is agreed: Node writes nothing before.
 */
export function createExchange(route: Route = {}) {
  const kept = agentsOf(route, true)
  const alone = agentsOf(route, false)
  const open = new Set<() => void>()
  let stopped = false

  function exchange(outgoing: Outgoing): Promise<Incoming> {
    if (stopped) return Promise.reject(new Failure('gatewayUnreachable', stopping))
    return new Promise((resolve, reject) => {
      const { method, url, headers, body, timeout } = outgoing
      const secure = url.protocol === 'https:'
      const agent = (outgoing.alone ? alone : kept)[url.protocol]
      let left = false
      let sentTime = Date.now()

      const fail = (cause: Error): void => {
        finish()
        reject(new Failure(left ? 'connectionLost' : 'gatewayUnreachable', reasonOf(cause), { cause }))
      }
      const leave = (): void => {
        if (left) return
        left = true
        sentTime = Date.now()
        clearTimeout(connecting)
        outgoing.leaving?.()
      }

      const request = (secure ? https : http).request(url, {
        method,
        agent,
        ...(secure && route.trusted ? { ca: route.trusted } : {}),
        headers: {
          accept: 'application/json',
          'accept-encoding': 'identity',
          ...headers,
          ...(body === '' ? {} : { 'content-type': 'application/json;charset=UTF-8' }),
          ...(method === 'GET' ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
        },
      })
      const abort = (): void => {
        request.destroy(new Error(stopping))
      }
      const connecting = setTimeout(
        () => request.destroy(new Error(`no connection within ${connectTimeout} ms`)),
        connectTimeout,
      )
      const waiting = setTimeout(() => request.destroy(new Error(`no answer within ${timeout} ms`)), timeout)
      const finish = (): void => {
        clearTimeout(connecting)
        clearTimeout(waiting)
        open.delete(abort)
      }
      open.add(abort)

      onProxyRefusal(request, (reason) => request.destroy(reason))
      request.on('socket', (socket) => {
        // A socket of the agent's that was connected before writes at once.
        if (request.reusedSocket || (!secure && !socket.connecting)) leave()
        else socket.once(secure ? 'secureConnect' : 'connect', leave)
      })
      request.on('error', fail)
      request.on('response', (response) => {
        const parts: Buffer[] = []
        const headTime = Date.now()
        let length = 0
        const end = (complete: boolean): void => {
          finish()
          const { statusCode: status = 0, headers } = response
          const text = Buffer.concat(parts).toString()
          const json = readOnce(complete ? text : '')
          resolve({ status, text, json, complete, tooLong: length > longestAnswer, headers, sentTime, headTime })
        }
        response.on('data', (part: Buffer) => {
          parts.push(part)
          length += part.length
          if (length > longestAnswer) response.destroy()
        })
        response.on('end', () => end(response.complete))
        response.on('error', () => end(false))
        response.on('close', () => end(response.complete))
      })
      request.end(body)
    })
  }

  /** What an idle kept connection drops unheard may be asked again, where asking changes nothing. */
  async function exchangeReading(outgoing: Outgoing): Promise<Incoming> {
    try {
      return await exchange(outgoing)
    } catch (error) {
      if (!(error instanceof Failure) || !isReset(error.cause)) throw error
      return await exchange({ ...outgoing, alone: true })
    }
  }

  return {
    exchange,
    exchangeReading,
    /** Breaks off what is under way, and lets nothing more leave. */
    stop(): void {
      stopped = true
      for (const abort of [...open]) abort()
      for (const agents of [kept, alone]) for (const agent of Object.values(agents)) agent.destroy()
    },
  }
}
export type Exchange = ReturnType<typeof createExchange>

function readOnce(text: string): () => ExactJson | undefined {
  let read: { json: ExactJson | undefined } | undefined
  return () => {
    try {
      read ??= { json: parseExact(text) }
    } catch {
      read = { json: undefined }
    }
    return read.json
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

const isReset = (error: unknown): boolean => ['ECONNRESET', 'EPIPE'].includes(codeOf(error))

/** Node gathers the tries of several addresses in one error without a text of its own. */
const reasonOf = (error: Error): string =>
  error.message || (error instanceof AggregateError ? error.errors.map(String).join('; ') : codeOf(error))
