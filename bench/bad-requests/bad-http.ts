import fc from 'fast-check'

/** A request that is well-formed HTTP. */
export interface HttpRequest {
  method: string
  path: string
  query: [string, string][]
  headers: Record<string, string>
  body: string
}

/** What people, scanners and broken programs put where an id, a number or a text should be. */
const hostile = [
  '',
  ' ',
  '\u0000',
  '../../../etc/passwd',
  '%2e%2e%2f',
  '<img src=x onerror=alert(1)>',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  "' OR 1=1 --",
  '"; DROP TABLE operation; --',
  '-1',
  '1e309',
  'NaN',
  '9'.repeat(400),
  '0x10',
  'true',
  'null',
  '[]',
  '{"$gt":""}',
  '\u202Etxt.exe',
  '\u{1F4A3}',
  'A'.repeat(9000),
  'Wert\r\nX-Injected: 1',
]

const hostileBodies = [
  '',
  ' ',
  'null',
  'true',
  '[]',
  '{}',
  '"text"',
  '{',
  '{"value":}',
  '{"value":"x","value":"y"}',
  '{"value":"x","more":1}',
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  `{"value":${'['.repeat(5000)}${']'.repeat(5000)}}`,
  '['.repeat(60_000),
  `{"value":${'9'.repeat(20_000)}}`,
  `{"value":"${'x'.repeat(60_000)}"}`,
  '{"expression":"deviceKey = \'a\' and ("}',
  `{"expression":"${'('.repeat(3000)}deviceKey = 'a'${')'.repeat(3000)}"}`,
  `{"expression":"${"deviceKey = 'a' or ".repeat(2000)}deviceKey = 'b'"}`,
  '{"expression":5,"pagination":"x","projection":{}}',
  '{"pagination":{"pageNo":1e9,"pageSize":1e9}}',
  '{"pagination":{"pageNo":-1,"pageSize":0}}',
  '{"filter":{"assetIds":[[]]},"projection":["__proto__","a.b.c.d[0]"]}',
  '{"reason":""}',
  '{"name":"root","password":"toor"}',
  '{"name":{"$ne":1},"password":["x"]}',
  '\uFEFF{}',
  '{"value":"\\ud800"}',
]

const headerChanges: [string, string][] = [
  ['content-type', 'text/plain'],
  ['content-type', 'application/x-www-form-urlencoded'],
  ['content-type', 'multipart/form-data; boundary=x'],
  ['content-type', 'application/json; charset=utf-16'],
  ['content-encoding', 'gzip'],
  ['idempotency-key', 'short'],
  ['idempotency-key', 'x'.repeat(300)],
  ['setpoint-shown', '%'],
  ['setpoint-shown', '%7B%7D'],
  ['setpoint-reason', '%E0%A4%A'],
  ['setpoint-gateway', '../x'],
  ['setpoint-expected-value', '%7B'],
  ['last-event-id', '99999999999999999999'],
  ['last-event-id', '-1'],
  ['origin', 'https://elsewhere.example'],
  ['origin', 'null'],
  ['host', 'elsewhere.example'],
  ['host', ''],
  ['sec-fetch-site', 'cross-site'],
  ['cookie', 'setpoint=x; __Host-setpoint=y; setpoint=z'],
  ['cookie', `setpoint=${'A'.repeat(9000)}`],
  ['x-forwarded-for', '1.2.3.4, ::1'],
  ['authorization', 'Basic cm9vdDp0b29y'],
  ['if-none-match', '*'],
  ['range', 'bytes=0-99999999999'],
  ['expect', '100-continue'],
  ['accept', '*/*;q=x'],
]

const change = (names: string[]) =>
  fc.oneof(
    fc.record({
      kind: fc.constant('query' as const),
      name: fc.constantFrom(...names),
      text: fc.constantFrom(...hostile),
    }),
    fc.record({
      kind: fc.constant('random' as const),
      name: fc.constantFrom(...names),
      text: fc.string({ unit: 'binary', maxLength: 60 }),
    }),
    fc.record({ kind: fc.constant('drop' as const), name: fc.constantFrom(...names) }),
    fc.record({
      kind: fc.constant('twice' as const),
      name: fc.constantFrom(...names, '__proto__', 'x[y]'),
      text: fc.constantFrom(...hostile),
    }),
    fc.record({ kind: fc.constant('body' as const), text: fc.constantFrom(...hostileBodies) }),
    fc.record({ kind: fc.constant('body' as const), text: fc.json() }),
    fc.record({ kind: fc.constant('header' as const), pair: fc.constantFrom(...headerChanges) }),
    fc.record({
      kind: fc.constant('method' as const),
      text: fc.constantFrom('PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'GET', 'POST'),
    }),
    fc.record({
      kind: fc.constant('path' as const),
      text: fc.constantFrom(
        '/',
        '//',
        '/.',
        '/..%2f',
        '/%zz',
        '/%00',
        '/\\',
        '/index.html',
        '/assets/../../x',
        '/api',
        '/api/',
        '/api/operations/%ff',
        '/api/operations/../session',
      ),
    }),
  )
type Change = ReturnType<typeof change> extends fc.Arbitrary<infer C> ? C : never

function changed(request: HttpRequest, one: Change): HttpRequest {
  const { query } = request
  switch (one.kind) {
    case 'query':
    case 'random':
      return { ...request, query: query.map(([name, text]) => [name, name === one.name ? one.text : text]) }
    case 'drop':
      return { ...request, query: query.filter(([name]) => name !== one.name) }
    case 'twice':
      return { ...request, query: [...query, [one.name, one.text]] }
    case 'body':
      return { ...request, body: one.text }
    case 'header':
      return { ...request, headers: { ...request.headers, [one.pair[0]]: one.pair[1] } }
    case 'method':
      return { ...request, method: one.text }
    case 'path':
      return { ...request, path: one.text }
  }
}

/** Recorded requests, each changed in one to three places into something that nobody should ask. */
export const badHttp = (recorded: readonly HttpRequest[]): fc.Arbitrary<HttpRequest> => {
  const names = [...new Set(recorded.flatMap(({ query }) => query.map(([name]) => name)))]
  return fc
    .tuple(fc.constantFrom(...recorded), fc.array(change(names), { minLength: 1, maxLength: 3 }))
    .map(([request, changes]) => changes.reduce(changed, request))
}

/** Text that UTF-8 can say: half a surrogate pair becomes a mark. */
export const sayable = (text: string): string => Buffer.from(text).toString()

export const urlOf = ({ path, query }: HttpRequest): string =>
  query.length === 0
    ? path
    : `${path}?${query.map((pair) => pair.map((text) => encodeURIComponent(sayable(text))).join('=')).join('&')}`

/** The same as bytes for a socket. */
export function bytesOfRequest(request: HttpRequest): string {
  const { method, headers, body } = request
  const length = body === '' ? {} : { 'content-length': String(Buffer.byteLength(body)) }
  const lines = Object.entries({ host: '127.0.0.1', connection: 'close', ...headers, ...length })
  return `${method} ${urlOf(request)} HTTP/1.1\r\n${lines.map(([name, text]) => `${name}: ${text}\r\n`).join('')}\r\n${body}`
}
