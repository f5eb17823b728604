/*
 * As much of MQTT 3.1.1 as a bench needs, on bare bytes, so that what measures does not eat the machine it measures on.
 */

/** The first byte of a packet, without its flags, as a number from 1. */
export const packetTypes = {
  connect: 1,
  connack: 2,
  publish: 3,
  puback: 4,
  subscribe: 8,
  suback: 9,
  pingreq: 12,
} as const

/** Packets that are always the same. */
export const connackPacket = Buffer.from([0x20, 2, 0, 0])
export const pingreqPacket = Buffer.from([0xc0, 0])
export const pingrespPacket = Buffer.from([0xd0, 0])

function lengthBytes(length: number): Buffer {
  const bytes: number[] = []
  let rest = length
  do {
    bytes.push((rest % 128) | (rest > 127 ? 128 : 0))
    rest = Math.floor(rest / 128)
  } while (rest > 0)
  return Buffer.from(bytes)
}

function textBytes(text: string): Buffer {
  const bytes = Buffer.from(`\0\0${text}`)
  bytes.writeUInt16BE(bytes.length - 2)
  return bytes
}

const numberBytes = (number: number): Buffer => Buffer.from([number >> 8, number & 255])

function packet(first: number, ...parts: Buffer[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  return Buffer.concat([Buffer.from([first]), lengthBytes(length), ...parts])
}

/** A clean session with a keep-alive of 60 s. */
export const connectPacket = (clientId: string, username: string, password: string): Buffer =>
  packet(
    0x10,
    ...[textBytes('MQTT'), Buffer.from([4, 0b1100_0010, 0, 60])],
    ...[clientId, username, password].map(textBytes),
  )

export const subscribePacket = (id: number, topic: string): Buffer =>
  packet(0x82, numberBytes(id), textBytes(topic), Buffer.from([1]))

export const pubackPacket = (id: number): Buffer => Buffer.from([0x40, 2, id >> 8, id & 255])

/** QoS 1. */
export const publishPacket = (id: number, topic: string, payload: string): Buffer =>
  packet(0x32, textBytes(topic), numberBytes(id), Buffer.from(payload))

/** What stands in a PUBLISH; `id` is 0 for QoS 0. */
export function readPublish(flags: number, body: Buffer): { topic: string; id: number; payload: Buffer } {
  const end = 2 + body.readUInt16BE(0)
  const topic = body.toString('utf8', 2, end)
  const isAcknowledged = (flags & 6) !== 0
  return {
    topic,
    id: isAcknowledged ? body.readUInt16BE(end) : 0,
    payload: body.subarray(isAcknowledged ? end + 2 : end),
  }
}

/** Cuts a stream of bytes into packets. */
export function createPacketReader(tell: (type: number, flags: number, body: Buffer) => void): (chunk: Buffer) => void {
  let kept: Buffer | null = null

  /** Where the packet at `start` ends, and where its body begins; null where it is not all there. */
  function whole(bytes: Buffer, start: number): { from: number; to: number } | null {
    let length = 0
    for (let digit = 0; digit < 4; digit++) {
      const byte = bytes[start + 1 + digit]
      if (byte === undefined) return null
      length += (byte & 127) * 128 ** digit
      if (byte > 127) continue
      const from = start + 2 + digit
      return from + length <= bytes.length ? { from, to: from + length } : null
    }
    throw new Error('no MQTT')
  }

  return (chunk) => {
    const bytes = kept ? Buffer.concat([kept, chunk]) : chunk
    let at = 0
    for (let found = whole(bytes, at); found; found = whole(bytes, at)) {
      const first = bytes[at] ?? 0
      tell(first >> 4, first & 15, bytes.subarray(found.from, found.to))
      at = found.to
    }
    kept = at < bytes.length ? bytes.subarray(at) : null
  }
}
