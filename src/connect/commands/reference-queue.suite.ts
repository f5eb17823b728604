/** What a caller was told: nothing yet, that it went well, or a code of §1.6 (60016: could not be stored; 2001: the device's own). */
export type Told = 'nothing' | 'ok' | number

export interface ReferenceCommand {
  device: string
  /** Seconds; 0 = instant. */
  ttl: number
  timeout: number
  created: number
  sent: number | null
  state: number
  told: Told
  /** State and sending as they are on disk; null where nothing is. */
  disk: { state: number; sent: number | null } | null
}

interface Line {
  status: 'inactive' | 'offline' | 'online'
  waiting: ReferenceCommand[]
  flight: ReferenceCommand | null
  /** False after a publish found no connection, until the device comes online or nothing waits any more. */
  reachable: boolean
  /** Until when nothing is sent, as the disk refused. */
  rest: number
}

/** The rules of §1.3–§1.5 and our own said once more, as plainly as can be: no promises, timers or races; seconds. */
export function referenceQueue(devices: string[]) {
  const lines = new Map<string, Line>()
  for (const device of devices)
    lines.set(device, { status: 'inactive', waiting: [], flight: null, reachable: true, rest: 0 })
  const all: ReferenceCommand[] = []
  const published: ReferenceCommand[] = []
  const world = { now: 0, diskTakes: true, connectionHolds: true, retry: Number.POSITIVE_INFINITY }

  const lineOf = (device: string): Line => {
    const line = lines.get(device)
    if (!line) throw new Error(`no device ${device}`)
    return line
  }
  const due = ({ created, sent, ttl, timeout }: ReferenceCommand) =>
    ttl === 0 ? created + timeout : sent === null ? created + ttl : sent + timeout

  function note(command: ReferenceCommand): void {
    if (world.diskTakes) command.disk = { state: command.state, sent: command.sent }
    else world.retry = Math.min(world.retry, world.now + 1)
  }
  function end(line: Line, command: ReferenceCommand, state: number, told: Told): void {
    line.waiting = line.waiting.filter((one) => one !== command)
    if (line.flight === command) line.flight = null
    command.state = state
    if (command.ttl === 0) command.told = told
    note(command)
  }
  const dropInstant = (line: Line) => {
    for (const one of line.waiting) if (one.ttl === 0) end(line, one, 6, 11900)
  }
  function send(line: Line, head: ReferenceCommand): void {
    if (!world.diskTakes) {
      if (head.ttl === 0) end(line, head, 6, 60016)
      else line.rest = world.now + 1
      return
    }
    Object.assign(head, { state: 4, sent: world.now })
    if (world.connectionHolds) {
      line.waiting.shift()
      line.flight = head
      published.push(head)
    } else {
      line.reachable = false
      if (head.ttl === 0) end(line, head, 6, 11900)
      else Object.assign(head, { state: 1, sent: null })
    }
    note(head)
  }
  /** One at a time, in order, the overdue left out (§1.4 rules 2, 3, 5). */
  function go(line: Line): void {
    for (const one of line.waiting) if (due(one) <= world.now) end(line, one, one.ttl ? 3 : 6, 11904)
    if (line.flight && due(line.flight) <= world.now) end(line, line.flight, 7, 11915)
    while (!line.flight && line.rest <= world.now && line.waiting[0]) {
      if (line.status === 'online' && line.reachable) {
        send(line, line.waiting[0])
        continue
      }
      dropInstant(line)
      break
    }
    line.reachable ||= line.waiting.length === 0
  }

  return {
    world,
    all,
    published,
    lineOf,
    submit(device: string, ttl: number, timeout: number): ReferenceCommand {
      const line = lineOf(device)
      const command: ReferenceCommand = {
        ...{ device, ttl, timeout, created: world.now, sent: null, state: 1 },
        ...{ told: 'nothing', disk: null },
      }
      const unreachable = { online: null, offline: 11900, inactive: 11888 }[line.status]
      if (ttl > 0 && line.waiting.filter((one) => one.ttl > 0).length >= 50) command.told = 11902
      else if (!world.diskTakes) command.told = 60016
      else {
        all.push(command)
        note(command)
        if (ttl > 0) command.told = 'ok'
        if (ttl === 0 && unreachable !== null) end(line, command, 6, unreachable)
        else line.waiting.push(command)
        go(line)
      }
      return command
    },
    reply(device: string, command: ReferenceCommand | undefined, code: number): void {
      const line = lineOf(device)
      if (!command || line.flight !== command) return
      if (code === 0 || code === 200) end(line, command, 5, 'ok')
      else end(line, command, 6, code)
      go(line)
    },
    /** @returns those withdrawn; null where it is refused, or the disk did not take it. */
    cancel(device: string, which?: ReferenceCommand): ReferenceCommand[] | null {
      const line = lineOf(device)
      const chosen = line.waiting.filter((one) => which === undefined || one === which)
      for (const one of chosen) end(line, one, 2, 11904)
      go(line)
      return (which && chosen.length === 0) || (chosen.length > 0 && !world.diskTakes) ? null : chosen
    },
    connect(device: string): void {
      Object.assign(lineOf(device), { status: 'online', reachable: true })
      go(lineOf(device))
    },
    disconnect(device: string): void {
      const line = lineOf(device)
      line.status = 'offline'
      dropInstant(line)
    },
    advance(seconds: number): void {
      for (const until = world.now + seconds; world.now < until; ) {
        world.now += 1
        if (world.retry <= world.now) {
          world.retry = Number.POSITIVE_INFINITY
          for (const one of all) if (one.disk?.state !== one.state) note(one)
        }
        for (const line of lines.values()) go(line)
      }
    },
    /** Callers are gone, devices not yet back; only what is on disk is known (§1.5, last row). */
    restart(seconds: number): void {
      world.now += seconds
      world.retry = Number.POSITIVE_INFINITY
      for (const line of lines.values()) {
        const status = line.status === 'inactive' ? 'inactive' : 'offline'
        Object.assign(line, { status, waiting: [], flight: null, reachable: true, rest: 0 })
      }
      for (const one of all) {
        Object.assign(one, one.disk)
        const line = lineOf(one.device)
        if (one.state === 4) {
          // Its end was never on disk, and the next had been sent.
          if (line.flight) end(line, line.flight, 7, line.flight.told)
          line.flight = one
        }
        if (one.state === 1 && one.ttl > 0) line.waiting.push(one)
        else if (one.state === 1) end(line, one, 6, one.told)
      }
      for (const line of lines.values()) go(line)
    },
  }
}
export type ReferenceQueue = ReturnType<typeof referenceQueue>
