import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'

/** The lowest port that is looked at; below it much has a port of its own. */
const lowest = 10_000
/** Ports that lie between the beginnings of two processes which look at the same time. */
const apart = 32

/** The system gives ports from here on to whoever asks for any one, and to calls that leave. */
function lowestGiven(): number {
  try {
    const [low] = readFileSync('/proc/sys/net/ipv4/ip_local_port_range', 'utf8').trim().split(/\s+/)
    return Math.max(Number(low), lowest + 1000)
  } catch {
    // Of other systems the lowest.
    return 32_768
  }
}

async function listenAt(port: number): Promise<Server | null> {
  const server = createServer().listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
    return server
  } catch {
    return null
  }
}

/**
 * Ports for programs that are started later, or that come back to theirs: nobody else is given one of them by the system
 * meanwhile, as it might be with a port that it had given once and that is free again.
 * @param taken ports that are promised already, though nobody listens at them yet.
 */
export async function freePorts(count: number, taken: readonly number[] = []): Promise<number[]> {
  const size = lowestGiven() - lowest
  const servers: Server[] = []
  const ports: number[] = []
  for (let tried = 0; ports.length < count && tried < size; tried++) {
    const port = lowest + ((process.pid * apart + tried) % size)
    const server = taken.includes(port) ? null : await listenAt(port)
    if (!server) continue
    servers.push(server)
    ports.push(port)
  }
  for (const server of servers) {
    server.close()
    await once(server, 'close')
  }
  if (ports.length < count) throw new Error('there are no free ports')
  return ports
}
