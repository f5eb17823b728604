import http from 'node:http'
import https from 'node:https'
import { networkInterfaces } from 'node:os'
import { afterEach, describe, expect, it } from 'vitest'
import type { ProxyConfig } from '../config.ts'
import { certificate } from '../gateway-certificate.suite.ts'
import { addPerson, goodPassword } from '../people/people.suite.ts'
import { configFor, runProxy } from '../running-proxy.suite.ts'

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

const name = 'setpoint.plant.example'
const panelUrl = new URL(`https://${name}`)

/** A proxy with a person, and requests to it as any program could make them. */
async function start(change: Partial<ProxyConfig>) {
  const config = configFor('http://127.0.0.1:1', change)
  await addPerson(config.dataDirectory, 'ann')
  const proxy = await runProxy('http://127.0.0.1:1', config)
  stops.push(proxy.stop)
  const { protocol, hostname, port } = new URL(proxy.url)
  const client = protocol === 'https:' ? https : http

  return (path: string, { method = 'GET', headers = {}, body = '' } = {}) =>
    new Promise<{ status: number; text: string; headers: http.IncomingHttpHeaders }>((resolve, reject) => {
      const request = client.request(
        { host: hostname.replace(/[[\]]/g, ''), port, path, method, headers, ca: certificate.cert },
        (response) => {
          let text = ''
          response.on('data', (part) => {
            text += part
          })
          response.on('end', () => resolve({ status: response.statusCode ?? 0, text, headers: response.headers }))
        },
      )
      request.on('error', reject)
      request.end(body)
    })
}

const signIn = (headers: Record<string, string> = {}, password = goodPassword) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify({ name: 'ann', password }),
})
const secureCookie = /^__Host-setpoint=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/

describe('served with a certificate of its own', () => {
  it('the proxy speaks TLS, gives a cookie that goes nowhere else, and asks to be reached so always', async () => {
    const call = await start({ tls: certificate })
    const { status, headers } = await call('/api/sign-in', signIn())
    expect(status).toBe(200)
    expect(headers['set-cookie']).toEqual([expect.stringMatching(secureCookie)])
    expect(headers['strict-transport-security']).toBe('max-age=63072000')
    const cookie = headers['set-cookie']?.[0]?.split(';')[0] ?? ''
    expect((await call('/api/session', { headers: { cookie } })).status).toBe(200)
    // A cookie without the prefix may have been planted by a neighbour.
    const planted = cookie.replace('__Host-', '')
    expect((await call('/api/session', { headers: { cookie: planted } })).status).toBe(401)
  })
})

describe('served under the name of PANEL_URL', () => {
  it('the proxy answers to it, with a secure cookie, though TLS ends before it', async () => {
    const call = await start({ panelUrl })
    const { status, headers } = await call('/api/sign-in', signIn({ host: name, origin: panelUrl.origin }))
    expect(status).toBe(200)
    expect(headers['set-cookie']).toEqual([expect.stringMatching(secureCookie)])
    expect(headers['strict-transport-security']).toBeDefined()
  })

  it.for<Record<string, string>>([
    { host: 'other.plant.example' },
    { host: name, origin: 'http://setpoint.plant.example' },
    { host: name, origin: 'https://setpoint.plant.example:8443' },
    { host: name, origin: 'https://other.plant.example' },
    { host: name, origin: 'http://localhost:5173' },
    { host: name, origin: 'null' },
    { host: name, 'sec-fetch-site': 'cross-site' },
  ])('but not to %o', async (headers) => {
    const call = await start({ panelUrl })
    const { status, text } = await call('/api/sign-in', signIn(headers))
    expect([status, JSON.parse(text).code]).toEqual([403, 60024])
  })

  it('a proxy without that setting answers to no such name', async () => {
    const call = await start({})
    expect((await call('/api/sign-in', { headers: { host: name } })).status).toBe(403)
  })
})

describe('the word of a proxy in front', () => {
  const forwarded = { 'x-forwarded-for': '10.1.2.3', 'x-forwarded-proto': 'https' }

  it('is nothing where no setting trusts it: attempts count for the address that they come from', async () => {
    const call = await start({})
    const { headers } = await call('/api/sign-in', signIn(forwarded))
    expect(headers['set-cookie']?.[0]).toMatch(/^setpoint=/)
    expect(headers['strict-transport-security']).toBeUndefined()
    const statuses: number[] = []
    for (let n = 0; n < 21; n++) {
      const body = JSON.stringify({ name: `person${n}`, password: 'x' })
      const more = { ...forwarded, 'x-forwarded-for': `10.1.2.${n}` }
      statuses.push((await call('/api/sign-in', { ...signIn(more), body })).status)
    }
    expect(statuses).toEqual([...Array(20).fill(401), 429])
  })

  it('is taken from the addresses of the setting', async () => {
    const call = await start({ trustedProxies: ['127.0.0.0/8', '::1'] })
    const { headers } = await call('/api/sign-in', signIn(forwarded))
    expect(headers['set-cookie']).toEqual([expect.stringMatching(secureCookie)])
    expect(headers['strict-transport-security']).toBeDefined()
    for (let n = 0; n < 25; n++) {
      const body = JSON.stringify({ name: `person${n}`, password: 'x' })
      const more = { ...forwarded, 'x-forwarded-for': `10.9.9.9, 10.1.2.${n}` }
      expect((await call('/api/sign-in', { ...signIn(more), body })).status).toBe(401)
    }
  })

  it('is not taken from others', async () => {
    const call = await start({ trustedProxies: ['10.0.0.5'] })
    expect((await call('/api/sign-in', signIn(forwarded))).headers['set-cookie']?.[0]).toMatch(/^setpoint=/)
  })
})

describe('bound to every address', () => {
  const own = Object.values(networkInterfaces())
    .flat()
    .find((one) => one && !one.internal && one.family === 'IPv4')?.address

  it('the proxy answers to addresses, and to a page of the same address and port only', async () => {
    const call = await start({ host: '0.0.0.0' })
    const host = `${own ?? '192.168.1.5'}:8787`
    expect((await call('/api/sign-in', { headers: { host } })).status).toBe(200)
    expect((await call('/api/sign-in', { headers: { host: 'setpoint:8787' } })).status).toBe(403)
    expect((await call('/api/sign-in', signIn({ host, origin: `http://${host}` }))).status).toBe(200)
    const neighbour = `http://${host.replace(':8787', ':9090')}`
    expect((await call('/api/sign-in', signIn({ host, origin: neighbour }))).status).toBe(403)
    expect((await call('/api/sign-in', signIn({ host, origin: 'http://localhost:8787' }))).status).toBe(403)
  })
})

describe('a call that would change something', () => {
  it.for(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'is not taken as %s, which a form of any page can send',
    async (type) => {
      const call = await start({})
      const { status, headers } = await call('/api/sign-in', signIn({ 'content-type': type }))
      expect([status, headers['set-cookie']]).toEqual([400, undefined])
    },
  )
})

describe('every answer', () => {
  it('says what a page may do, and nothing that allows a script in the page', async () => {
    const call = await start({})
    for (const path of ['/', '/api/session', '/api/sign-in', '/nowhere']) {
      const { headers } = await call(path)
      const policy = String(headers['content-security-policy'])
      expect(policy).toContain("default-src 'self'")
      // Compiled code of our own may run, which no text in a page can become.
      expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy.replace("'wasm-unsafe-eval'", '')).not.toMatch(/unsafe|\*|http/)
      expect(headers).toMatchObject({
        'permissions-policy': expect.stringContaining('camera=(self)'),
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      })
      expect(headers).not.toHaveProperty('x-powered-by')
      expect(headers).not.toHaveProperty('access-control-allow-origin')
    }
  })
})
