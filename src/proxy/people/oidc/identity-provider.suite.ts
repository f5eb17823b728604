import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type ClientMetadata, Provider } from 'oidc-provider'

export interface Register {
  redirectUri: string
  /** Absent for a public client. */
  clientSecret?: string
  /** How the client proves itself; `client_secret_basic` is what OpenID Connect takes without a word. */
  method?: 'client_secret_basic' | 'client_secret_post'
}

/** Who sits before the provider's own sign-in page, and what becomes of it. */
interface Person {
  sub: string
  claims: Record<string, unknown>
  /** Seconds since the epoch; now where it is left out. */
  signedInAt?: number
  /** The OAuth error with which the provider ends the question instead. */
  refusal?: string
}

interface State {
  person: Person
  /** How often somebody signed in at its page. */
  signIns: number
  /** Every path that was asked for. */
  asked: string[]
  /** Whether it publishes another key than it signs with, as somebody on the way would. */
  hasOtherKey: boolean
  /** Whether it takes questions and answers none. Its port stays its own: one that is given up may be another's at once. */
  isAway: boolean
}

/** Who sits there where nothing else is said. */
export const ann: Person = { sub: 'ann', claims: { name: 'Ann Other', groups: ['shift'] } }

export const clientId = 'setpoint'

/** The name that the provider gives its key where it is configured with none. */
const keyId = 'keystore-CHANGE-ME'
/** A number in the place of a key, so that nobody waits for one to be found: it fits no signature. */
const otherKey = JSON.stringify({
  keys: [
    { kty: 'RSA', n: Buffer.alloc(256, 0xab).toString('base64url'), e: 'AQAB', kid: keyId, use: 'sig', alg: 'RS256' },
  ],
})

function providerFor(issuer: string, person: () => Person, client: Register): Provider {
  const { redirectUri, clientSecret, method = 'client_secret_basic' } = client
  const metadata: ClientMetadata = {
    client_id: clientId,
    redirect_uris: [redirectUri],
    ...(clientSecret
      ? { client_secret: clientSecret, token_endpoint_auth_method: method }
      : { token_endpoint_auth_method: 'none' }),
  }
  return new Provider(issuer, {
    clients: [metadata],
    clientAuthMethods: clientSecret ? [method] : ['none'],
    cookies: { keys: ['only a test'] },
    features: { devInteractions: { enabled: false } },
    claims: { openid: ['sub'], profile: ['name', 'preferred_username', 'groups'], email: ['email', 'email_verified'] },
    pkce: { required: () => true },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, AuthorizationCode: 60, IdToken: 600 },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ ...person().claims, sub }) }),
    // Nobody is asked for their consent. One grant for a session: another would void the codes of the one before.
    async loadExistingGrant({ oidc }) {
      const given = await oidc.provider.Grant.find(oidc.session?.grantIdFor(clientId) ?? '')
      if (given) return given
      const grant = new oidc.provider.Grant({ clientId, accountId: oidc.session?.accountId ?? '' })
      grant.addOIDCScope('openid profile email')
      await grant.save()
      return grant
    },
  })
}

/** A real OpenID provider on a free port of 127.0.0.1, whose sign-in page lets {@link Person} in at once. */
export async function startIdentityProvider() {
  let provider: Provider | undefined
  const state: State = { person: ann, signIns: 0, asked: [], hasOtherKey: false, isAway: false }

  async function interact(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { sub, signedInAt, refusal } = state.person
    if (refusal) return provider.interactionFinished(request, response, { error: refusal })
    state.signIns++
    const login = { accountId: sub, ...(signedInAt ? { ts: signedInAt } : {}) }
    return provider.interactionFinished(request, response, { login })
  }

  const server: Server = createServer((request, response) => {
    const path = request.url?.split('?', 1).join() ?? ''
    state.asked.push(path)
    if (state.isAway) request.socket.destroy()
    else if (!provider) response.writeHead(503).end('not yet')
    else if (path === '/jwks' && state.hasOtherKey) response.setHeader('content-type', 'application/json').end(otherKey)
    else if (path.startsWith('/interaction/')) void interact(provider, request, response)
    else void provider.callback()(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const bound = typeof address === 'object' && address ? address.port : 0
  const issuer = `http://127.0.0.1:${bound}`

  return Object.assign(state, {
    issuer,
    port: bound,
    /** Makes the panel known, as its administrator does; until then the provider is out of order. */
    register(client: Register): void {
      provider = providerFor(issuer, () => state.person, client)
    },
    async stop(): Promise<void> {
      server.close()
      server.closeAllConnections()
      if (server.listening) await once(server, 'close')
    },
  })
}
export type TestIdentityProvider = Awaited<ReturnType<typeof startIdentityProvider>>
