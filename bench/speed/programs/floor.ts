import { once } from 'node:events'
import { createServer as createHttpServer, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { topics } from '../../../src/contract/wire/topics.ts'
import { answerBench } from '../ask.ts'
import {
  connackPacket,
  createPacketReader,
  packetTypes,
  pingrespPacket,
  pubackPacket,
  publishPacket,
  readPublish,
} from '../mqtt-packets.ts'

/*
 * The floor: what one thread of Node needs at least to pass a command from HTTP to a device and its reply back, with
 * the same bytes on both wires, QoS 1 both ways. It stores nothing, checks nothing, and lets everybody in.
 */

const devices = new Map<string, Socket>()
const waiting = new Map<string, ServerResponse>()
let lastId = 0

function take(socket: Socket, type: number, flags: number, body: Buffer): void {
  if (type === packetTypes.connect) {
    // The user name is the second text behind the header: `{deviceKey}&{productKey}`.
    const start = 12 + body.readUInt16BE(10)
    const username = body.toString('utf8', start + 2, start + 2 + body.readUInt16BE(start))
    devices.set(username.split('&')[0] ?? '', socket)
    socket.write(connackPacket)
  } else if (type === packetTypes.pingreq) {
    socket.write(pingrespPacket)
  } else if (type === packetTypes.publish) {
    const { id, payload } = readPublish(flags, body)
    if (id > 0) socket.write(pubackPacket(id))
    const reply: { id: string } = JSON.parse(payload.toString())
    const response = waiting.get(reply.id)
    waiting.delete(reply.id)
    response?.setHeader('content-type', 'application/json')
    response?.end(JSON.stringify({ code: 0, msg: 'Success', data: { commandId: reply.id } }))
  }
}

const mqtt = createServer({ noDelay: true }, (socket) => {
  const read = createPacketReader((type, flags, body) => take(socket, type, flags, body))
  socket.on('data', read)
  socket.on('error', () => socket.destroy())
})

const http = createHttpServer((request, response) => {
  const query = new URL(request.url ?? '', 'http://floor').searchParams
  const [productKey, deviceKey] = [query.get('productKey') ?? '', query.get('deviceKey') ?? '']
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    const { value }: { value: unknown } = JSON.parse(Buffer.concat(parts).toString())
    lastId += 1
    const id = `1${String(lastId).padStart(18, '0')}`
    waiting.set(id, response)
    const params = { [query.get('measurepointId') ?? '']: value }
    const payload = JSON.stringify({ id, version: '1.0', params, method: 'thing.service.measurepoint.set' })
    const topic = topics.set({ productKey, deviceKey })
    devices.get(deviceKey)?.write(publishPacket((lastId % 65_535) + 1, topic, payload))
  })
})

async function listen(server: typeof mqtt | typeof http): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

const answers = {
  listen: async () => ({ http: await listen(http), mqtt: await listen(mqtt) }),
  usage() {
    const { user, system } = process.cpuUsage()
    return { cpu: (user + system) / 1e6, memory: process.memoryUsage.rss() / 1e6 }
  },
}
export type Floor = typeof answers
answerBench(answers)
