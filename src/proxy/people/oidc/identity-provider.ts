import * as client from 'openid-client'
import type { OidcConfig } from './oidc-config.ts'
import type { Claims } from './person-of-claims.ts'
import { createProviderFetch } from './provider-fetch.ts'
import type { Transaction } from './transactions.ts'

/** Seconds for each call to the provider. */
const timeout = 10
/** Seconds; no condition, but a provider that is asked for an age tells when the person signed in (OpenID Connect Core §2). */
const anyAge = 365 * 86_400

/** The provider has said what it has to say: asking for its metadata again would change nothing. */
const isAnswer = (error: unknown): boolean => error instanceof client.AuthorizationResponseError

/** By the method that the provider offers: Basic is what one has that says nothing (OpenID Connect Discovery §3). */
function authenticationBy(secret: string | undefined): client.ClientAuth {
  if (secret === undefined) return client.None()
  const [basic, post] = [client.ClientSecretBasic(secret), client.ClientSecretPost(secret)]
  return (server, ...rest) => {
    const offered = server.token_endpoint_auth_methods_supported
    return (!offered || offered.includes('client_secret_basic') ? basic : post)(server, ...rest)
  }
}

/** Claims of the one answer, which say nothing of the person. */
const passing = ['nonce', 'at_hash', 'c_hash', 's_hash', 'jti', 'exp', 'iat', 'nbf', 'auth_time']

const lasting = (claims: Claims): Claims =>
  Object.fromEntries(Object.entries(claims).filter(([name]) => !passing.includes(name)))

export interface Proven {
  sub: string
  /** Of the userinfo and, counting more, the id token. */
  claims: Claims
  /** When the person signed in at the provider; ms since the epoch, 0 where it does not say. */
  time: number
}

/** The provider of the settings: asked who it is at the first use, and again after something went wrong. */
export function createIdentityProvider({ issuer, clientId, clientSecret, scopes, route }: OidcConfig) {
  let known: Promise<client.Configuration> | undefined

  async function withProvider<T>(use: (configuration: client.Configuration) => T | Promise<T>): Promise<T> {
    known ??= client.discovery(issuer, clientId, undefined, authenticationBy(clientSecret), {
      timeout,
      [client.customFetch]: createProviderFetch(route),
      execute: [
        client.enableNonRepudiationChecks,
        // The settings let no provider be named by http but one on this machine.
        ...(issuer.protocol === 'http:' ? [client.allowInsecureRequests] : []),
      ],
    })
    const used = known
    try {
      return await use(await used)
    } catch (error) {
      // Another sign-in may have asked anew in the meantime.
      if (known === used && !isAnswer(error)) known = undefined
      throw error
    }
  }

  return {
    /** Asks the provider who it is; throws what openid-client does where it does not tell. */
    discover: (): Promise<void> => withProvider(() => {}),

    /** Where the browser asks the provider who its person is. */
    addressFor: ({ state, nonce, verifier, again }: Transaction, redirectUri: string, ask: boolean): Promise<URL> =>
      withProvider(async (configuration) =>
        client.buildAuthorizationUrl(configuration, {
          redirect_uri: redirectUri,
          scope: scopes,
          state,
          nonce,
          code_challenge: await client.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
          ...(again || ask ? { prompt: 'login' } : {}),
          max_age: String(again ? 0 : anyAge),
        }),
      ),

    /**
     * What the provider says of the person, after all checks of the answer that `currentUrl` brings.
     * @throws what openid-client does where the answer is not to be trusted or does not come.
     */
    prove: (currentUrl: URL, { state, nonce, verifier, again, startTime }: Transaction): Promise<Proven> =>
      withProvider(async (configuration) => {
        const tokens = await client.authorizationCodeGrant(configuration, currentUrl, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
          // The question to sign in anew travels through the browser, where it can be taken out: only a time that the
          // provider signs, and that is after we asked, shows that somebody has. A provider must tell it then
          // (OpenID Connect Core §3.1.2.1).
          ...(again ? { maxAge: Math.ceil((Date.now() - startTime) / 1000) } : {}),
        })
        const idToken = tokens.claims()
        if (!idToken) throw new client.ClientError('the answer holds no id token')
        const { sub, auth_time: authTime } = idToken
        const { userinfo_endpoint: userinfo } = configuration.serverMetadata()
        const more = userinfo ? await client.fetchUserInfo(configuration, tokens.access_token, sub) : {}
        return {
          sub,
          claims: lasting({ ...more, ...idToken }),
          // A provider whose clock is fast must not make the proof last longer.
          time: authTime === undefined ? 0 : Math.min(authTime * 1000, Date.now()),
        }
      }),
  }
}
export type IdentityProvider = ReturnType<typeof createIdentityProvider>
