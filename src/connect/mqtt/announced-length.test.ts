import fc from 'fast-check'
import { generate } from 'mqtt-packet'
import { describe, expect, it } from 'vitest'
import { createAnnouncedLength } from './announced-length.ts'

const publish = (bytes: number): Buffer =>
  generate({ cmd: 'publish', topic: '/t', payload: Buffer.alloc(bytes, 255), qos: 0, dup: false, retain: false })
const ping = generate({ cmd: 'pingreq' })
/** Behind the fixed header stand the topic's length, the topic and the payload. */
const lengthOf = (bytes: number): number => bytes + 4

describe('the length that packets announce', () => {
  it('is known from their headers, however they are cut into chunks', () => {
    const sizes = fc.array(fc.oneof(fc.nat(300), fc.nat(40_000)), { minLength: 1, maxLength: 5 })
    const cut = fc.infiniteStream(fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 30_000 })))
    fc.assert(
      fc.property(sizes, cut, (bytes, cuts) => {
        const announced = createAnnouncedLength().read
        const stream = Buffer.concat(bytes.flatMap((size) => [publish(size), ping]))
        let [at, longest] = [0, 0]
        while (at < stream.length) {
          const end = at + (cuts.next().value ?? 1)
          longest = Math.max(longest, announced(stream.subarray(at, end)))
          at = end
        }
        expect(longest).toBe(lengthOf(Math.max(...bytes)))
        // It stands at the beginning of a packet again.
        expect(announced(publish(7))).toBe(lengthOf(7))
      }),
      { numRuns: 200 },
    )
  })

  it('is known before any of the packet itself has come', () => {
    const announced = createAnnouncedLength().read
    expect(announced(Uint8Array.of(0x10, 0xff, 0xff, 0xff))).toBe(0)
    expect(announced(Uint8Array.of(0x7f))).toBe(268_435_455)
  })
})
