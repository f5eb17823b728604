import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { replyTopic, topics } from '../../../src/contract/wire/topics.ts'
import { answerBench } from '../ask.ts'
import { addressOf, credentialsOf } from '../fleet.ts'
import {
  connectPacket,
  createPacketReader,
  packetTypes,
  pingreqPacket,
  pubackPacket,
  publishPacket,
  readPublish,
  subscribePacket,
} from '../mqtt-packets.ts'
import { jainIndex } from '../statistics.ts'

/* Devices on bare sockets: each acknowledges what it is told to set (QoS 1) and replies with 200 (QoS 1). */

/** ms within which each device pings, well within its keep-alive of 60 s. */
const pingInterval = 50_000
/** Devices that sign in at the same time, where they do not all come at once. */
const usualAtOnce = 200

interface Watch {
  began: number
  /** Commands for each device. */
  each: number
  received: number
  /** For each device. */
  counts: number[]
  lastCommands: string[]
  inOrder: boolean
  /** Seconds from the beginning until each device was let in, and until it had its last command. */
  signedIn: number[]
  ended: number[]
  done(): void
}

/** The devices of one server. */
interface Group {
  sockets: Socket[]
  pings: NodeJS.Timeout
  watch: Watch | null
}
const groups = new Map<string, Group>()

const idPattern = /"id":"(\d+)"/

function watched(watch: Watch, index: number, command: string): void {
  // Ids have as many digits always, and grow with every command that is accepted.
  if (command <= (watch.lastCommands[index] ?? '')) watch.inOrder = false
  watch.lastCommands[index] = command
  watch.counts[index] = (watch.counts[index] ?? 0) + 1
  watch.received += 1
  if (watch.counts[index] === watch.each) watch.ended[index] = (performance.now() - watch.began) / 1000
  if (watch.received === watch.each * watch.counts.length) watch.done()
}

function answer(socket: Socket, group: Group, index: number, replies: string, flags: number, body: Buffer): void {
  const { id, payload } = readPublish(flags, body)
  const command = idPattern.exec(payload.toString('latin1'))?.[1] ?? ''
  const reply = publishPacket(
    (Number(command.slice(-4)) % 65_535) + 1,
    replies,
    `{"id":"${command}","code":200,"data":{}}`,
  )
  socket.write(id > 0 ? Buffer.concat([pubackPacket(id), reply]) : reply)
  if (group.watch) watched(group.watch, index, command)
}

/** Resolves when the server has let the device in. */
async function signIn(port: number, index: number, group: Group, subscribe: boolean): Promise<Socket> {
  const { clientId, username, password } = credentialsOf(index)
  const topic = topics.set(addressOf(index))
  const replies = replyTopic(topic)
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await new Promise<void>((resolve, reject) => {
    const read = createPacketReader((type, flags, body) => {
      if (type === packetTypes.publish) answer(socket, group, index, replies, flags, body)
      else if (type === packetTypes.connack) {
        if (body[1] !== 0) reject(new Error(`device ${index} was refused with ${body[1]}`))
        else if (subscribe) socket.write(subscribePacket(1, topic))
        else if (group.watch) {
          group.watch.signedIn[index] = (performance.now() - group.watch.began) / 1000
          resolve()
        } else resolve()
      } else if (type === packetTypes.suback) resolve()
    })
    socket.on('data', read)
    socket.on('error', reject)
    socket.on('close', () => reject(new Error(`device ${index} lost its connection`)))
    socket.write(connectPacket(clientId, username, password))
  })
  return socket
}

function pingAll(group: Group): NodeJS.Timeout {
  let next = 0
  const steps = 500
  return setInterval(() => {
    const share = Math.ceil(group.sockets.length / steps)
    for (const socket of group.sockets.slice(next, next + share)) socket.write(pingreqPacket)
    next = next + share >= group.sockets.length ? 0 : next + share
  }, pingInterval / steps)
}

const answers = {
  /** Lets devices 0 to `count` come online, `atOnce` at a time; resolves when all are in. */
  async connect(
    name: string,
    {
      port,
      count,
      atOnce = usualAtOnce,
      subscribe = false,
    }: {
      port: number
      count: number
      atOnce?: number
      subscribe?: boolean
    },
  ) {
    const group: Group = groups.get(name) ?? { sockets: [], pings: setInterval(() => {}, pingInterval), watch: null }
    groups.set(name, group)
    for (let first = 0; first < count; first += atOnce) {
      const indexes = Array.from({ length: Math.min(atOnce, count - first) }, (_, offset) => first + offset)
      group.sockets.push(...(await Promise.all(indexes.map((index) => signIn(port, index, group, subscribe)))))
    }
    clearInterval(group.pings)
    group.pings = pingAll(group)
  },

  /**
   * All devices come online in the same moment, and each is told what waits for it.
   * Answers when `each` commands have reached every one of them. Fairness is Jain's index of how many commands a second
   * each device had, from when it was let in until its last; and from the beginning, where all began to ask to be let in.
   */
  async storm(name: string, port: number, count: number, each: number) {
    const zeros = () => Array.from({ length: count }, () => 0)
    const counted = new Promise<Watch>((resolve) => {
      const watch: Watch = {
        ...{ began: performance.now(), each, received: 0, inOrder: true, counts: zeros() },
        ...{ lastCommands: zeros().map(() => ''), signedIn: zeros(), ended: zeros() },
        done: () => resolve(watch),
      }
      groups.set(name, { sockets: [], pings: setInterval(() => {}, pingInterval), watch })
    })
    await answers.connect(name, { port, count, atOnce: count })
    const { signedIn, ended, inOrder } = await counted
    const group = groups.get(name)
    if (group) group.watch = null
    return {
      inOrder,
      seconds: Math.max(...ended),
      /** Until all were let in. */
      letIn: Math.max(...signedIn),
      fairness: jainIndex(ended.map((end, index) => each / (end - (signedIn[index] ?? 0)))),
      fairnessFromStart: jainIndex(ended.map((end) => each / end)),
    }
  },

  async disconnect(name: string) {
    const { sockets = [], pings } = groups.get(name) ?? {}
    clearInterval(pings)
    groups.delete(name)
    for (const socket of sockets) {
      socket.removeAllListeners('close')
      socket.end()
    }
    await Promise.all(sockets.map((socket) => (socket.closed ? undefined : once(socket, 'close'))))
  },

  usage() {
    const { user, system } = process.cpuUsage()
    return { cpu: (user + system) / 1e6, memory: process.memoryUsage.rss() / 1e6 }
  },
}
export type Devices = typeof answers
answerBench(answers)
