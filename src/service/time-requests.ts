import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Figures } from './create-figures.ts'

/**
 * Measures every request by its route, never by its address, which anybody may make up.
 * @param isEndless of a request whose answer lasts as long as its reader stays.
 */
export function timeRequests(
  app: FastifyInstance,
  { httpSeconds }: Pick<Figures, 'httpSeconds'>,
  isEndless: (request: FastifyRequest) => boolean = () => false,
): void {
  app.addHook('onResponse', (request, { statusCode, elapsedTime }, done) => {
    const { url: route = 'none' } = request.routeOptions
    const status = `${Math.floor(statusCode / 100)}xx`
    if (!isEndless(request)) httpSeconds.observe({ route, status }, elapsedTime / 1000)
    done()
  })
}
