import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import type { Aedes, Client } from 'aedes'
import { createAnnouncedLength } from './announced-length.ts'

/**
 * Connections that may wait to be accepted, where the system allows it. Of more, the system lets each try again only after
 * a second, and longer the next time; after a loss of the network a whole fleet comes back at once.
 */
const mostKnocking = 8192

/** A whole PINGREQ, and the PINGRESP to it (MQTT 3.1.1 §3.12, §3.13). */
const [ping, pong] = [Buffer.from([0xc0, 0]), Buffer.from([0xd0, 0])]

export interface ConnectionWatch {
  /** Told of each connection, before anything of it is read. */
  accepted(): void
  /** Told of whatever comes from a peer, and when its connection is gone. */
  heard(client: Client): void
  gone(client: Client): void
  /** The longest packet that a peer may send, in bytes behind its fixed header. */
  longest(client: Client): number
  /** Told of one that announced more; it is cut off before anything of that is kept. */
  tooLong(client: Client, bytes: number): void
}

/**
 * Listens for devices and hands each connection to the broker. `stop` ends the broker and every connection,
 * also those that never said a word; the broker's clients are gone before the sockets.
 * @throws the system's error where host and port cannot be had; the broker is ended then.
 */
export async function acceptSockets(
  broker: Aedes,
  { host, port }: { host: string; port: number },
  { accepted, heard, gone, longest, tooLong }: ConnectionWatch,
): Promise<{ port: number; stop(): Promise<void> }> {
  const sockets = new Set<Socket>()
  // A device may switch MQTT's keep-alive off; TCP's finds a peer that vanished nevertheless.
  const server = createServer({ noDelay: true, keepAlive: true, keepAliveInitialDelay: 60_000 }, (socket) => {
    accepted()
    sockets.add(socket)
    const client = broker.handle(socket)
    socket.once('close', () => {
      sockets.delete(socket)
      gone(client)
    })
    const announced = createAnnouncedLength()
    // The broker takes from the socket with `read`, which tells whoever listens for data what it gave.
    socket.on('data', (chunk) => {
      heard(client)
      const bytes = announced.read(chunk)
      if (bytes <= longest(client)) return
      tooLong(client, bytes)
      socket.destroy()
    })
    // Pings are most of what a plant says that is at rest: they need nothing of the broker.
    const { read } = socket
    socket.read = (size) => {
      const mayBePing = client.connected && announced.isBetween() && socket.writable && !socket.writableNeedDrain
      const chunk = read.call(socket, size)
      if (!mayBePing || chunk?.length !== ping.length || !ping.equals(chunk)) return chunk
      socket.write(pong)
      return null
    }
  })
  server.listen({ port, host, backlog: mostKnocking })
  await once(server, 'listening').catch((error: unknown) => {
    broker.close()
    throw error
  })
  const address = server.address()
  return {
    port: address !== null && typeof address === 'object' ? address.port : port,
    async stop() {
      const closed = once(server, 'close')
      server.close()
      await new Promise<void>((resolve) => broker.close(resolve))
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}
