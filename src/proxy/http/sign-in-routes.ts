import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { panelEndpoints } from '#contract/panel/panel-endpoints.ts'
import type { Session } from '#contract/panel/session.ts'
import type { SignInWays } from '#contract/panel/sign-in.ts'
import type { People } from '../people/open-people.ts'
import { signInLocally } from '../people/sign-in-locally.ts'
import { addressOf, type BrowserSessions } from './browser-sessions.ts'
import { parseArgument } from './read-call.ts'
import { readJson } from './read-json.ts'
import { sendJson } from './write-failure.ts'

export interface SignInParts {
  people: Pick<People, 'accounts' | 'attempts' | 'passwords'>
  sessions: Pick<BrowserSessions, 'beginSession' | 'end' | 'identify'>
  /** What is the same for everybody. */
  session: Pick<Session, 'draftMaxAge' | 'gateways' | 'version'>
  /** The identity provider, as people call it; null where there is none. */
  elsewhere: SignInWays['oidc']
  /** Told when sessions have ended. */
  ended(): void
  logger: FastifyBaseLogger
}

/** Who asks, how to sign in with name and password, and how to sign out. */
export function signInRoutes(app: FastifyInstance, parts: SignInParts): void {
  const { people, sessions, session, elsewhere, ended, logger } = parts
  const { session: sessionEndpoint, signInWays, signIn, signOut } = panelEndpoints
  const openToAll = { config: { openTo: 'everybody' } } as const

  app.get(sessionEndpoint.path, { config: { unattended: true } }, (request, reply) => {
    const now: Session = { ...session, ...sessions.identify(request), time: Date.now() }
    return sendJson(reply, 200, JSON.stringify(now))
  })

  app.get(signInWays.path, openToAll, (_request, reply) => {
    const ways: SignInWays = { local: people.accounts.any(), oidc: elsewhere }
    return sendJson(reply, 200, JSON.stringify(ways))
  })

  app.post(signIn.path, openToAll, async (request, reply) => {
    const body = parseArgument(signIn.body, readJson(request.body))
    const refused = (why: string, person: string | null) =>
      logger.warn({ person, address: request.ip, why }, 'sign-in refused')
    const person = await signInLocally({ ...people, refused }, body, addressOf(request))
    const asker = await sessions.beginSession(request, reply, person)
    const now: Session = { ...session, ...asker, time: Date.now() }
    return sendJson(reply, 200, JSON.stringify(now))
  })

  app.post(signOut.path, async (request, reply) => {
    const { everywhere } = parseArgument(signOut.body, request.body === undefined ? {} : readJson(request.body))
    await sessions.end(request, reply, everywhere)
    ended()
    return sendJson(reply, 200, '{}')
  })
}
