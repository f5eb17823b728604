import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readClientId, readUsername, type SecureMode, writeClientId, writeUsername } from './credentials.ts'
import { readPayload, replySchema, upstreamSchema } from './payloads.ts'
import { readTopic, replyTopic, type TopicName, topicNamed, topics } from './topics.ts'

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        '/',
        'sys',
        'ext',
        'session',
        'thing',
        'a',
        '|',
        '&',
        ',',
        '=',
        ' ',
        '+',
        '#',
        'securemode=2',
        'timestamp=1',
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
)
const key = fc.string({ unit: fc.constantFrom(...'abzAZ019._-:温 &|='), minLength: 1, maxLength: 12 })
const device = fc.record({ productKey: key.filter((text) => !text.includes('&')), deviceKey: key })
const names = Object.keys(topics) as TopicName[]

describe('of any device', () => {
  it('each topic names the device and what it is for, and so does its reply, without being taken for it', () => {
    fc.assert(
      fc.property(device, fc.constantFrom(...names), (own, name) => {
        const topic = topics[name](own)
        expect(topicNamed(topic, own)).toBe(name)
        expect(readTopic(topic)?.device).toEqual(own)
        expect(readTopic(replyTopic(topic))?.device).toEqual(own)
        expect(topicNamed(replyTopic(topic), own)).toBeUndefined()
      }),
    )
  })

  it('no topic is taken for another device’s', () => {
    fc.assert(
      fc.property(device, device, fc.constantFrom(...names), (own, other, name) => {
        fc.pre(own.productKey !== other.productKey || own.deviceKey !== other.deviceKey)
        expect(topicNamed(topics[name](own), other)).toBeUndefined()
      }),
    )
  })

  it('the user name is read back', () => {
    fc.assert(
      fc.property(device, (own) => {
        expect(readUsername(writeUsername(own))).toEqual(own)
      }),
    )
  })

  it('the client id is read back, also with blanks and in any order', () => {
    const plain = fc.string({ unit: fc.constantFrom(...'abz019._-'), minLength: 1, maxLength: 12 })
    const id = fc.record({
      clientId: key.filter((text) => !text.includes('|')),
      secureMode: fc.constantFrom<SecureMode>(2, 3),
      signMethod: plain,
      timestamp: plain,
    })
    const blank = fc.constantFrom('', ' ', '  ')
    fc.assert(
      fc.property(id, blank, fc.boolean(), (own, space, isTurned) => {
        expect(readClientId(writeClientId(own))).toEqual(own)
        const fields = [
          `SecureMode=${own.secureMode}`,
          `${space}signmethod${space}=${space}${own.signMethod}`,
          `timestamp=${own.timestamp}${space}`,
        ]
        const list = (isTurned ? fields.toReversed() : fields).join(`${space},`)
        expect(readClientId(`${own.clientId}|${list}|`)).toEqual(own)
      }),
    )
  })
})

describe('any text at all', () => {
  it('is read as a topic, a user name, a client id or a payload, or as none', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const topic = readTopic(text)
        if (topic) expect(`${topic.device.productKey}${topic.device.deviceKey}`).not.toContain('/')
        const user = readUsername(text)
        if (user) expect(writeUsername(user)).toBe(text)
        const client = readClientId(text)
        if (client) expect(readClientId(writeClientId(client))).toEqual(client)
        readPayload(text)
      }),
      { numRuns: 1000 },
    )
  })

  it('that is JSON in an object is read as a reply, however odd its members are, and as a request or as none', () => {
    const member = fc.constantFrom(
      'id',
      'code',
      'data',
      'message',
      'version',
      'method',
      'params',
      'skipInvalidMeasurepoints',
    )
    fc.assert(
      fc.property(fc.dictionary(member, fc.json({ maxDepth: 2 })), (members) => {
        const text = `{${Object.entries(members).map(([name, json]) => `"${name}":${json}`)}}`
        const payload = readPayload(text)
        expect(payload).not.toBeNull()
        expect(replySchema.safeParse(payload).error).toBeUndefined()
        upstreamSchema.safeParse(payload)
      }),
      { numRuns: 500 },
    )
  })
})
