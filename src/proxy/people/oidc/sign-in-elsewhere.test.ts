import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Browser, openBrowser } from './browser.suite.ts'
import { ann, startIdentityProvider, type TestIdentityProvider } from './identity-provider.suite.ts'
import { oidcConfigFor, startOidcPanel } from './oidc-panel.suite.ts'

let provider: TestIdentityProvider
let panel: Awaited<ReturnType<typeof startOidcPanel>>

const isCallback = ({ pathname }: URL): boolean => pathname === '/api/sign-in/oidc/callback'
const signInPage = (query: Record<string, string> = {}) =>
  `${panel.url}/api/sign-in/oidc?${new URLSearchParams({ returnTo: '/devices/a%20b?tab=points#p', ...query })}`
const pageOf = (answer: Response | undefined) => answer?.headers.get('location')?.replace(panel.url, '')

/** Always another text: what is kept is random, so that a fixed letter is now and then the one that stands there. */
const changedAt = (kept: string, at: number) => kept.slice(0, at) + (kept[at] === 'A' ? 'B' : 'A') + kept.slice(at + 1)

/** As far as the provider's answer, which the browser does not yet bring. */
async function answerFor(browser: Browser, query?: Record<string, string>): Promise<URL> {
  const { url } = await browser.go(signInPage(query), isCallback)
  return url
}

/** The provider's sign-in page, reached by an address that the person has changed. */
async function answerAfter(browser: Browser, change: (query: URLSearchParams) => void, query?: Record<string, string>) {
  const { url } = await browser.go(signInPage(query), ({ pathname }) => pathname === '/auth')
  change(url.searchParams)
  return (await browser.go(url, isCallback)).url
}

beforeAll(async () => {
  provider = await startIdentityProvider()
  panel = await startOidcPanel(oidcConfigFor(provider.issuer))
  provider.register({ redirectUri: panel.redirectUri })
})
beforeEach(() => {
  provider.person = ann
  panel.begun.length = 0
  panel.log.length = 0
})
afterAll(async () => {
  await panel.stop()
  await provider.stop()
})

describe('who signs in at the identity provider', () => {
  it('comes back to where they were, signed in with the role of their claims', async () => {
    const browser = openBrowser()
    const before = Math.floor(Date.now() / 1000) * 1000
    const answer = await browser.ask(await answerFor(browser))
    expect([answer.status, pageOf(answer)]).toEqual([302, '/devices/a%20b?tab=points#p'])
    expect(panel.begun).toEqual([
      {
        person: { id: 'oidc:ann', name: 'Ann Other', kind: 'oidc', role: 'operator', assetIds: ['a1'] },
        proof: {
          time: expect.any(Number),
          claims: expect.objectContaining({ sub: 'ann', name: 'Ann Other', groups: ['shift'] }),
        },
      },
    ])
    expect(panel.begun[0]?.proof?.time).toBeGreaterThanOrEqual(before)
    // Nothing of the way there stays in the browser but the session.
    expect(browser.cookieNames('127.0.0.1').filter((name) => name.startsWith('setpoint'))).toEqual([])
    expect(browser.cookieNames('127.0.0.1')).toContain('session')
  })

  it('is led to the provider with a challenge, a state and a nonce, and a cookie that scripts cannot read', async () => {
    const answer = await openBrowser().ask(signInPage())
    const address = new URL(answer.headers.get('location') ?? '')
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      response_type: 'code',
      redirect_uri: panel.redirectUri,
      scope: 'openid profile email',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    })
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const [cookie = ''] = answer.headers.getSetCookie()
    expect(cookie).toMatch(/; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/)
    for (const secret of ['state', 'nonce', 'code_challenge']) {
      expect(cookie).not.toContain(address.searchParams.get(secret))
    }
  })

  it('may come by another name of this machine: the provider sends everybody back to one', async () => {
    const { port } = new URL(panel.url)
    const browser = openBrowser()
    const { url } = await browser.go(`http://localhost:${port}/api/sign-in/oidc?returnTo=%2Fx`, isCallback)
    expect(url.hostname).toBe('127.0.0.1')
    expect(pageOf(await browser.ask(url))).toBe('/x')
  })

  it('may do so in two tabs at once', async () => {
    const browser = openBrowser()
    const first = await answerFor(browser, { returnTo: '/first' })
    const second = await answerFor(browser, { returnTo: '/second' })
    expect(pageOf(await browser.ask(first))).toBe('/first')
    expect(pageOf(await browser.ask(second))).toBe('/second')
  })

  it('is told when no grant gives them a role', async () => {
    provider.person = { sub: 'eve', claims: { name: 'Eve', groups: ['kitchen'] } }
    const browser = openBrowser()
    expect(pageOf(await browser.ask(await answerFor(browser)))).toBe('/?signIn=noRole')
    expect(panel.begun).toEqual([])
    expect(panel.log.join('')).toContain('oidc:eve')
  })

  it.for(['access_denied', 'login_required'])('and does not, by %s, is not signed in', async (refusal) => {
    provider.person = { ...ann, refusal }
    const browser = openBrowser()
    expect(pageOf(await browser.ask(await answerFor(browser)))).toBe('/?signIn=notSignedIn')
    expect(panel.log.join('')).toContain(refusal)
  })

  it.for(['server_error', 'temporarily_unavailable', 'made_up'])('is told of the provider’s %s', async (refusal) => {
    provider.person = { ...ann, refusal }
    const browser = openBrowser()
    expect(pageOf(await browser.ask(await answerFor(browser)))).toBe('/?signIn=identityProviderFailed')
  })
})

describe('an answer of the identity provider', () => {
  it('counts once', async () => {
    const browser = openBrowser()
    const url = await answerFor(browser)
    const { status, headers } = await browser.ask(signInPage())
    expect([status, headers.get('set-cookie')]).toEqual([302, expect.any(String)])
    await browser.ask(url)
    expect(pageOf(await browser.ask(url))).toBe('/?signIn=notSignedIn')
    expect(panel.begun).toHaveLength(1)
  })

  it('counts once, though its cookie was kept aside', async () => {
    const start = await openBrowser().ask(signInPage())
    const cookie = start.headers.getSetCookie()[0]?.split(';', 1).join() ?? ''
    const { url } = await openBrowser().go(start.headers.get('location') ?? '', isCallback)
    const bring = () => fetch(url, { redirect: 'manual', headers: { cookie } })
    expect(pageOf(await bring())).toBe('/devices/a%20b?tab=points#p')
    expect(pageOf(await bring())).toBe('/?signIn=notSignedIn')
    expect(panel.begun).toHaveLength(1)
  })

  it('means nothing in another browser, and still counts in its own', async () => {
    const browser = openBrowser()
    const url = await answerFor(browser)
    expect(pageOf(await openBrowser().ask(url))).toBe('/?signIn=notSignedIn')
    const other = openBrowser()
    await answerFor(other)
    expect(pageOf(await other.ask(url))).toBe('/?signIn=notSignedIn')
    expect(pageOf(await browser.ask(url))).toBe('/devices/a%20b?tab=points#p')
  })

  it.for<[string, (query: URLSearchParams) => void, string]>([
    ['another state', (query) => query.set('state', `${query.get('state')}x`), 'notSignedIn'],
    [
      'the beginning of its state',
      (query) => query.set('state', query.get('state')?.slice(0, 20) ?? ''),
      'notSignedIn',
    ],
    ['no state', (query) => query.delete('state'), 'notSignedIn'],
    ['two states', (query) => query.append('state', 'x'), 'identityProviderFailed'],
    ['another code', (query) => query.set('code', 'made-up'), 'identityProviderFailed'],
    ['no code', (query) => query.delete('code'), 'identityProviderFailed'],
    ['another issuer', (query) => query.set('iss', 'https://evil.example'), 'identityProviderFailed'],
    ['no issuer', (query) => query.delete('iss'), 'identityProviderFailed'],
  ])('with %s is refused', async ([, change, failure]) => {
    const browser = openBrowser()
    const url = await answerFor(browser)
    change(url.searchParams)
    expect(pageOf(await browser.ask(url))).toBe(`/?signIn=${failure}`)
    expect(panel.begun).toEqual([])
  })

  it('with a changed cookie is refused', async () => {
    const start = await openBrowser().ask(signInPage())
    const [name = '', kept = ''] = start.headers.getSetCookie()[0]?.split(';', 1).join().split('=') ?? []
    const { url } = await openBrowser().go(start.headers.get('location') ?? '', isCallback)
    for (const value of ['', 'x', kept.slice(0, -4), changedAt(kept, 0), changedAt(kept, 60)]) {
      const answer = await fetch(url, { redirect: 'manual', headers: { cookie: `${name}=${value}` } })
      expect(pageOf(answer)).toBe('/?signIn=notSignedIn')
    }
    expect(panel.begun).toEqual([])
  })

  it.for<[string, (query: URLSearchParams) => void]>([
    ['another nonce', (query) => query.set('nonce', 'x'.repeat(43))],
    ['another challenge', (query) => query.set('code_challenge', 'x'.repeat(43))],
  ])('to a question with %s is refused', async ([, change]) => {
    const browser = openBrowser()
    const url = await answerAfter(browser, change)
    expect(url.searchParams.get('code')).toBeTruthy()
    expect(pageOf(await browser.ask(url))).toBe('/?signIn=identityProviderFailed')
    expect(panel.begun).toEqual([])
  })

  it('leaves neither code nor state in the log, whether it counts or not', async () => {
    const browser = openBrowser()
    const good = await answerFor(browser)
    const bad = await answerAfter(browser, (query) => query.set('nonce', 'x'.repeat(43)))
    for (const url of [good, bad, good]) await browser.ask(url)
    const log = panel.log.join('')
    expect(log).toContain('nonce')
    for (const { searchParams } of [good, bad]) {
      for (const secret of [searchParams.get('code'), searchParams.get('state')]) expect(log).not.toContain(secret)
    }
    expect(log).not.toMatch(/eyJ[\w-]+\./)
  })
})

describe('signing in again', () => {
  const anHourAgo = () => Math.floor(Date.now() / 1000) - 3600

  it('asks a person whom the provider knows, and renews the time', async () => {
    const browser = openBrowser()
    provider.person = { ...ann, signedInAt: anHourAgo() }
    await browser.ask(await answerFor(browser))
    expect(panel.begun[0]?.proof?.time).toBeLessThan(Date.now() - 3_599_000)

    // Whom the provider knows it does not ask, and the time stays what it was.
    provider.person = ann
    const { signIns } = provider
    await browser.ask(await answerFor(browser))
    expect(provider.signIns).toBe(signIns)
    expect(panel.begun[1]?.proof?.time).toBe(panel.begun[0]?.proof?.time)

    expect(pageOf(await browser.ask(await answerFor(browser, { again: '1' })))).toBe('/devices/a%20b?tab=points#p')
    expect(provider.signIns).toBe(signIns + 1)
    expect(panel.begun[2]?.proof?.time).toBeGreaterThan(Date.now() - 60_000)
  })

  it.for<[string, (query: URLSearchParams) => void]>([
    ['not to ask', (query) => query.delete('prompt')],
    ['for any age', (query) => query.set('max_age', '999999')],
    ['neither', (query) => query.delete('max_age')],
  ])('is not done by taking out of the question what asks for it: %s', async ([, change]) => {
    const browser = openBrowser()
    provider.person = { ...ann, signedInAt: anHourAgo() }
    await browser.ask(await answerFor(browser))
    const url = await answerAfter(
      browser,
      (query) => {
        query.delete('prompt')
        change(query)
      },
      { again: '1' },
    )
    expect(pageOf(await browser.ask(url))).toBe('/?signIn=identityProviderFailed')
    expect(panel.begun).toHaveLength(1)
  })
})

describe('the address to return to', () => {
  it.for([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    'evil',
    '',
    'javascript:alert(1)',
  ])('%j is refused', async (returnTo) => {
    const answer = await openBrowser().ask(signInPage({ returnTo }))
    expect(pageOf(answer)).toBe('/?signIn=invalidArgument')
    expect(answer.headers.getSetCookie()).toEqual([])
  })

  it.for(['/.//evil.example', '/@evil.example', '/x?u=//evil.example', '/%2F/evil.example'])(
    '%j stays with the panel',
    async (returnTo) => {
      const browser = openBrowser()
      const answer = await browser.ask(await answerFor(browser, { returnTo }))
      expect(new URL(answer.headers.get('location') ?? '').origin).toBe(panel.url)
    },
  )
})
