import { randomBytes } from 'node:crypto'
import type { BodyOf, DataOf } from '#contract/enos/endpoints.ts'
import { Failure } from '#contract/enos/failure.ts'
import { encryptionText } from '#contract/enos/signature.ts'
import type { Application } from '../registry/organisation.ts'
import type { StoredToken, TokenStore } from './ports.ts'
import { clockProblem, clockTolerance, proves } from './proof.ts'

/** Seconds that a new token lives (§4.1). */
const tokenLife = 7200
/** An expired token is remembered for a day, so that its user hears why it is refused. */
const expiredMemory = 24 * 3600_000

/** Hands out tokens and knows whose they are (§4.1). */
export function createTokenService(
  store: TokenStore,
  application: (accessKey: string) => Application | undefined,
  now: () => number,
) {
  /** @throws Failure unknownAppKey, wrongEncryption, tokenParameter or repeatedEncryption. */
  async function checkProof({ appKey, encryption, timestamp }: BodyOf<'getToken'>): Promise<void> {
    const caller = application(appKey)
    if (!caller) throw new Failure('unknownAppKey')
    if (!proves(encryption, encryptionText(appKey, timestamp, caller.secretKey))) throw new Failure('wrongEncryption')
    const problem = clockProblem(timestamp, now())
    if (problem) throw new Failure('tokenParameter', `timestamp: ${problem}`)
    for (const [accessToken, { expireTime }] of seen) if (expireTime < now() - expiredMemory) seen.delete(accessToken)
    await store.prune(now() - expiredMemory, now() - 2 * clockTolerance)
    if (!(await store.spend(encryption, now()))) throw new Failure('repeatedEncryption')
  }

  /** Tokens that calls came with: asked of the disk once, not at every call. Only this service writes them. */
  const seen = new Map<string, StoredToken>()
  function find(accessToken: string): StoredToken | undefined {
    const known = seen.get(accessToken) ?? store.find(accessToken)
    if (known) seen.set(accessToken, known)
    return known
  }

  const secondsLeft = ({ expireTime }: StoredToken): number => Math.floor((expireTime - now()) / 1000)

  /** From now on the token has its whole life before it. */
  async function begin(accessKey: string, accessToken: string): Promise<DataOf<'getToken'>> {
    const token = { accessToken, accessKey, expireTime: now() + tokenLife * 1000 }
    await store.save(token)
    seen.set(accessToken, token)
    return { accessToken, expire: tokenLife }
  }

  return {
    /** The valid token again, or a new one. A token of less than a second counts as expired. */
    async get(body: BodyOf<'getToken'>): Promise<DataOf<'getToken'>> {
      await checkProof(body)
      const current = store.newest(body.appKey)
      const expire = current ? secondsLeft(current) : 0
      if (current && expire > 0) return { accessToken: current.accessToken, expire }
      return begin(body.appKey, `APIM_${randomBytes(24).toString('base64url')}`)
    },

    /** The same token, with its whole life before it. */
    async refresh(body: BodyOf<'refreshToken'>): Promise<DataOf<'refreshToken'>> {
      await checkProof(body)
      const current = store.find(body.accessToken)
      if (!current || current.accessKey !== body.appKey || secondsLeft(current) <= 0) throw new Failure('tokenRefresh')
      return begin(current.accessKey, current.accessToken)
    },

    /** @throws Failure tokenExpired, or gatewayCredentials for a token that nobody was given. */
    owner(accessToken: string): Application {
      const token = find(accessToken)
      const caller = token && application(token.accessKey)
      if (!token || !caller) throw new Failure('gatewayCredentials', 'the access token is unknown')
      if (token.expireTime <= now()) throw new Failure('tokenExpired')
      return caller
    },
  }
}
export type TokenService = ReturnType<typeof createTokenService>
