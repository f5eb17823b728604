import { Writable } from 'node:stream'
import { pino } from 'pino'
import type { Grant } from '#contract/panel/policy.ts'
import type { Person } from '#contract/panel/session.ts'
import { createApp } from '../../http/create-app.ts'
import { oidcRoutes } from '../../http/oidc-routes.ts'
import { roleOf } from '../grants.ts'
import type { Proof } from '../ports.ts'
import { clientId } from './identity-provider.suite.ts'
import type { OidcConfig } from './oidc-config.ts'
import { createSignInElsewhere } from './sign-in-elsewhere.ts'

export const oidcConfigFor = (issuer: string, change: Partial<OidcConfig> = {}): OidcConfig => ({
  issuer: new URL(issuer),
  clientId,
  clientSecret: undefined,
  name: 'Plant accounts',
  scopes: 'openid profile email',
  nameClaim: undefined,
  route: {},
  ...change,
})

const operators: Grant = { claim: 'groups', value: 'shift', role: 'operator', assetIds: ['a1'] }

/** A panel's server with nothing but sign-in elsewhere, and what came of it. */
export async function startOidcPanel(config: OidcConfig, grants: Grant[] = [operators]) {
  const begun: { person: Person; proof: Proof | undefined }[] = []
  const log: string[] = []
  const lines = new Writable({
    write(line, _encoding, done) {
      log.push(String(line))
      done()
    },
  })
  let url = ''
  const app = await createApp(pino({ level: 'trace' }, lines), {
    host: '127.0.0.1',
    panelUrl: null,
    trustedProxies: [],
    tls: null,
  })
  oidcRoutes(app, {
    signIn: createSignInElsewhere(config, (claims) => roleOf(claims, grants)),
    sessions: {
      async beginSession(_request, reply, person, proof) {
        begun.push({ person, proof })
        reply.setCookie('session', 'begun', { path: '/' })
        return { person, signIn: null }
      },
      hasEnded: () => false,
    },
    origin: () => url,
  })
  url = await app.listen({ host: '127.0.0.1', port: 0 })
  return { url, begun, log, redirectUri: `${url}/api/sign-in/oidc/callback`, stop: () => app.close() }
}
