import type { Heard } from './ask.ts'
import { type Doors, named } from './doors.ts'
import { realTime } from './link.ts'
import { type Action, type Cancel, otherBody, planAction, type Send } from './plan.ts'
import type { SoakDevice } from './soak-fleet.ts'

/** One send that was asked for, and all that was heard of it; times in ms of `realTime`. */
export interface AskedSend extends Send {
  index: number
  /** The idempotency key; for the EnOS API, which has none, only a name. */
  key: string
  from: number
  to: number
  /** One entry for each time it was asked, in the order of the answers; null where none came. */
  heard: (Heard | null)[]
  /** What another body under its key was answered with; null where that was not tried. */
  conflict: Heard | null
}

export interface AskedCancel extends Cancel {
  index: number
  /** Empty for all. */
  commandId: string
  from: number
  to: number
  heard: Heard | null
}

interface Parts {
  seed: number
  devices: readonly [SoakDevice, ...SoakDevice[]]
  doors: Doors
  /** Resolves when the proxy, or connect, can be asked again, or after some seconds. */
  ready(program: 'proxy' | 'connect'): Promise<void>
  told(asked: AskedSend | AskedCancel): void
}

/** Code of an earlier unknown outcome that has to be looked after first. */
const unresolved = 60026
/** Times a send is asked for again whose answer did not come. */
const mostTries = 6

/** Asks for what the plan says, by many workers at once. */
export function createDriver({ seed, devices, doors, ready, told }: Parts) {
  const accepted = new Map<string, string[]>()
  let [next, sends, stopping] = [0, 0, false]

  async function askSend(send: Send, key: string, patience = 0): Promise<Heard | null> {
    const { device, byKeys, point, pendingTtl, timeout, body } = send
    const query = {
      ...named(device, byKeys),
      measurepointId: point,
      pendingTtl: String(pendingTtl),
      timeout: String(timeout),
    }
    const call = { name: 'setMeasurepoint' as const, query, body, patience }
    return send.way === 'panel' ? await doors.panel.call(call, key) : await doors.enos.call(call)
  }

  /** Until it is answered: under its key it leaves once at most, however often it is asked for. */
  async function untilHeard(send: Send, key: string, heard: (Heard | null)[]): Promise<void> {
    for (let tries = 0; tries < mostTries; tries++) {
      await ready('proxy')
      const answer = await askSend(send, key)
      heard.push(answer)
      if (answer?.code === unresolved) {
        const { operationId = '' } = Object(answer.data)
        await doors.panel.acknowledge(String(operationId))
      } else if (answer) return
    }
  }

  async function performPanel(send: Send, asked: AskedSend): Promise<void> {
    const { key, heard } = asked
    if (send.repeat === 'abandoned') heard.push(await askSend(send, key, send.patience))
    const first = untilHeard(send, key, heard)
    if (send.repeat === 'together') await untilHeard(send, key, heard)
    await first
    if (send.repeat === 'again') await untilHeard(send, key, heard)
    if (send.repeat === 'conflict') asked.conflict = await askSend({ ...send, body: otherBody(send) }, key)
  }

  async function performSend(send: Send, index: number, place: number): Promise<void> {
    const key = `soak-${seed}-${index}-${place}`
    // Nobody learns anything from the refusals of an address where nobody is; what is killed under a call is enough.
    await ready(send.way === 'panel' ? 'proxy' : 'connect')
    const asked: AskedSend = { ...send, index, key, from: realTime(), to: 0, heard: [], conflict: null }
    if (send.way === 'panel') await performPanel(send, asked)
    else asked.heard.push(await askSend(send, key))
    asked.to = realTime()
    const commandId = asked.heard.find((one) => one?.commandId)?.commandId ?? ''
    const last = accepted.get(send.device.assetId) ?? []
    if (commandId !== '' && send.pendingTtl > 0) accepted.set(send.device.assetId, [...last.slice(-4), commandId])
    told(asked)
  }

  async function performCancel(cancel: Cancel, index: number): Promise<void> {
    const { device, byKeys, what, way } = cancel
    const known = accepted.get(device.assetId) ?? []
    const commandId = what === 'one' ? (known.at(-1) ?? '') : ''
    if (what === 'one' && commandId === '') return
    const from = realTime()
    const query = { ...named(device, byKeys), ...(commandId === '' ? {} : { commandId }) }
    const heard = await doors[way].call({ name: 'cancelCommand', query, body: '' })
    told({ ...cancel, index, commandId, from, to: realTime(), heard })
  }

  async function perform(action: Action, index: number): Promise<void> {
    await Promise.all(
      action.map((one, place) => {
        if (one.kind === 'cancel') return performCancel(one, index)
        sends += 1
        return performSend(one, index, place)
      }),
    )
  }

  async function work(): Promise<void> {
    while (!stopping) {
      const index = next++
      await perform(planAction(seed, index, devices), index)
    }
  }

  return {
    /** Works until it is stopped; resolves when everything that was asked has been answered. */
    run: async (workers: number): Promise<void> => {
      await Promise.all(Array.from({ length: workers }, work))
    },
    stop(): void {
      stopping = true
    },
    sends: () => sends,
  }
}
export type Driver = ReturnType<typeof createDriver>
