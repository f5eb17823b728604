import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Failure } from '#contract/enos/failure.ts'
import { panelEndpoints } from '#contract/panel/panel-endpoints.ts'
import type { SignInElsewhere } from '../people/oidc/sign-in-elsewhere.ts'
import { transactionTime } from '../people/oidc/transactions.ts'
import type { BrowserSessions } from './browser-sessions.ts'
import { parseArgument, readQuery } from './read-call.ts'

/** Sign-ins that a browser may have under way at once. */
const mostWaiting = 5

export interface OidcParts {
  signIn: SignInElsewhere
  sessions: Pick<BrowserSessions, 'beginSession' | 'hasEnded'>
  /** The panel's origin as browsers know it, `https://panel.example`; the provider sends them back there. */
  origin: () => string
}

/** Sign-in at the identity provider. A person's browser goes through these pages, so they never answer with JSON. */
export function oidcRoutes(app: FastifyInstance, { signIn, sessions, origin }: OidcParts): void {
  const { signInElsewhere, signedInElsewhere } = panelEndpoints
  const isSecure = () => origin().startsWith('https:')
  // One for each sign-in under way, so that two tabs do not disturb each other. Nobody but this host sets a `__Host-` one.
  const prefix = () => `${isSecure() ? '__Host-' : ''}setpoint-oidc-`
  const cookieName = (state: string) => `${prefix()}${state.slice(0, 16)}`

  const cookie = () => ({ path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure() }) as const

  const leave = (reply: FastifyReply, address: string): FastifyReply =>
    reply.header('cache-control', 'no-store').redirect(address, 302)

  /** Of whatever went wrong, also before a handler. The cause stays out of the log: what came from the provider may hold a code. */
  function errorHandler(error: Error, request: FastifyRequest, reply: FastifyReply): void {
    const { failure, message } = error instanceof Failure ? error : new Failure('internalError', error.message)
    request.log.warn({ failure, reason: message, address: request.ip }, 'sign-in elsewhere failed')
    leave(reply, `${origin()}/?signIn=${failure}`)
  }
  const options = { config: { openTo: 'everybody' }, errorHandler } as const

  app.get(signInElsewhere.path, options, async (request, reply) => {
    const asked = readQuery(request.url)
    const { returnTo, again } = parseArgument(signInElsewhere.query, asked)
    // Whoever came by another name of ours, as localhost, must keep the cookie under the one that the provider
    // comes back to. Once: a proxy in front may call us by a name of its own.
    if (request.host !== new URL(origin()).host && asked.moved === undefined) {
      return leave(reply, `${origin()}${signInElsewhere.path}?${new URLSearchParams({ ...asked, moved: '1' })}`)
    }
    // After a session that is over another person may sit here: the provider, which still knows the last, has to ask.
    const question = { returnTo, again: again === '1', ask: sessions.hasEnded(request) }
    const begun = await signIn.begin(`${origin()}${signedInElsewhere.path}`, question)
    // What was begun and left must not pile up until no request is short enough.
    const waiting = Object.keys(request.cookies).filter((name) => name.startsWith(prefix()))
    if (waiting.length >= mostWaiting) for (const name of waiting) reply.clearCookie(name, cookie())
    reply.setCookie(cookieName(begun.state), begun.kept, { ...cookie(), maxAge: transactionTime / 1000 })
    return leave(reply, begun.address)
  })

  app.get(signedInElsewhere.path, options, async (request, reply) => {
    const answer = new URL(request.url, origin())
    const state = answer.searchParams.get('state') ?? ''
    const kept = request.cookies[cookieName(state)]
    if (kept !== undefined) reply.clearCookie(cookieName(state), cookie())

    const { person, proof, returnTo } = await signIn.finish(answer, kept ?? '')
    await sessions.beginSession(request, reply, person, proof)
    return leave(reply, new URL(returnTo, origin()).href)
  })
}
