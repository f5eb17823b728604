import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { signatureText, signedQueryText } from './signature.ts'

const name = fc.string({ unit: fc.constantFrom(...'aAbBz019_-.é'), minLength: 1, maxLength: 6 })
const value = fc.string({ maxLength: 10 })
const query = fc.uniqueArray(fc.tuple(name, value), { selector: ([one]) => one, maxLength: 8 })
const parts = { accessToken: 'token', body: '{"value":1.0}', timestamp: '1700000000000', appSecret: 'secret' }

describe('the text that is signed (§4.2)', () => {
  it('is the same in whatever order the parameters come, whatever is said twice, and with empty parts', () => {
    const shuffled = query.chain((pairs) =>
      fc.tuple(fc.constant(pairs), fc.shuffledSubarray(pairs, { minLength: pairs.length }), fc.infiniteStream(value)),
    )
    fc.assert(
      fc.property(shuffled, ([pairs, others, more]) => {
        const text = signedQueryText(pairs)
        expect(signedQueryText(others)).toBe(text)
        const repeated = pairs.map(([one]): [string, string] => [one, String(more.next().value)])
        expect(signedQueryText([...pairs, ['', 'x'], ...repeated])).toBe(text)
      }),
    )
  })

  it('orders by code units, as ASCII does, and by no language', () => {
    expect(signedQueryText([...'baéBA_'].map((one) => [one, '1']))).toBe('A1B1_1a1b1é1')
  })

  it('holds every character of what is sent, the body as it is', () => {
    fc.assert(
      fc.property(query, fc.string({ unit: 'binary' }), (pairs, body) => {
        const text = signatureText({ ...parts, query: pairs, body })
        expect(text.endsWith(`${body}1700000000000secret`)).toBe(true)
        const length = pairs.flat().join('').length + body.length
        expect(text).toHaveLength('token1700000000000secret'.length + length)
      }),
    )
  })
})
