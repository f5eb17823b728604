import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { permissionToSetSchema } from '#contract/panel/permission-to-set.ts'
import { sessionSchema } from '#contract/panel/session.ts'
import { type Browser, openBrowser } from '../people/oidc/browser.suite.ts'
import { ann, startIdentityProvider, type TestIdentityProvider } from '../people/oidc/identity-provider.suite.ts'
import { oidcConfigFor } from '../people/oidc/oidc-panel.suite.ts'
import { newDirectory, runProxy } from '../running-proxy.suite.ts'
import { type ScriptedGateway, startScriptedGateway } from '../scripted-gateway.suite.ts'

const policyFile = join(newDirectory(), 'policy.json')
const write = (grants: object[]) =>
  writeFileSync(
    policyFile,
    JSON.stringify({ grants, pointClasses: [{ rule: 'set points', points: ['p'], class: 'critical' }] }),
  )
const grant = (value: string, role: string) => ({ claim: 'groups', value, role })

let gateway: ScriptedGateway
let provider: TestIdentityProvider
let proxy: Awaited<ReturnType<typeof runProxy>>

beforeAll(async () => {
  write([grant('shift', 'engineer'), grant('office', 'viewer')])
  gateway = await startScriptedGateway()
  provider = await startIdentityProvider()
  proxy = await runProxy(gateway.address, { policyFile, oidc: oidcConfigFor(provider.issuer) })
  provider.register({ redirectUri: `${proxy.url}/api/sign-in/oidc/callback` })
})
afterAll(async () => {
  await proxy.stop()
  await provider.stop()
  await gateway.stop()
})

const signIn = async (browser: Browser, query = ''): Promise<string> => {
  const isPanel = ({ origin, pathname }: URL) => origin === proxy.url && !pathname.startsWith('/api/')
  const { url } = await browser.go(`${proxy.url}/api/sign-in/oidc?returnTo=%2Foperations${query}`, isPanel)
  return `${url.pathname}${url.search}`
}
const statusOf = async (browser: Browser) => (await browser.ask(`${proxy.url}/api/session`)).status
const sessionOf = async (browser: Browser) =>
  sessionSchema.parse(await (await browser.ask(`${proxy.url}/api/session`)).json())
const mayPass = async (browser: Browser) => {
  const answer = await browser.ask(`${proxy.url}/api/permission-to-set?assetId=Ab3dE9xQ&measurepointId=p`)
  return permissionToSetSchema.parse(await answer.json())
}

it('a browser that asks too often is led to the panel, and shown no JSON', async () => {
  const change = { policyFile, oidc: oidcConfigFor(provider.issuer), requestsPerMinute: 2 }
  const busy = await runProxy(gateway.address, change)
  const ask = () => fetch(`${busy.url}/api/sign-in/oidc`, { redirect: 'manual' })
  for (let times = 0; times < 2; times++) await ask()
  const { status, headers } = await ask()
  expect([status, headers.get('location')]).toEqual([302, `${busy.url}/?signIn=tooManyRequests`])
  await busy.stop()
})

describe('a panel whose people sign in at an identity provider', () => {
  it('lets nobody in before, and says where to go', async () => {
    const browser = openBrowser()
    expect(await statusOf(browser)).toBe(401)
    expect(await (await browser.ask(`${proxy.url}/api/sign-in`)).json()).toEqual({
      local: false,
      oidc: 'Plant accounts',
    })
  })

  it('begins a session with what the provider says, under a cookie that scripts cannot read', async () => {
    provider.person = ann
    const browser = openBrowser()
    expect(await signIn(browser)).toBe('/operations')
    const { person, signIn: since } = await sessionOf(browser)
    expect(person).toEqual({ id: 'oidc:ann', name: 'Ann Other', role: 'engineer', assetIds: [], kind: 'oidc' })
    expect(Math.abs((since?.time ?? 0) - Date.now())).toBeLessThan(60_000)
    expect(browser.cookieNames('127.0.0.1').filter((name) => name.includes('setpoint'))).toEqual(['setpoint'])
  })

  it('gives a signed-in person of whom the policy says nothing no session', async () => {
    provider.person = { sub: 'eve', claims: { groups: ['kitchen'] } }
    const browser = openBrowser()
    expect(await signIn(browser)).toBe('/?signIn=noRole')
    expect(await statusOf(browser)).toBe(401)
  })

  it('takes a sign-in of long ago at the provider for what it is, until they sign in again', async () => {
    provider.person = { ...ann, signedInAt: Math.floor(Date.now() / 1000) - 3600 }
    const browser = openBrowser()
    await signIn(browser)
    const { signIn: before } = await sessionOf(browser)
    expect(before?.time).toBeLessThan(Date.now() - 3_599_000)
    expect(before?.endTime).toBeGreaterThan(Date.now() + 11 * 3_600_000)
    expect(await mayPass(browser)).toMatchObject({ allowed: false, pointClass: 'critical' })

    provider.person = ann
    // Without being asked, the provider would tell the same again.
    await signIn(browser)
    expect(await mayPass(browser)).toMatchObject({ allowed: false })
    expect(await signIn(browser, '&again=1')).toBe('/operations')
    expect(await mayPass(browser)).toMatchObject({ allowed: true })
  })

  it('makes another cookie at every sign-in: one that was known before is worth nothing', async () => {
    provider.person = ann
    const browser = openBrowser()
    await signIn(browser)
    const known = browser.cookie('127.0.0.1', 'setpoint')
    await signIn(browser)
    expect(browser.cookie('127.0.0.1', 'setpoint')).not.toBe(known)
    const { status } = await fetch(`${proxy.url}/api/session`, { headers: { cookie: `setpoint=${known}` } })
    expect(status).toBe(401)
  })

  it('ends the session when they sign out, and has the provider ask who signs in next, though it still knows them', async () => {
    provider.person = ann
    const browser = openBrowser()
    await signIn(browser)
    await browser.ask(`${proxy.url}/api/sign-out`, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    })
    expect(await statusOf(browser)).toBe(401)

    // The next to sign in at this browser may be another person.
    const { signIns } = provider
    provider.person = { sub: 'bob', claims: { name: 'Bob', groups: ['office'] } }
    expect(await signIn(browser)).toBe('/operations')
    expect(provider.signIns).toBe(signIns + 1)
    expect((await sessionOf(browser)).person).toMatchObject({ id: 'oidc:bob', role: 'viewer' })
  })

  it('follows a change of the policy’s grants in sessions that live', async () => {
    provider.person = { ...ann, claims: { groups: ['office'] } }
    const browser = openBrowser()
    await signIn(browser)
    expect((await sessionOf(browser)).person.role).toBe('viewer')
    write([grant('office', 'operator')])
    await expect.poll(async () => (await sessionOf(browser)).person.role).toBe('operator')
    write([grant('shift', 'engineer')])
    await expect.poll(() => statusOf(browser)).toBe(401)
  })
})
