import { afterAll, describe, expect, it } from 'vitest'
import { envelopeSchema } from '#contract/enos/envelope.ts'
import type { FailureName } from '#contract/enos/failures.ts'
import type { Outcome } from '#contract/panel/operation.ts'
import { panelHeaders } from '#contract/panel/panel-calls.ts'
import { parseExact } from '#contract/value/exact.ts'
import { runProxy } from './running-proxy.suite.ts'
import {
  command,
  commandId,
  cut,
  drop,
  envelope,
  hang,
  inTurn,
  reset,
  resetEarly,
  type Script,
  startScriptedGateway,
  text,
} from './scripted-gateway.suite.ts'

interface More {
  /** How Get Command answers. */
  get?: Script
  /** How the token service does. */
  token?: Script
  pendingTtl?: string
  /** Seconds; long, where it is not what the case is about. */
  timeout?: string
  /** POSTs that the gateway sees; 1 unless told. */
  posts?: number
}
type Case = [
  title: string,
  set: Script,
  outcome: Outcome,
  failure: FailureName | null,
  /** Of the proxy's answer. */
  status: number,
  code: number | null,
  more?: More,
]

const own = { commandId }
const soonOver: More = { timeout: '1' }
const after =
  (time: number): Script =>
  async (...call) => {
    await new Promise((resolve) => setTimeout(resolve, time))
    await envelope(0, own)(...call)
  }
const redirect: Script = (_call, response) => void response.writeHead(302, { location: '/login' }).end()
const html = text('<html>welcome</html>', 200, 'text/html')

const refusedToken = (status: string): More => ({ token: text(`{"status":${status},"msg":"no"}`), posts: 0 })
const firstToken = text('{"status":0,"data":{"accessToken":"T","expire":7200}}')
/** The call was turned away for its token, and a new one is not to be had: no service has seen it. */
const lostRenewal: More = { token: inTurn(firstToken, reset) }

const listed = [
  [11900, 'deviceOffline', 'notSent'],
  [11888, 'deviceInactive', 'notSent'],
  [11904, 'notSentInTime', 'notSent'],
  [11915, 'noAnswerInTime', 'unknown'],
  [11902, 'queueFull', 'notSent'],
  [11810, 'cannotEncode', 'notSent'],
  [11404, 'invalidTimeout', 'notSent'],
  [99400, 'invalidArgument', 'notSent'],
  [99403, 'permissionDenied', 'notSent'],
  [99404, 'notFound', 'notSent'],
  [99500, 'internalError', 'unknown'],
] as const

const states = [
  [6, 'refused', 'refusedByDevice'],
  [5, 'done', null],
  [7, 'unknown', 'noAnswerInTime'],
  [4, 'unknown', 'noAnswerInTime'],
  [1, 'unknown', 'noAnswerInTime'],
] as const

const statuses = [
  [400, 'gatewayBody', 'notSent'],
  [403, 'gatewayAddress', 'notSent'],
  [404, 'gatewayNoRoute', 'notSent'],
  [413, 'gatewayTooLarge', 'notSent'],
  [429, 'gatewayTooMany', 'notSent'],
  [500, 'gatewayFailed', 'unknown'],
  [502, 'gatewayBadAnswer', 'unknown'],
  [503, 'gatewayUnavailable', 'unknown'],
  [504, 'gatewayTimedOut', 'unknown'],
] as const

const cases: Case[] = [
  ['code 0', envelope(0, own), 'done', null, 200, 0],
  ['code 0, late', after(1200), 'done', null, 200, 0],
  ['code 0, after the time-out and 5 s', after(6500), 'unknown', 'connectionLost', 502, null, soonOver],
  ['the oldest spelling of success', text('{"status":0,"data":{"commandId":25}}'), 'done', null, 200, 0],
  ...listed.flatMap(([code, failure, outcome]): Case[] => [
    [`code ${code}`, envelope(code), outcome, failure, 200, code],
    [`code ${code} with a commandId`, envelope(code, own), outcome, failure, 200, code],
  ]),
  ['a listed code under HTTP 500', text('{"code":11900}', 500), 'notSent', 'deviceOffline', 200, 11900],
  ['a command that the embedded EnOS could not store', envelope(60_016), 'notSent', 'notRecorded', 200, 60_016],
  ['an unlisted code and no commandId', envelope(77_777), 'unknown', 'unknownCode', 200, 77_777],
  ...states.map(
    ([state, outcome, failure]): Case => [
      `the device’s own code, its command in state ${state}`,
      envelope(-5, own, 'valve stuck'),
      outcome,
      failure,
      200,
      -5,
      { get: command(state) },
    ],
  ),
  [
    'the device’s own code, its command found only the second time',
    envelope(500, own),
    'refused',
    'refusedByDevice',
    200,
    500,
    { get: inTurn(envelope(99404), command(6)) },
  ],
  [
    'the device’s own code, its command to be asked for only when the gateway is back',
    envelope(500, own),
    'refused',
    'refusedByDevice',
    200,
    500,
    { get: inTurn(text('', 503), reset, command(6)) },
  ],
  [
    'a token’s code of the device’s own, its command not to be asked for',
    envelope(1203, own),
    'unknown',
    'lostTrack',
    200,
    1203,
    { get: text('', 503) },
  ],
  ['HTML', html, 'unknown', 'unreadableAnswer', 502, null],
  ['nothing', text(''), 'unknown', 'unreadableAnswer', 502, null],
  ['malformed JSON', text('{"code":0,"data":{"commandId":'), 'unknown', 'unreadableAnswer', 502, null],
  ['JSON that is no envelope', text('[0]'), 'unknown', 'unreadableAnswer', 502, null],
  ['half an answer', cut, 'unknown', 'unreadableAnswer', 502, null],
  ['a redirect', redirect, 'unknown', 'unreadableAnswer', 502, null],
  ...statuses.map(
    ([status, failure, outcome]): Case => [
      `HTTP ${status}`,
      text('{"message":"no"}', status),
      outcome,
      failure,
      status,
      status,
    ],
  ),
  [
    'HTTP 429 with Retry-After',
    (_call, response) => void response.writeHead(429, { 'retry-after': '1' }).end('{"message":"too many"}'),
    'notSent',
    'gatewayTooMany',
    429,
    429,
  ],
  ['a cut connection', reset, 'unknown', 'connectionLost', 502, null],
  ['a connection ended without an answer', drop, 'unknown', 'connectionLost', 502, null],
  ['a connection cut before the body was read', resetEarly, 'unknown', 'connectionLost', 502, null],
  ['silence', hang, 'unknown', 'connectionLost', 502, null, soonOver],
  ['HTTP 401 once', inTurn(text('', 401), envelope(0, own)), 'done', null, 200, 0, { posts: 2 }],
  ['code 1203 once', inTurn(text('{"status":1203}'), envelope(0, own)), 'done', null, 200, 0, { posts: 2 }],
  ['apim_status 4011 once', inTurn(text('{"apim_status":4011}'), envelope(0, own)), 'done', null, 200, 0, { posts: 2 }],
  ['code 1203 for ever', text('{"code":1203}'), 'notSent', 'tokenExpired', 200, 1203, { posts: 2 }],
  ['apim_status 4012 for ever', text('{"apim_status":4012}'), 'notSent', 'tokenExpired', 200, 1203, { posts: 2 }],
  ['code 1001 in place of a token', envelope(0, own), 'notSent', 'repeatedEncryption', 200, 1001, refusedToken('1001')],
  ['code 1001 in answer to the send', envelope(1001), 'notSent', 'repeatedEncryption', 200, 1001],
  ['HTML in place of a token', envelope(0, own), 'notSent', 'tokenInternal', 200, 1005, { token: html, posts: 0 }],
  [
    'HTTP 401, then a cut connection in place of a new token',
    text('', 401),
    'notSent',
    'gatewayUnreachable',
    502,
    null,
    lostRenewal,
  ],
  ['HTTP 401 for ever', text('', 401), 'notSent', 'gatewayCredentials', 401, 401, { posts: 2 }],
  [
    'HTTP 401, then a cut connection',
    inTurn(text('', 401), reset, envelope(0, own)),
    'unknown',
    'connectionLost',
    502,
    null,
    { posts: 2 },
  ],
  ['a full queue', envelope(11902), 'notSent', 'queueFull', 200, 11902, { pendingTtl: '600' }],
  ['a cached command without an id', envelope(0), 'unknown', 'lostTrack', 200, 0, { pendingTtl: '600' }],
]

const rows = cases.map(([title, set, outcome, failure, status, code, more]) => ({
  ...{ title, set, outcome, failure, status, code },
  ...more,
}))
/** What was recorded of each case, as it is shown in docs/hostile-gateway.md. */
const recorded = new Map<string, string>()

describe('what the gateway does to a send', () => {
  const stops: (() => Promise<void>)[] = []
  afterAll(async () => {
    await Promise.all(stops.map((stop) => stop()))
  })

  it.concurrent.for(rows)('$title: $outcome, $failure', async (row) => {
    const { title, set, outcome, failure, status, code, get, token, posts = 1 } = row
    const { pendingTtl = '0', timeout = '30' } = row
    const scripts = { setMeasurepoint: set, ...(get ? { get } : {}), ...(token ? { token } : {}) }
    const gateway = await startScriptedGateway(scripts)
    const proxy = await runProxy(gateway.address)
    stops.push(gateway.stop, proxy.stop)
    const answer = await proxy.set({ query: { pendingTtl, timeout } })
    const operation = await proxy.operation(answer.headers.get(panelHeaders.operation) ?? '')
    expect(operation).toMatchObject({ outcome, failure, code })
    expect(answer.status).toBe(status)
    expect(envelopeSchema.safeParse(parseExact(await answer.text())).success).toBe(true)
    const seen = gateway.calls('setMeasurepoint').length
    expect(seen).toBe(posts)
    recorded.set(title, `| ${title} | ${operation.outcome} | ${operation.failure ?? '–'} | ${seen} |`)
  })
})

describe('the table of it in docs/hostile-gateway.md', () => {
  it('says what was recorded', async () => {
    const text = [
      '# What a gateway may do to a send, and what is recorded of it',
      '',
      'Written by `src/proxy/outcomes.test.ts` from what the proxy recorded; `npx vitest run src/proxy/outcomes.test.ts -u` writes it anew.',
      '*notSent* and *refused*: the device did not act. *unknown*: it may have. *POSTs*: how often the gateway saw the send; 2 only after it turned the first away for its token.',
      '',
      '| the gateway answers with | recorded | failure | POSTs |',
      '|---|---|---|---|',
      ...rows.map(({ title }) => recorded.get(title)),
      '',
    ].join('\n')
    await expect(text).toMatchFileSnapshot('../../docs/hostile-gateway.md')
  })
})
