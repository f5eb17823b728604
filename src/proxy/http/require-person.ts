import type { FastifyInstance } from 'fastify'
import type { BrowserSessions } from './browser-sessions.ts'
import { pathOf } from './read-call.ts'

/** A path that is a call, whether a route answers it or not; the panel's own addresses are none. */
export const isCall = (url: string): boolean => /^\/(api|[a-z-]+-service)(\/|$)/.test(pathOf(url))

/**
 * Lets nobody through who is not known, but where a route says that it is open: a route that says nothing is not.
 * @throws Failure notSignedIn
 */
export function requirePerson(
  app: FastifyInstance,
  { identify, attended }: Pick<BrowserSessions, 'identify' | 'attended'>,
): void {
  app.addHook('onRequest', async (request) => {
    const { openTo } = request.routeOptions.config
    if (openTo === 'everybody') return
    const isPage = openTo === 'pages' || request.is404
    if (isPage && request.method === 'GET' && !isCall(request.url)) return
    identify(request)
    await attended(request)
  })
}
