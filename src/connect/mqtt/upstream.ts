import type { UpstreamRequest } from '#contract/wire/payloads.ts'
import { replyCodes } from '#contract/wire/reply-codes.ts'
import { type DeviceAddress, methods, readTopic, replyTopic, topicNamed } from '#contract/wire/topics.ts'
import { type Answer, answerPayload, refused } from './answer.ts'
import type { Connection } from './connection.ts'
import type { BrokerLog } from './ports.ts'
import { readUpstream } from './read-upstream.ts'
import type { Sessions } from './sessions.ts'

export type Handler = (device: DeviceAddress, request: UpstreamRequest, connection: Connection) => Answer

/** The requests that devices may send (§5.2), by topic. */
export type Handlers = Partial<Record<keyof typeof methods, Handler>>

/** The messages that are answered by nothing. */
export interface Unanswered {
  setReply(device: DeviceAddress, payload: Buffer): void
  rawReply(device: DeviceAddress, payload: Buffer): Promise<void>
  rawReport(device: DeviceAddress, payload: Buffer, connection: Connection): Promise<void>
}

const replySuffix = replyTopic('')

/** Takes everything that devices publish. Every request is answered: the Node SDK waits for its answer without end (§5.5). */
export function createUpstream(options: {
  sessions: Sessions
  handlers: Handlers
  unanswered: Unanswered
  log: BrokerLog
}) {
  const { sessions, handlers, unanswered, log } = options

  function request(connection: Connection, topic: string, payload: Buffer, device: DeviceAddress): void {
    const name = topicNamed(topic, device)
    const method = name !== undefined && name in methods ? (name as keyof typeof methods) : null
    const handle = method === null ? undefined : handlers[method]
    if (method === null || !handle) {
      deny(connection, topic, payload, 'there is no such topic here')
      return
    }
    const read = readUpstream(payload, methods[method])
    const answer = read.refusal ?? handle(device, read.request, connection)
    const id = read.refusal ? read.id : read.request.id
    if (answer.message !== undefined) log.debug({ topic, ...answer }, 'refused what a device sent')
    // A connection that ended meanwhile carries nobody any more.
    if (connection.send(replyTopic(topic), answerPayload(id, answer))) answer.afterwards?.()
  }

  /** §5.5: the cloud answers 1009, and the connection stays. */
  function deny(connection: Connection, topic: string, payload: Buffer, reason: string): void {
    log.warn({ device: connection.device, topic, reason }, 'denied what a device sent')
    const read = readUpstream(payload, null)
    const id = read.refusal ? read.id : read.request.id
    connection.send(replyTopic(topic), answerPayload(id, refused(replyCodes.noPermission, reason)))
  }

  return async function receive(connection: Connection, topic: string, payload: Buffer): Promise<void> {
    const address = readTopic(topic)
    const isReply = topic.endsWith(replySuffix)
    if (!address || (isReply && !sessions.speaksFor(connection, address.device))) {
      log.warn({ device: connection.device, topic }, 'ignored what a device sent on a foreign topic')
      return
    }
    const { device } = address
    if (!sessions.speaksFor(connection, device)) {
      return deny(connection, topic, payload, 'this connection does not speak for that device')
    }
    const name = topicNamed(isReply ? topic.slice(0, -replySuffix.length) : topic, device)
    if (!isReply && name !== 'upRaw') return request(connection, topic, payload, device)
    if (!isReply) return unanswered.rawReport(device, payload, connection)
    if (name === 'set') return unanswered.setReply(device, payload)
    if (name === 'downRaw') return unanswered.rawReply(device, payload)
  }
}
