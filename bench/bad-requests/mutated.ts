import fc from 'fast-check'

/** One way to spoil bytes; `at` and `length` are shares of the whole. */
const mutation = fc.oneof(
  fc.record({ kind: fc.constant('flip' as const), at: fc.double({ min: 0, max: 0.999, noNaN: true }), bit: fc.nat(7) }),
  fc.record({
    kind: fc.constant('insert' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    bytes: fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 40 }),
      fc
        .constantFrom('\r\n', '\r\n\r\n', '\0', '%00', ': ', '\u{1f4a3}', '{{{{', 'Transfer-Encoding: chunked\r\n')
        .map(bytesOf),
      fc.integer({ min: 1, max: 70_000 }).map((size) => new Uint8Array(size).fill(65)),
    ),
  }),
  fc.record({
    kind: fc.constant('cut' as const),
    at: fc.double({ min: 0, max: 0.999, noNaN: true }),
    length: fc.double({ min: 0, max: 0.5, noNaN: true }),
  }),
  fc.record({
    kind: fc.constant('repeat' as const),
    at: fc.double({ min: 0, max: 0.999, noNaN: true }),
    length: fc.double({ min: 0, max: 0.5, noNaN: true }),
  }),
)
type Mutation = typeof mutation extends fc.Arbitrary<infer M> ? M : never

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text)
}

const joined = (...parts: Uint8Array[]): Uint8Array => Uint8Array.from(Buffer.concat(parts))

function mutate(bytes: Uint8Array, change: Mutation): Uint8Array {
  const at = Math.floor(change.at * bytes.length)
  switch (change.kind) {
    case 'flip':
      return bytes.map((byte, index) => (index === at ? byte ^ (1 << change.bit) : byte))
    case 'insert':
      return joined(bytes.subarray(0, at), change.bytes, bytes.subarray(at))
    case 'cut':
      return joined(bytes.subarray(0, at), bytes.subarray(at + Math.ceil(change.length * bytes.length)))
    case 'repeat':
      return joined(bytes.subarray(0, at + Math.ceil(change.length * bytes.length)), bytes.subarray(at))
  }
}

/** Recorded messages, each spoilt in one to four places. */
export const mutated = (recorded: readonly (Uint8Array | string)[]): fc.Arbitrary<Uint8Array> =>
  fc
    .tuple(fc.constantFrom(...recorded), fc.array(mutation, { minLength: 1, maxLength: 4 }))
    .map(([message, changes]) => changes.reduce(mutate, typeof message === 'string' ? bytesOf(message) : message))
