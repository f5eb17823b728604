import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a proxy of the plant's network does with the stream of events. */
export type EventStreams = 'passes' | 'buffers' | 'refuses'

/** A proxy between browser and server that can be told what to do. */
export async function startFront(serverUrl: () => string) {
  let streams: EventStreams = 'passes'
  let isDown = false
  const server = createServer((question, answer) => {
    if (isDown) return void answer.destroy()
    const isStream = question.url?.startsWith('/api/events') ?? false
    if (isStream && streams === 'refuses') return void answer.writeHead(503).end('<h1>Service unavailable</h1>')
    const { method, url, headers } = question
    const passed = request(new URL(url ?? '/', serverUrl()), { method, headers }, (response) => {
      // A buffer that waits for the end of a stream waits for ever.
      if (isStream && streams === 'buffers') return void response.resume()
      answer.writeHead(response.statusCode ?? 502, response.headers)
      response.pipe(answer)
    })
    passed.on('error', () => answer.destroy())
    answer.on('close', () => passed.destroy())
    question.pipe(passed)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const cut = () => server.closeAllConnections()
  return {
    url: `http://127.0.0.1:${port}`,
    setStreams(next: EventStreams): void {
      streams = next
      cut()
    },
    setDown(next: boolean): void {
      isDown = next
      cut()
    },
    async stop(): Promise<void> {
      cut()
      server.close()
      await once(server, 'close')
    },
  }
}
