import { normalizeIP } from '@fastify/rate-limit'
import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from 'fastify'
import { Failure } from '#contract/enos/failure.ts'
import { panelHeaders } from '#contract/panel/panel-calls.ts'
import { isLoopbackHost } from '#service/is-loopback-host.ts'
import { builtIn } from '../people/built-in.ts'
import type { People } from '../people/open-people.ts'
import type { Asker, BeginSession, Identify } from '../people/ports.ts'
import type { FoundSession } from '../people/sessions.ts'
import type { IsSecure } from './is-secure.ts'

/** ms between looks for sessions that are past a limit, or were ended from beside. */
const sweepInterval = 10_000

export interface BrowserSessionParts {
  people: Pick<People, 'accounts' | 'sessions'>
  /** Whether people also sign in elsewhere: there is no built-in user then, though there be no account. */
  signInElsewhere: boolean
  /** The built-in user's. */
  personName: string
  isSecure: IsSecure
  logger: FastifyBaseLogger
}

/** Where a request counts: IPv6 by the network, whose addresses one machine takes as it likes. */
export const addressOf = ({ ip }: FastifyRequest): string => normalizeIP(ip, 64)

/** Sessions as browsers hold them: in a cookie that no script reads. */
export function createBrowserSessions(parts: BrowserSessionParts) {
  const { people, signInElsewhere, personName, isSecure, logger } = parts
  const { accounts, sessions } = people
  const alone: Asker = { person: builtIn(personName), signIn: null }

  /** Read anew each time: the first account that is added ends the built-in user at once. */
  const isAlone = (): boolean => !signInElsewhere && !accounts.any()

  // The prefix makes browsers refuse it from anybody but this host over TLS.
  const cookieName = (request: FastifyRequest): string => (isSecure(request) ? '__Host-setpoint' : 'setpoint')
  // A strict one would not come along on the way back from an identity provider.
  const cookieOf = (request: FastifyRequest) =>
    ({ path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(request) }) as const
  const tokenIn = (request: FastifyRequest): string | undefined => request.cookies[cookieName(request)]

  /** Read once for each request, which asks several times. */
  const read = new WeakMap<FastifyRequest, { session: FoundSession | undefined }>()
  function found(request: FastifyRequest): FoundSession | undefined {
    const before = read.get(request)
    if (before) return before.session
    const token = tokenIn(request)
    const session = token === undefined ? undefined : sessions.find(token)
    read.set(request, { session })
    return session
  }

  const identify: Identify = (request) => {
    if (isAlone()) return alone
    const session = found(request)
    if (session) return session.asker
    throw new Failure('notSignedIn', 'sign in first')
  }

  const beginSession: BeginSession = async (request, reply, person, proof) => {
    const { ip } = request
    const { token, asker } = await sessions.begin(person, ip, { oldToken: tokenIn(request), proof })
    reply.setCookie(cookieName(request), token, cookieOf(request))
    logger.info({ person: person.id, kind: person.kind, address: ip }, 'signed in')
    if (!isSecure(request) && !isLoopbackHost(ip)) {
      logger.warn({ address: ip }, 'signed in over plain HTTP: whoever is on the way can take the session over')
    }
    return asker
  }

  /** Ends the asker's session, or all of theirs. */
  async function end(request: FastifyRequest, reply: FastifyReply, everywhere: boolean): Promise<void> {
    const session = found(request)
    if (!session) return
    if (everywhere) await sessions.endAllOf(session)
    else await sessions.end(session.id)
    // The next to sign in here may be another person, whom the identity provider does not know yet: see hasEnded.
    if (session.kind === 'oidc') reply.setCookie(cookieName(request), 'ended', cookieOf(request))
    else reply.clearCookie(cookieName(request), cookieOf(request))
    logger.info({ person: session.personId, address: request.ip, everywhere }, 'signed out')
  }

  async function sweep(): Promise<void> {
    for (const { person, address, why } of await sessions.sweep())
      logger.info({ person, address, why }, 'session ended')
  }
  const timer = setInterval(() => {
    sweep().catch((error: unknown) => logger.error({ err: error }, 'ending old sessions failed'))
  }, sweepInterval)
  timer.unref()

  return {
    identify,
    beginSession,
    end,
    isAlone,
    /** Whether this browser had a session that is over. */
    hasEnded: (request: FastifyRequest): boolean => tokenIn(request) !== undefined && found(request) === undefined,
    /** @returns who asks now as they are later, whatever token they have then; undefined when their session is over. */
    watch(request: FastifyRequest): () => Asker | undefined {
      const session = found(request)
      return () => (isAlone() ? alone : session && sessions.findById(session.id)?.asker)
    },
    /** Whose requests count together. */
    keyOf: (request: FastifyRequest): string => {
      const session = found(request)
      return session ? `session ${session.id}` : addressOf(request)
    },
    /** Takes a call for a sign that a person is there, where it is one. */
    async attended(request: FastifyRequest): Promise<void> {
      if (request.routeOptions.config.unattended || request.headers[panelHeaders.unattended] !== undefined) return
      const session = found(request)
      if (!session) return
      try {
        await sessions.seen(session)
      } catch (error) {
        // A full disk keeps nobody from looking; their session only ends earlier.
        logger.error({ err: error }, 'noting that a person is there failed')
      }
    },
    stop: (): void => clearInterval(timer),
  }
}
export type BrowserSessions = ReturnType<typeof createBrowserSessions>
