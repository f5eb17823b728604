import type { FastifyInstance } from 'fastify'

/** Lets calls wait until `open` is called; what answers always does not wait. */
export function holdBack(server: FastifyInstance): { open(): void } {
  let isOpen = false
  const held: (() => void)[] = []
  server.addHook('onRequest', (request, _reply, done) => {
    if (isOpen || request.routeOptions.config.always) done()
    else held.push(done)
  })
  return {
    open(): void {
      isOpen = true
      for (const goOn of held.splice(0)) goOn()
    },
  }
}
