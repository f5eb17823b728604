import { type ExactJson, ExactNumber, isExactNumber, jsonNumberPattern, stringifyExact } from '#contract/value/exact.ts'
import { replyTopic, topics } from '#contract/wire/topics.ts'
import type { Values } from './device-values.ts'
import type { DialectOf } from './dialect.ts'

const checksum = (text: string): string =>
  Buffer.from(text)
    .reduce((sum, byte) => sum ^ byte, 0)
    .toString(16)
    .toUpperCase()
    .padStart(2, '0')

const frame = (...fields: string[]): Buffer => {
  const body = fields.join(',')
  return Buffer.from(`$${body}*${checksum(body)}\r\n`)
}

/** The fields of a frame; null where it is damaged, which a device meets with silence. */
function readFrame(payload: Buffer): string[] | null {
  const [, body, sum] = /^\$(.*)\*([0-9A-F]{2})\r\n$/.exec(payload.toString()) ?? []
  return body !== undefined && checksum(body) === sum ? body.split(',') : null
}

function readValue(text: string): ExactJson {
  if (text === 'true' || text === 'false') return text === 'true'
  return jsonNumberPattern.test(text) ? new ExactNumber(text) : text
}

const valueText = (value: ExactJson): string =>
  isExactNumber(value) ? value.value : typeof value === 'string' ? value : stringifyExact(value)

/**
 * Bytes of its own (§5.7): lines of ASCII with a checksum, which only the script of the product understands.
 * `$SET,<id>,<register>,<value>*XX` is answered with `$ACK,<id>,<code>[,<message>]*XX`;
 * `$VAL,<id>,<time>,<register>=<value>,…*XX` reports. `registers` maps their names to points.
 */
export const frameDialect =
  (registers: Record<string, string>): DialectOf =>
  (device) => ({
    readSet(topic, payload) {
      const [kind, id, register = '', value] = topic === topics.downRaw(device) ? (readFrame(payload) ?? []) : []
      if (kind !== 'SET' || id === undefined || value === undefined) return null
      return { id, values: { [registers[register] ?? register]: readValue(value) } }
    },
    reply: ({ id, code, message }) => ({
      topic: replyTopic(topics.downRaw(device)),
      payload: frame('ACK', valueText(id), String(code), ...(message === undefined ? [] : [message])),
      qos: 0,
    }),
    report: (values: Values, requestId, time) => ({
      topic: topics.upRaw(device),
      payload: frame(
        'VAL',
        String(requestId),
        String(time),
        ...Object.entries(registers).flatMap(([register, point]) => {
          const value = values[point]
          return value === undefined ? [] : [`${register}=${valueText(value)}`]
        }),
      ),
      qos: 0,
    }),
  })
