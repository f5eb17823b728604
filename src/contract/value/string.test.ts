import fc from 'fast-check'
import { expect, test } from 'vitest'
import { measurepointSchema } from '../enos/thing-model.ts'
import { checkValue } from './check-value.ts'
import { ExactNumber, parseExact, stringifyExact } from './exact.ts'
import { stringType, utf8Bytes } from './string.ts'

const point = (definition = 'null') =>
  measurepointSchema.parse(
    parseExact(`{"identifier": "p", "name": "P", "dataType": "STRING", "dataDefinition": ${definition}}`),
  )
const sentences = (text: string, definition = point()) => checkValue(definition, text).map(({ sentence }) => sentence)

test('bytes are those of UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(utf8Bytes(text)).toBe(encodeURIComponent(text).replace(/%../g, 'x').length)
    }),
  )
})

test.each([
  ['a'.repeat(1024), 'a'.repeat(1025), 1025],
  ['é'.repeat(512), `a${'é'.repeat(512)}`, 1025],
  [`a${'温'.repeat(341)}`, `aa${'温'.repeat(341)}`, 1025],
  ['😀'.repeat(256), '😀'.repeat(257), 1028],
])('1024 bytes fit, more are refused with the count and the limit (%#)', (fits, tooLong, bytes) => {
  expect(sentences(fits)).toEqual([])
  expect(sentences(tooLong)).toEqual([`Too long: ${bytes} bytes in UTF-8, at most 1024 are allowed.`])
})

test('the limit of the model is a number of bytes, and never more than 1024', () => {
  expect(sentences('温度', point('{"maxLength": 6}'))).toEqual([])
  expect(sentences('温度!', point('{"maxLength": 6}'))).toEqual(['Too long: 7 bytes in UTF-8, at most 6 are allowed.'])
  expect(sentences('a'.repeat(1025), point('{"maxLength": 4000}'))).toHaveLength(1)
})

test('whatever is longer than the limit is refused with a sentence that names it', () => {
  const text = fc.string({ unit: 'binary', minLength: 1 })
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 1024 }), (part, limit) => {
      const long = part.repeat(limit + 1)
      expect(sentences(long, point(`{"maxLength": ${limit}}`))[0]).toContain(`at most ${limit} are`)
    }),
  )
})

test('half a surrogate pair is refused, because it has no UTF-8 form', () => {
  expect(checkValue(point(), 'a\ud83d')[0]?.problem).toEqual({ kind: 'brokenCharacter' })
  expect(checkValue(point(), '\ude00a')[0]?.problem).toEqual({ kind: 'brokenCharacter' })
})

test('an empty text is empty, a blank is a text, and a number is none', () => {
  expect(checkValue(point(), '')[0]?.problem).toEqual({ kind: 'empty' })
  expect(checkValue(point(), ' ')).toEqual([])
  expect(checkValue(point(), new ExactNumber('5'))[0]?.sentence).toBe('Must be a text.')
})

test('quotes, line ends and control characters are written as JSON writes them', () => {
  expect(stringifyExact(stringType.draftSchema(point()).parse('a"\\\n\u0001'))).toBe('"a\\"\\\\\\n\\u0001"')
})
