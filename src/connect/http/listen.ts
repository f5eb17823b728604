import type { FastifyInstance } from 'fastify'

/** A server that listens, and how it ends. */
export interface Listening {
  /** `http://127.0.0.1:8790`. */
  url: string
  /** Takes no more calls when `done` has resolved; those that are still unanswered then lose their connection. */
  stop(done: Promise<unknown>): Promise<void>
}

/** For answers that are on their way to be written, ms. */
const lastWords = 500

/** @throws Error where the address cannot be had. */
export async function listen(server: FastifyInstance, host: string, port: number): Promise<Listening> {
  const url = await server.listen({ host, port })
  return {
    url,
    async stop(done) {
      // Till then whoever asks hears that the program is stopping, and a command that it is not sent.
      await done
      const closed = server.close()
      const idle = setInterval(() => server.server.closeIdleConnections(), 20)
      const deadline = setTimeout(() => server.server.closeAllConnections(), lastWords)
      await closed
      clearInterval(idle)
      clearTimeout(deadline)
    },
  }
}
