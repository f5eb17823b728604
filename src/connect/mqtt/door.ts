import { randomUUID } from 'node:crypto'
import type { AedesOptions, Client } from 'aedes'
import { readTopic } from '#contract/wire/topics.ts'
import { type Connection, createConnection } from './connection.ts'
import type { KeepAlive } from './keep-alive.ts'
import type { BrokerLog, Directory, KnownDevice } from './ports.ts'
import type { Sessions } from './sessions.ts'
import { signIn } from './sign-in.ts'

/** A device that may come in; `activated` ones are to be told their secret. */
export interface Guest {
  connection: Connection
  device: KnownDevice
  activated: boolean
}

/** Who may connect (§5.1), and what aedes may do with what they say (§5.5). */
export function createDoor(
  directory: Directory,
  sessions: Sessions,
  keepAlive: Pick<KeepAlive, 'agree'>,
  log: BrokerLog,
) {
  const clientIds = new WeakMap<Client, string>()
  const guests = new WeakMap<Client, Guest>()

  const options = {
    preConnect(client, packet, done) {
      clientIds.set(client, packet.clientId)
      // Sessions are kept by device: aedes must not drop a connection, or keep anything for it, by client id.
      packet.clientId = randomUUID()
      packet.clean = true
      // Watched by one timer for all; aedes would have one for each, and hears nothing of pings (see accept-sockets.ts).
      keepAlive.agree(client, packet.keepalive ?? 0)
      packet.keepalive = 0
      // MQTT 3.1.1 only (§5.1); aedes would take 3.1 too, and refuses 5 with CONNACK 1.
      if (packet.protocolVersion !== 4) packet.protocolVersion = 5
      done(null, true)
    },

    authenticate(client, username, password, done) {
      const clientId = clientIds.get(client) ?? ''
      const connect = { clientId, username: username ?? '', password: password?.toString() ?? '' }
      const result = signIn(directory, connect, sessions.isBehindGateway)
      if (result.refusal) {
        const { code, reason } = result.refusal
        log.warn({ clientId, username, code, reason }, 'refused a connection')
        done(Object.assign(new Error(reason), { returnCode: code as number }), false)
        return
      }
      const { device, activated } = result
      guests.set(client, { connection: createConnection(client, device), device, activated })
      done(null, true)
    },

    /** Granted to the own topics; what a subscription matches is of no account, as nothing is forwarded. */
    authorizeSubscribe(client, subscription, done) {
      const address = readTopic(subscription.topic)
      const guest = guests.get(client)
      const isOwn = address && guest && sessions.speaksFor(guest.connection, address.device)
      if (!isOwn) log.warn({ device: guest?.connection.device, topic: subscription.topic }, 'denied a subscription')
      done(null, isOwn ? subscription : null)
    },

    /** QoS 2 does not exist (§5.1). Foreign topics are answered later: an error here would end the connection. */
    authorizePublish(_client, packet, done) {
      // aedes steers itself by topics that begin with a dollar.
      if (packet.topic.startsWith('$')) packet.topic = `/${packet.topic}`
      done(packet.qos === 2 ? new Error('QoS 2 is not supported') : null)
    },

    /** Nothing that anybody publishes reaches a client; commands and answers are handed to the connection itself. */
    authorizeForward: () => null,
  } satisfies AedesOptions

  return { options, guestOf: (client: Client): Guest | undefined => guests.get(client) }
}
