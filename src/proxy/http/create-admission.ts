import type { FastifyInstance } from 'fastify'
import type { Readiness } from '#service/readiness.ts'

/**
 * Lets calls in when the server is ready for them: those that come before wait, those that come while it stops are
 * turned away. What tells of the program itself (`config.always`) is answered all the time, and says which it is.
 */
export function createAdmission(app: FastifyInstance, readiness: Pick<Readiness, 'begin' | 'end'>) {
  let admit = (): void => {}
  let refuse = (_error: unknown): void => {}
  let isStopping = false
  const open = new Promise<void>((resolve, reject) => {
    admit = resolve
    refuse = reject
  })
  // Nobody may be waiting when it is refused.
  open.catch(() => {})

  app.addHook('onRequest', async ({ routeOptions }, reply) => {
    if (routeOptions.config.always) return
    await open
    if (isStopping) return reply.code(503).send('The server is stopping: nothing was sent.\n')
  })
  // A connection that is kept would keep the server open after its last answer.
  app.addHook('onSend', async (_request, reply) => {
    if (isStopping) reply.header('connection', 'close')
  })

  return {
    begin(): void {
      readiness.begin()
      admit()
    },
    /** The start failed: whoever waits is told. */
    refuse: (error: unknown): void => refuse(error),
    end(): void {
      isStopping = true
      readiness.end()
    },
  }
}
