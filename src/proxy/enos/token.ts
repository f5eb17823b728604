import { endpoints } from '#contract/enos/endpoints.ts'
import type { Envelope } from '#contract/enos/envelope.ts'
import { Failure } from '#contract/enos/failure.ts'
import { failureNamed, failures } from '#contract/enos/failures.ts'
import type { Exchange } from './exchange.ts'
import { readAnswer } from './read-answer.ts'
import { type Application, tokenBody } from './sign.ts'

/** ms before its end at which a token is renewed (§4.4). */
const renewBefore = 5 * 60_000
/** ms; while a token lasts, EnOS hands out the same one again (§4.1): do not ask for it at every call. */
const renewEvery = 30_000
/** ms */
const timeout = 15_000

interface Token {
  text: string
  renewTime: number
}

/** Whatever goes wrong here, the call that needs the token has not left: no failure may say otherwise. */
const beforeSending = (error: unknown): unknown => {
  if (!(error instanceof Failure) || failures[error.failure].delivery === 'notSent') return error
  const failure = error.failure === 'connectionLost' ? 'gatewayUnreachable' : 'tokenInternal'
  return new Failure(failure, error.message, { cause: error })
}

/** The access token of the application (§4.1), fetched once for all who ask at the same time. */
export function createToken(address: string, application: Application, exchange: Exchange['exchange']) {
  let token: Token | undefined
  let fetching: Promise<string> | undefined
  let lastTimestamp = 0

  async function askForToken(): Promise<Envelope> {
    // A repeated `encryption` is refused (§4.1): no two calls share a millisecond.
    lastTimestamp = Math.max(Date.now(), lastTimestamp + 1)
    const { method, path } = endpoints.getToken
    return readAnswer(
      await exchange({
        method,
        url: new URL(address + path),
        headers: {},
        body: tokenBody(application, lastTimestamp),
        timeout,
        alone: true,
      }),
    )
  }

  async function fetchToken(): Promise<string> {
    const first = await askForToken()
    // Another program of the same application may have asked within the same millisecond.
    const isTaken = first.code === failures.repeatedEncryption.code
    const answer = isTaken ? await askForToken() : first
    if (answer.code !== 0) {
      throw new Failure(failureNamed(answer.code, 'token', 'command') ?? 'tokenInternal', answer.msg)
    }
    const read = endpoints.getToken.data.safeParse(answer.data)
    if (!read.success) throw new Failure('tokenInternal', 'the token service answered without a token')
    const now = Date.now()
    const end = now + read.data.expire * 1000
    token = { text: read.data.accessToken, renewTime: Math.min(end, Math.max(end - renewBefore, now + renewEvery)) }
    return token.text
  }

  function share(): Promise<string> {
    fetching ??= fetchToken()
      .catch((error) => {
        throw beforeSending(error)
      })
      .finally(() => {
        fetching = undefined
      })
    return fetching
  }

  return {
    /** @throws Failure that says "not sent", always. */
    current(): Promise<string> {
      return token && Date.now() < token.renewTime ? Promise.resolve(token.text) : share()
    },
    /** A token after `rejected` was turned away; another caller may have fetched it already. */
    after(rejected: string): Promise<string> {
      if (token?.text === rejected) token = undefined
      return this.current()
    },
  }
}
