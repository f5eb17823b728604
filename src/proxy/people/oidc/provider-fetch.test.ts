import { createServer } from 'node:https'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { certificate } from '../../gateway-certificate.suite.ts'
import { startOutgoingProxy } from '../../outgoing-proxy.suite.ts'
import { oidcConfigFor, startOidcPanel } from './oidc-panel.suite.ts'

const asked: string[] = []
let issuer = ''
/** A provider behind TLS, as far as it says who it is. */
const server = createServer(certificate, (request, response) => {
  asked.push(request.url ?? '')
  response.writeHead(200, { 'content-type': 'application/json' }).end(
    JSON.stringify({
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
    }),
  )
})
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  issuer = `https://localhost:${typeof address === 'object' ? address?.port : ''}`
})
afterAll(() => {
  server.close()
  server.closeAllConnections()
})

const trusted = [certificate.cert]

async function begin(route: Parameters<typeof oidcConfigFor>[1]) {
  asked.length = 0
  const panel = await startOidcPanel(oidcConfigFor(issuer, route))
  const answer = await fetch(`${panel.url}/api/sign-in/oidc`, { redirect: 'manual' })
  await panel.stop()
  const location = new URL(answer.headers.get('location') ?? '')
  return { to: `${location.origin}${location.pathname}`, failure: location.searchParams.get('signIn'), log: panel.log }
}

it('a provider is believed by a certificate of the settings', async () => {
  expect(await begin({ route: { trusted } })).toMatchObject({ to: `${issuer}/auth` })
})

it('a provider whose certificate nobody vouches for is asked nothing', async () => {
  const { failure, log } = await begin({ route: {} })
  expect([failure, asked]).toEqual(['identityProviderFailed', []])
  expect(log.join('')).toMatch(/certificate/)
})

it('the outgoing proxy is used where the settings name one', async () => {
  const outgoing = await startOutgoingProxy(issuer)
  expect(await begin({ route: { trusted, outgoingProxy: outgoing.address } })).toMatchObject({ to: `${issuer}/auth` })
  expect(outgoing.asked.map(({ target }) => target)).toEqual([new URL(issuer).host])
  await outgoing.stop()
})

it('an outgoing proxy that refuses does not pass for the provider', async () => {
  const outgoing = await startOutgoingProxy(issuer, 403)
  const { failure, log } = await begin({ route: { trusted, outgoingProxy: outgoing.address } })
  expect([failure, asked]).toEqual(['identityProviderFailed', []])
  expect(log.join('')).toContain('outgoing proxy refused')
  await outgoing.stop()
})
