import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { signatureHeaders } from '#contract/enos/signature.ts'

/** A call as the gateway received it. */
export interface Received {
  method: string
  path: string
  action: string
  query: URLSearchParams
  headers: IncomingMessage['headers']
  body: string
}

/** How the gateway answers one call; `early` means before its body was read. */
export type Script = ((received: Received, response: ServerResponse) => void | Promise<void>) & { early?: boolean }

const tokenPath = '/apim-token-service/v2.0/token/get'

/** Answers with this text. */
export const text =
  (body: string, status = 200, type = 'application/json'): Script =>
  (_received, response) => {
    response.writeHead(status, { 'content-type': type }).end(body)
  }

/** Answers with an envelope. */
export const envelope = (code: number, data: unknown = null, msg = code === 0 ? 'OK' : 'said by the gateway') =>
  text(JSON.stringify({ code, msg, requestId: 'r-1', data }))

export const commandId = '2500000000000000001'

/** A command as Get Command answers. */
export const command = (state: number, more: Record<string, unknown> = {}) =>
  envelope(0, {
    commandId,
    createTime: 1_700_000_000_000,
    commandType: 1,
    commandName: { defaultValue: 'Point', i18nValue: {} },
    timeout: 30,
    pendingTtl: 600,
    state,
    tslIdentifier: 'p',
    inputData: 1,
    ...more,
  })

/** Never answers. */
export const hang: Script = () => {}
/** Cuts the connection after the request was read. */
export const reset: Script = (_received, response) => {
  response.socket?.resetAndDestroy()
}
/** Ends the connection without an answer. */
export const drop: Script = (_received, response) => {
  response.socket?.destroy()
}
/** Cuts the connection when the request's head is there, before its body is. */
export const resetEarly: Script = Object.assign(
  (_received: Received, response: ServerResponse) => {
    response.socket?.resetAndDestroy()
  },
  { early: true },
)
/** Promises more than it sends. */
export const cut: Script = (_received, response) => {
  response.writeHead(200, { 'content-length': '500' })
  response.write('{"code":0,"data":{"comm', () => response.socket?.destroy())
}

/** Answers one call after the other by the scripts, the last one for all that follow. */
export const inTurn = (...scripts: Script[]): Script => {
  let turn = 0
  return (received, response) => scripts[Math.min(turn++, scripts.length - 1)]?.(received, response)
}

/** An API gateway on a free port that answers what it is told, per action. */
export async function startScriptedGateway(scripts: Record<string, Script> = {}, tls?: { key: string; cert: string }) {
  const received: Received[] = []
  let tokens = 0

  const answerToken: Script = (call, response) =>
    text(JSON.stringify({ status: 0, msg: 'SUCCESS', data: { accessToken: `T${++tokens}`, expire: 7200 } }))(
      call,
      response,
    )

  const listener = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '', 'http://localhost')
    const action = url.pathname === tokenPath ? 'token' : (url.searchParams.get('action') ?? '')
    const script = scripts[action] ?? (action === 'token' ? answerToken : text('no script', 500))
    const call: Received = {
      method: request.method ?? '',
      path: url.pathname,
      action,
      query: url.searchParams,
      headers: request.headers,
      body: '',
    }
    received.push(call)
    try {
      if (!script.early) for await (const part of request) call.body += part
    } catch {
      // Who asked has gone in the middle of its question: nobody is there to be answered.
      return
    }
    await script(call, response)
  }
  const server = tls ? createSecureServer(tls, listener) : createServer(listener)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0

  return {
    address: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    scripts,
    received,
    /** The calls of one action. */
    calls: (action: string) => received.filter((call) => call.action === action),
    /** The access tokens that calls of an action came with. */
    tokensOf: (action: string) =>
      received.filter((call) => call.action === action).map(({ headers }) => headers[signatureHeaders.accessToken]),
    async stop(): Promise<void> {
      server.close()
      server.closeAllConnections()
      if (server.listening) await once(server, 'close')
    },
  }
}
export type ScriptedGateway = Awaited<ReturnType<typeof startScriptedGateway>>
