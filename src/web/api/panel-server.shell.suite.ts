import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Changes } from '#contract/panel/event.ts'
import { exampleOperation } from '#contract/panel/example-operation.suite.ts'
import type { Operation } from '#contract/panel/operation.ts'

/** What stands between the panel and its server. */
export type Way =
  | 'open'
  /** Takes the stream and lets nothing of it through. */
  | 'buffers'
  /** 503 for the stream. */
  | 'refuses'
  /** Ends the stream after each event. */
  | 'drops'
  /** Lets hello through and nothing more, as a connection does that is gone without a word. */
  | 'falls silent'
  /** 401 for everything, as to a person whose session has ended. */
  | 'signs out'
  /** Breaks every connection. */
  | 'down'

/** The stream of changes and its understudy over real HTTP, behind a way that can be changed. */
export async function startPanelServer(heartbeat: number) {
  let way: Way = 'open'
  let revision = 0
  let operations = new Map<string, Operation>()
  const streams = new Set<ServerResponse>()
  const asked = { streams: 0, questions: 0, refused: 0 }

  const changedSince = (after: number) =>
    [...operations.values()].filter((one) => one.revision > after).sort((a, b) => a.revision - b.revision)
  /** Streams of which something was held back: what follows is held back too. */
  const heldBack = new WeakSet<ServerResponse>()
  const write = (stream: ServerResponse, name: string, data: unknown) => {
    if (way === 'buffers' || (way === 'falls silent' && name !== 'hello')) heldBack.add(stream)
    if (heldBack.has(stream) || stream.writableEnded) return
    stream.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`)
    if (way === 'drops') stream.end()
  }
  const afterOf = (url: URL) => (url.searchParams.has('after') ? Number(url.searchParams.get('after')) : undefined)

  const server = createServer((request, response) => {
    if (way === 'down') return void response.destroy()
    if (way === 'signs out') {
      asked.refused++
      return void response.writeHead(401).end()
    }
    const url = new URL(request.url ?? '', 'http://x')
    if (url.pathname === '/api/changes') {
      asked.questions++
      const after = afterOf(url) ?? revision
      const items = changedSince(after).slice(0, 3)
      const told: Changes = { items, revision: items.at(-1)?.revision ?? Math.min(after, revision), newest: revision }
      return void response.end(JSON.stringify(told))
    }
    asked.streams++
    if (way === 'refuses') return void response.writeHead(503).end('<html>not here</html>')
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })
    response.flushHeaders()
    write(response, 'hello', { revision })
    for (const operation of changedSince(afterOf(url) ?? revision)) write(response, 'operation', operation)
    streams.add(response)
    response.once('close', () => streams.delete(response))
  })
  const timer = setInterval(() => {
    for (const stream of streams) write(stream, 'alive', {})
  }, heartbeat)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo

  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    /** What a panel that missed nothing holds: id → revision. */
    held: () => new Map([...operations.values()].map((one) => [one.id, one.revision])),
    setWay(next: Way): void {
      way = next
      if (next === 'down' || next === 'signs out') server.closeAllConnections()
    },
    change(id: string): void {
      revision++
      operations.set(id, exampleOperation({ id, revision }))
      for (const stream of streams) write(stream, 'operation', operations.get(id))
    },
    /** The server comes back with another, shorter record. */
    forget(): void {
      revision = 0
      operations = new Map()
    },
    async stop(): Promise<void> {
      clearInterval(timer)
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
