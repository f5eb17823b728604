import fastifyCookie from '@fastify/cookie'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { Failure } from '#contract/enos/failure.ts'
import { panelEndpoints } from '#contract/panel/panel-endpoints.ts'
import type { SignInElsewhere } from '../people/oidc/sign-in-elsewhere.ts'
import { transactionTime } from '../people/oidc/transactions.ts'
import type { BeginSession } from '../people/ports.ts'
import { parseArgument, readQuery } from './read-call.ts'

export interface OidcParts {
  signIn: SignInElsewhere
  beginSession: BeginSession
  /** The panel's origin as browsers know it, `https://panel.example`; where it is set, the provider sends them back there. */
  panelUrl: string | undefined
  /** Else there: the address that the proxy listens at. */
  boundUrl: () => string
}

/** Sign-in at the identity provider. A person's browser goes through these pages, so they never answer with JSON. */
export function oidcRoutes(app: FastifyInstance, { signIn, beginSession, panelUrl, boundUrl }: OidcParts): void {
  const { signInElsewhere, signedInElsewhere } = panelEndpoints
  const origin = () => panelUrl ?? boundUrl()
  const isSecure = () => origin().startsWith('https:')
  // One for each sign-in under way, so that two tabs do not disturb each other. Nobody but this host sets a `__Host-` one.
  const cookieName = (state: string) => `${isSecure() ? '__Host-' : ''}setpoint-oidc-${state.slice(0, 16)}`

  function keep(reply: FastifyReply, state: string, kept: string, maxAge: number): void {
    const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(), maxAge } as const
    reply.header('set-cookie', fastifyCookie.serialize(cookieName(state), kept, options))
  }

  const leave = (reply: FastifyReply, address: string): FastifyReply =>
    reply.header('cache-control', 'no-store').redirect(address, 302)

  /** @param error its cause stays out of the log: what came from the provider may hold a code. */
  function leaveWith(reply: FastifyReply, error: unknown): FastifyReply {
    const { failure, message } =
      error instanceof Failure ? error : new Failure('internalError', error instanceof Error ? error.message : '')
    reply.log.warn({ failure, reason: message, address: reply.request.ip }, 'sign-in elsewhere failed')
    return leave(reply, `${origin()}/?signIn=${failure}`)
  }

  app.get(signInElsewhere.path, { config: { openTo: 'everybody' } }, async (request, reply) => {
    try {
      const { returnTo, again } = parseArgument(signInElsewhere.query, readQuery(request.url))
      // The provider comes back to 127.0.0.1 though the browser may have come to localhost: its cookie must be of there.
      if (!panelUrl && request.host !== new URL(boundUrl()).host) return leave(reply, `${boundUrl()}${request.url}`)

      const begun = await signIn.begin(`${origin()}${signedInElsewhere.path}`, { returnTo, again: again === '1' })
      keep(reply, begun.state, begun.kept, transactionTime / 1000)
      return leave(reply, begun.address)
    } catch (error) {
      return leaveWith(reply, error)
    }
  })

  app.get(signedInElsewhere.path, { config: { openTo: 'everybody' } }, async (request, reply) => {
    try {
      const answer = new URL(request.url, origin())
      const state = answer.searchParams.get('state') ?? ''
      const kept = fastifyCookie.parse(request.headers.cookie ?? '')[cookieName(state)]
      if (kept !== undefined) keep(reply, state, '', 0)

      const { person, proof, returnTo } = await signIn.finish(answer, kept ?? '')
      await beginSession(request, reply, person, proof)
      return leave(reply, new URL(returnTo, origin()).href)
    } catch (error) {
      return leaveWith(reply, error)
    }
  })
}
