import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from './browser.suite.ts'
import { startIdentityProvider, type TestIdentityProvider } from './identity-provider.suite.ts'
import { oidcConfigFor, startOidcPanel } from './oidc-panel.suite.ts'

let provider: TestIdentityProvider
let panel: Awaited<ReturnType<typeof startOidcPanel>>

beforeAll(async () => {
  provider = await startIdentityProvider()
  panel = await startOidcPanel(oidcConfigFor(provider.issuer))
  provider.register({ redirectUri: panel.redirectUri })
})
afterAll(async () => {
  await panel.stop()
  await provider.stop()
})

const name = fc.constantFrom(
  'state',
  'code',
  'iss',
  'error',
  'error_description',
  'returnTo',
  'again',
  'moved',
  '__proto__',
)
const pairs = fc.array(fc.tuple(name, fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.webUrl())), {
  maxLength: 6,
})
const cookie = fc.stringMatching(/^(setpoint-oidc-?[\w-]{0,20}=[\w-]{0,60})?$/)

it('whatever a browser brings, it is led back to the panel and nobody is signed in', { timeout: 120_000 }, async () => {
  const callback = fc.tuple(fc.constant(panel.redirectUri), pairs, cookie)
  await fc.assert(
    fc.asyncProperty(callback, async ([path, query, kept]) => {
      const { status, headers } = await fetch(`${path}?${new URLSearchParams(query)}`, {
        redirect: 'manual',
        headers: { cookie: kept },
      })
      expect(status).toBe(302)
      expect(headers.get('location')).toMatch(/\?signIn=notSignedIn$/)
      expect(headers.get('location')?.startsWith(`${panel.url}/`)).toBe(true)
    }),
    { numRuns: 300 },
  )
  expect(panel.begun).toEqual([])
  // Nothing of it reached the provider.
  expect(provider.asked).toEqual([])
})

it('a browser that begins over and over keeps few cookies, each short enough to be kept', {
  timeout: 120_000,
}, async () => {
  const browser = openBrowser()
  for (let times = 0; times < 30; times++) {
    const returnTo = `/${'温'.repeat(times % 2 === 0 ? 1999 : 5)}`
    const answer = await browser.ask(`${panel.url}/api/sign-in/oidc?${new URLSearchParams({ returnTo })}`)
    for (const cookie of answer.headers.getSetCookie()) expect(cookie.length).toBeLessThan(4096)
  }
  const { url } = await browser.go(
    `${panel.url}/api/sign-in/oidc?returnTo=%2Fdone`,
    ({ pathname }) => pathname === '/done',
  )
  expect(url.pathname).toBe('/done')
  const kept = browser.cookieNames('127.0.0.1').filter((name) => name.startsWith('setpoint-oidc'))
  expect(kept.length).toBeLessThanOrEqual(5)
})

it('whatever a browser asks for, it is led to the provider or back to the panel', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(pairs, async (query) => {
      const { status, headers } = await fetch(`${panel.url}/api/sign-in/oidc?${new URLSearchParams(query)}`, {
        redirect: 'manual',
      })
      expect(status).toBe(302)
      expect([panel.url, provider.issuer]).toContain(new URL(headers.get('location') ?? '').origin)
    }),
    { numRuns: 200 },
  )
})
