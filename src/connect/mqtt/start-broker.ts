import { Aedes, type Client } from 'aedes'
import { maxMessageBytes } from '#contract/wire/reply-codes.ts'
import type { Channel, DeviceEvents } from '../commands/ports.ts'
import { acceptSockets, type ConnectionWatch } from './accept-sockets.ts'
import { createChannel } from './channel.ts'
import { createArrivals } from './create-arrivals.ts'
import { createDeafEmitter } from './deaf-emitter.ts'
import { createDoor } from './door.ts'
import { createForgetfulPersistence } from './forgetful-persistence.ts'
import { createKeepAlive } from './keep-alive.ts'
import { createMeasurepoints } from './measurepoints.ts'
import type { BrokerLog, Codec, Directory } from './ports.ts'
import { createSessions } from './sessions.ts'
import { createSubDeviceSessions } from './sub-device-sessions.ts'
import { tellSecret } from './tell-secret.ts'
import { createTopology } from './topology.ts'
import { createUnanswered } from './unanswered.ts'
import { createUpstream, type Handlers } from './upstream.ts'

export interface Broker {
  /** Where it listens; the one that was free where 0 was asked for. */
  port: number
  channel: Channel
  /** Ends every connection; their devices are told as offline before it resolves. */
  stop(): Promise<void>
}

export interface BrokerOptions {
  host: string
  port: number
  directory: Directory
  events: DeviceEvents
  codec: Codec
  log?: BrokerLog
}

/**
 * Bytes of a packet, known from its header before anything of it is kept (§5.1). A device may exceed a message's limit
 * by as much again, so that it hears what was wrong (1008); nobody may fill the memory.
 */
const longestPacket = { stranger: maxMessageBytes, guest: 2 * maxMessageBytes } as const

const silent: BrokerLog = { debug() {}, warn() {}, error() {} }

/**
 * Starts the MQTT side of the embedded EnOS (§5).
 * @throws the system's error where host and port cannot be had.
 */
export async function startBroker(options: BrokerOptions): Promise<Broker> {
  const { directory, events, codec, log = silent } = options
  const sessions = createSessions(directory, events)
  const keepAlive = createKeepAlive((client) => {
    log.debug({ device: door.guestOf(client)?.connection.device }, 'ended the connection of a silent device')
    client.close()
  })
  const door = createDoor(directory, sessions, keepAlive, log)

  const { post, postBatch } = createMeasurepoints(directory, sessions)
  const { add: topoAdd, get: topoGet, remove: topoDelete } = createTopology(directory, sessions)
  const { login, loginBatch, logout } = createSubDeviceSessions(directory, sessions)
  // Old data differs from new only in its time (§5.2).
  const reports = { post, postBatch, resume: post, resumeBatch: postBatch }
  const handlers: Handlers = { ...reports, topoAdd, topoGet, topoDelete, login, loginBatch, logout }
  const unanswered = createUnanswered({ directory, events, codec, handlers, log })
  const receive = createUpstream({ sessions, handlers, unanswered, log })

  const aedes = await Aedes.createBroker({
    ...door.options,
    persistence: createForgetfulPersistence(),
    mq: createDeafEmitter(),
    published(packet, client, done) {
      const guest = client && door.guestOf(client)
      if (!guest) return done()
      receive(guest.connection, packet.topic, Buffer.from(packet.payload))
        .catch((error: unknown) => log.error({ err: error, topic: packet.topic }, 'failed over what a device sent'))
        .finally(done)
    },
  })

  // CONNACK is on its way by now, and nothing that the device sent has been looked at.
  aedes.on('clientReady', (client: Client) => {
    const guest = door.guestOf(client)
    if (!guest || client.closed) return
    if (guest.activated) tellSecret(guest.connection, guest.device)
    sessions.open(guest.connection)
  })
  aedes.on('clientDisconnect', (client: Client) => {
    const guest = door.guestOf(client)
    if (guest) sessions.close(guest.connection)
  })
  aedes.on('clientError', (client: Client, error: Error) => {
    log.debug({ device: door.guestOf(client)?.connection.device, reason: error.message }, 'a connection failed')
  })
  aedes.on('connectionError', (_client: Client, error: Error) => {
    log.debug({ reason: error.message }, 'a connection failed')
  })

  const arrivals = createArrivals()
  const watch: ConnectionWatch = {
    accepted: arrivals.accepted,
    heard: keepAlive.heard,
    gone: keepAlive.gone,
    longest: (client) => (door.guestOf(client) ? longestPacket.guest : longestPacket.stranger),
    tooLong: (client, bytes) => {
      const device = door.guestOf(client)?.connection.device
      log.warn({ device, bytes }, 'ended a connection with too long a packet')
    },
  }
  const sockets = await acceptSockets(aedes, options, watch)
  return {
    port: sockets.port,
    channel: arrivals.inFrontOf(createChannel(directory, sessions, codec)),
    stop: async () => {
      keepAlive.stop()
      await sockets.stop()
    },
  }
}
