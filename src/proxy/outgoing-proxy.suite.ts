import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect, type Socket } from 'node:net'

/**
 * An outgoing HTTP proxy on a free port that tunnels every CONNECT to the gateway, whatever name was asked for.
 * @param refusal the HTTP status to refuse with instead.
 */
export async function startOutgoingProxy(gateway: string, refusal?: number) {
  const asked: { target: string; credentials: string | undefined }[] = []
  const sockets = new Set<Socket>()
  const server = createServer()
  server.on('connection', (socket) => sockets.add(socket))
  server.on('connect', (request, client: Socket) => {
    asked.push({ target: request.url ?? '', credentials: request.headers['proxy-authorization'] })
    client.on('error', () => {})
    if (refusal) return client.end(`HTTP/1.1 ${refusal} No\r\ncontent-length: 8\r\n\r\n{"code":0}`)
    const tunnel = connect(Number(new URL(gateway).port), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n')
      client.pipe(tunnel).pipe(client)
    })
    sockets.add(tunnel)
    tunnel.on('error', () => client.resetAndDestroy())
    // What the gateway cuts, the proxy cuts.
    tunnel.on('close', () => client.destroy())
    return tunnel
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    address: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    asked,
    async stop(): Promise<void> {
      server.close()
      for (const socket of sockets) socket.destroy()
      if (server.listening) await once(server, 'close')
    },
  }
}
