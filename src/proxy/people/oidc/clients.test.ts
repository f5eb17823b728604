import { afterEach, describe, expect, it } from 'vitest'
import { openBrowser } from './browser.suite.ts'
import { type Register, startIdentityProvider } from './identity-provider.suite.ts'
import type { OidcConfig } from './oidc-config.ts'
import { oidcConfigFor, startOidcPanel } from './oidc-panel.suite.ts'

const opened: { stop(): Promise<unknown> }[] = []
afterEach(async () => {
  for (const one of opened.splice(0)) await one.stop()
})

async function open(register: Omit<Register, 'redirectUri'>, change: Partial<OidcConfig> = {}) {
  const provider = await startIdentityProvider()
  const panel = await startOidcPanel(oidcConfigFor(provider.issuer, change))
  opened.push(provider, panel)
  provider.register({ ...register, redirectUri: panel.redirectUri })
  const signIn = async () => {
    const { url } = await openBrowser().go(
      `${panel.url}/api/sign-in/oidc?returnTo=%2Fdone`,
      ({ pathname, search }) => pathname === '/done' || search.startsWith('?signIn='),
    )
    return `${url.pathname}${url.search}`
  }
  return { provider, panel, signIn }
}

const clientSecret = 'a very secret secret of a client: with & signs +%'
const failed = '/?signIn=identityProviderFailed'

describe('the panel proves itself to the provider', () => {
  it.for(['client_secret_basic', 'client_secret_post'] as const)('by %s, as the provider offers it', async (method) => {
    const { signIn, panel } = await open({ clientSecret, method }, { clientSecret })
    expect(await signIn()).toBe('/done')
    expect(panel.log.join('')).not.toContain('very secret')
  })

  it('with nothing but its challenge where it is a public client', async () => {
    const { signIn } = await open({})
    expect(await signIn()).toBe('/done')
  })

  it('in vain with another secret, which the log does not tell', async () => {
    const { signIn, panel } = await open({ clientSecret }, { clientSecret: 'another secret of this client' })
    expect(await signIn()).toBe(failed)
    const log = panel.log.join('')
    expect(log).toContain('invalid_client')
    expect(log).not.toMatch(/another secret|very secret/)
  })
})

describe('a provider that cannot be used', () => {
  it('does not keep the panel from starting, and is asked again at the next sign-in', async () => {
    const provider = await startIdentityProvider()
    provider.isAway = true
    const panel = await startOidcPanel(oidcConfigFor(provider.issuer))
    opened.push(provider, panel)
    const start = `${panel.url}/api/sign-in/oidc?returnTo=%2Fdone`
    const page = async () => (await openBrowser().ask(start)).headers.get('location')
    expect(await page()).toBe(`${panel.url}${failed}`)
    expect(panel.log.join('')).toContain('socket hang up')

    provider.isAway = false
    // It is there, but not yet in order.
    expect(await page()).toBe(`${panel.url}${failed}`)

    provider.register({ redirectUri: panel.redirectUri })
    const { url } = await openBrowser().go(start, ({ pathname }) => pathname === '/done')
    expect(url.pathname).toBe('/done')
  })

  it('is asked who it is once, as long as it answers', async () => {
    const { signIn, provider } = await open({})
    for (let times = 0; times < 3; times++) expect(await signIn()).toBe('/done')
    const asked = (path: string) => provider.asked.filter((one) => one === path).length
    expect([asked('/.well-known/openid-configuration'), asked('/jwks'), asked('/token')]).toEqual([1, 1, 3])
  })

  it('is one whose id token is signed with another key than it publishes', async () => {
    const { provider, panel, signIn } = await open({})
    provider.hasOtherKey = true
    expect(await signIn()).toBe(failed)
    expect(panel.log.join('')).toContain('signature')
    // Whoever was on the way has gone.
    provider.hasOtherKey = false
    expect(await signIn()).toBe('/done')
  })

  it('may go while a person is there', async () => {
    const { provider, panel } = await open({})
    const browser = openBrowser()
    const start = `${panel.url}/api/sign-in/oidc`
    const { url } = await browser.go(start, ({ pathname }) => pathname.endsWith('/callback'))
    provider.isAway = true
    const answer = await browser.ask(url)
    expect(answer.headers.get('location')).toBe(`${panel.url}${failed}`)
    expect(panel.begun).toEqual([])
  })

  it('is one that calls itself otherwise than the settings', async () => {
    const provider = await startIdentityProvider()
    const panel = await startOidcPanel(oidcConfigFor(`http://localhost:${provider.port}`))
    opened.push(provider, panel)
    provider.register({ redirectUri: panel.redirectUri })
    const answer = await openBrowser().ask(`${panel.url}/api/sign-in/oidc`)
    expect(answer.headers.get('location')).toBe(`${panel.url}${failed}`)
    expect(panel.log.join('')).toContain('issuer')
  })
})

it('people of whom the provider tells without end are not let in', async () => {
  const { provider, signIn, panel } = await open({})
  const groups = ['shift', ...Array.from({ length: 5000 }, (_, index) => `a group with a long name ${index}`)]
  provider.person = { sub: 'bob', claims: { groups } }
  expect(await signIn()).toBe(failed)
  expect(panel.begun).toEqual([])
})

it('people are called by the claim that the settings name', async () => {
  const { provider, signIn, panel } = await open({}, { nameClaim: 'preferred_username' })
  provider.person = { sub: 'bob', claims: { name: 'Bob', preferred_username: 'bob.b', groups: 'shift' } }
  expect(await signIn()).toBe('/done')
  expect(panel.begun).toMatchObject([{ person: { id: 'oidc:bob', name: 'bob.b', role: 'operator' } }])
})
