import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { freePorts } from '../../scripts/free-ports.ts'

/** Which way bytes go: `there` from the one who connected to the one who listens. */
export type Way = 'there' | 'back'

/** Something that was done to connections, in ms of `realTime`. */
export interface Trouble {
  link: string
  kind: 'cut' | 'delay' | 'halfOpen' | 'refuse'
  from: number
  to: number
  /** Who was on the other end, as far as the first bytes told; null for all. */
  names: string[] | null
}

/** ms since the epoch by the machine's clock at the start: no jump of any clock moves it. */
export const realTime = (): number => performance.timeOrigin + performance.now()

interface Line {
  name: string
  near: Socket
  far: Socket
  /** Ways on which bytes are lost without a word. */
  deaf: Set<Way>
  destroy(reset: boolean): void
}

/**
 * A TCP relay whose connections can be cut, delayed, refused, or left half open: one side goes on in the belief that the
 * other hears it. `nameOf` says from a connection's first bytes whose it is; `taken` are the ports of other links.
 */
export async function openLink(
  link: string,
  nameOf: (first: Buffer) => string,
  told: (trouble: Trouble) => void,
  taken: readonly number[] = [],
) {
  const lines = new Set<Line>()
  let target = 0
  let delay = 0
  let refusing = false
  let isBeginning = false

  /** Carries bytes one way in their order, each after the delay that held as it came. */
  function carry(line: Line, way: Way, from: Socket, to: Socket): void {
    /** What is on its way, in its order: a delay that ends in between lets nothing overtake. */
    const waiting: { due: number; work(): void }[] = []
    function deliver(): void {
      for (let [next] = waiting; next; [next] = waiting) {
        const left = next.due - performance.now()
        if (left > 0) {
          setTimeout(deliver, left)
          return
        }
        waiting.shift()
        next.work()
      }
    }
    function later(work: () => void): void {
      waiting.push({ due: performance.now() + delay, work })
      if (waiting.length === 1) deliver()
    }
    from.on('data', (bytes: Buffer) => {
      if (line.name === '' && way === 'there') line.name = nameOf(bytes)
      if (line.deaf.has(way)) return
      later(() => !line.deaf.has(way) && to.writable && to.write(bytes))
    })
    // A half open line says nothing of an end either; its trouble ends it.
    from.on('end', () => line.deaf.size === 0 && later(() => to.end()))
    from.on('close', () => line.deaf.size === 0 && later(() => to.destroy()))
    from.on('error', () => {})
  }

  const server = createServer({ noDelay: true, allowHalfOpen: true }, (near) => {
    const far = connect({ port: target, host: '127.0.0.1', noDelay: true, allowHalfOpen: true })
    const line: Line = {
      name: '',
      near,
      far,
      deaf: new Set(),
      destroy(reset) {
        lines.delete(line)
        for (const socket of [near, far]) reset ? socket.resetAndDestroy() : socket.destroy()
      },
    }
    lines.add(line)
    near.on('close', () => far.destroyed && lines.delete(line))
    far.on('close', () => near.destroyed && lines.delete(line))
    far.on('error', () => line.deaf.size === 0 && near.resetAndDestroy())
    carry(line, 'there', near, far)
    carry(line, 'back', far, near)
  })
  // It is left and come back to all the time: the system must give it to nobody else meanwhile.
  const [port = 0] = await freePorts(1, taken)
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')

  /** Whoever is not there refuses connections: to accept and then drop them would look as if a request had left. */
  function listen(): void {
    const wanted = target !== 0 && !refusing
    if (isBeginning || wanted === server.listening) return
    if (!wanted) {
      server.close()
      return
    }
    isBeginning = true
    server.listen(port, '127.0.0.1', () => {
      isBeginning = false
      listen()
    })
  }
  listen()

  /** `share` of the connections that are open, at least one. */
  function some(share: number): Line[] {
    const open = [...lines]
    if (share >= 1) return open
    const count = Math.max(1, Math.round(open.length * share))
    return open
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .filter((_, place) => place % Math.ceil(open.length / count) === 0)
  }
  const namesOf = (chosen: Line[], share: number): string[] | null =>
    share >= 1 ? null : chosen.map(({ name }) => name)

  return {
    port,
    /** Where new connections lead; 0 for nowhere: they are refused. */
    setTarget(wanted: number): void {
      target = wanted
      listen()
    },
    cut(share: number, reset: boolean): void {
      const chosen = some(share)
      for (const line of chosen) line.destroy(reset)
      told({ link, kind: 'cut', from: realTime(), to: realTime(), names: namesOf(chosen, share) })
    },
    async halfOpen(share: number, ways: readonly Way[], loseFar: boolean, duration: number): Promise<void> {
      const chosen = some(share)
      const from = realTime()
      for (const line of chosen) {
        for (const way of ways) line.deaf.add(way)
        if (loseFar) line.far.resetAndDestroy()
      }
      await new Promise((resolve) => setTimeout(resolve, duration))
      // What was lost is lost: a stream with a hole in it can only end.
      for (const line of chosen) line.destroy(true)
      told({ link, kind: 'halfOpen', from, to: realTime(), names: namesOf(chosen, share) })
    },
    async slow(ms: number, duration: number): Promise<void> {
      const from = realTime()
      delay = ms
      await new Promise((resolve) => setTimeout(resolve, duration))
      delay = 0
      told({ link, kind: 'delay', from, to: realTime() + ms, names: null })
    },
    async refuse(duration: number): Promise<void> {
      const from = realTime()
      refusing = true
      listen()
      await new Promise((resolve) => setTimeout(resolve, duration))
      refusing = false
      listen()
      told({ link, kind: 'refuse', from, to: realTime(), names: null })
    },
    async stop(): Promise<void> {
      for (const line of [...lines]) line.destroy(true)
      if (server.listening) await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
export type Link = Awaited<ReturnType<typeof openLink>>
