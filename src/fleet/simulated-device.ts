import { isSuccessCode } from '#contract/wire/payloads.ts'
import type { DeviceValues, Values } from './device-values.ts'
import type { DeviceReply, Dialect, Message, SetRequest } from './dialect.ts'
import type { Answer, Simulate } from './simulate.ts'
import type { Timers } from './timers.ts'

/** The connection as a device sees it; a message given while it is down is lost. */
export interface Link {
  publish(message: Message): void
  /** Cuts the connection; it comes back by itself. */
  drop(): void
}

export interface SimulatedDevice {
  /** Reports every value (§5.3). */
  reportAll(): void
  /** Reports what moved since last time. */
  reportMoved(): void
  /** True where the message was a command to this device. */
  receive(topic: string, payload: Buffer): boolean
}

/** Nobody has asked under this id. */
const strangeId = '9999999999999999999'

/** What a set of a point the device does not have is refused with (§5.3: from 2000 on codes are the device's own). */
const noSuchPoint = { code: 2004, message: 'no such point' }

interface Parts {
  simulate: Simulate
  values: DeviceValues
  dialect: Dialect
  link: Link
  timers: Timers
}

/** A device that obeys its `simulate` section (§5.5): no subscriptions, replies on `set_reply`, reports what it did. */
export function createSimulatedDevice({ simulate, values, dialect, link, timers }: Parts): SimulatedDevice {
  let requestId = 0

  const report = (changed: Values): void => {
    if (Object.keys(changed).length === 0) return
    requestId += 1
    link.publish(dialect.report(values.reported(changed), requestId, Date.now()))
  }

  const act = (request: SetRequest): void => {
    report(values.set(request.values))
    for (const [point, { point: lead, after }] of Object.entries(simulate.follow)) {
      if (lead in request.values) timers.after(after, () => report(values.follow(point)))
    }
  }

  const reply = (request: SetRequest, { code, message }: Omit<DeviceReply, 'id'>, { wrongId, twice }: Answer): void => {
    const answer = dialect.reply({ id: wrongId ? strangeId : request.id, code, message })
    link.publish(answer)
    if (twice) link.publish(answer)
  }

  const answerTo = (request: SetRequest): void => {
    const points = Object.keys(request.values)
    const answer = simulate.answers[points[0] ?? ''] ?? simulate.answer
    const verdict = points.every(values.knows) ? answer : noSuchPoint
    if (answer.drops) {
      link.drop()
      return
    }
    const acts = verdict === answer && (answer.actsAnyway || (isSuccessCode(answer.code) && !answer.never))
    if (!answer.never) reply(request, verdict, answer)
    if (acts) act(request)
  }

  return {
    reportAll: () => report(values.all()),
    reportMoved: () => report(values.step()),
    receive(topic, payload) {
      const request = dialect.readSet(topic, payload)
      if (!request) return false
      const { after } = simulate.answers[Object.keys(request.values)[0] ?? ''] ?? simulate.answer
      if (after === 0) answerTo(request)
      else timers.after(after, () => answerTo(request))
      return true
    },
  }
}
