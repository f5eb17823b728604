import type { FastifyInstance } from 'fastify'

/** A server that listens, and how it ends. */
export interface Listening {
  /** `http://127.0.0.1:8790`. */
  url: string
  /** Takes no more calls; those in flight have `grace` ms to be answered, then their connections are closed. */
  stop(grace: number): Promise<void>
}

/** @throws Error where the address is taken. */
export async function listen(server: FastifyInstance, host: string, port: number): Promise<Listening> {
  const url = await server.listen({ host, port })
  return {
    url,
    async stop(grace) {
      const timer = setTimeout(() => server.server.closeAllConnections(), grace)
      await server.close()
      clearTimeout(timer)
    },
  }
}
