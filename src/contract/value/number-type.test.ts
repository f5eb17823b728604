import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { measurepointSchema } from '../enos/thing-model.ts'
import { checkValue } from './check-value.ts'
import { dataTypeOf } from './data-types.ts'
import { parseExact, stringifyExact } from './exact.ts'
import { englishSentenceOf } from './sentences-en.ts'
import { placedProblems, problemOf } from './value-problems.ts'

const point = (dataType: string, limits = '') =>
  measurepointSchema.parse(parseExact(`{"identifier": "p", "name": "P", "dataType": "${dataType}"${limits}}`))

const sentences = (issues: Parameters<typeof placedProblems>[0]) =>
  placedProblems(issues)
    .map(({ problem }) => englishSentenceOf(problem))
    .join(' ')

/** What goes out for a typed text, or the sentence that refuses it. */
function typed(text: string, definition = point('DOUBLE')): string {
  const { success, data, error } = dataTypeOf(definition).draftSchema(definition).safeParse(text)
  return success ? stringifyExact(data) : sentences(error.issues)
}

const whole = 'Enter a whole number: digits only, without a point or an exponent.'
const intRange = 'Must be from -2147483648 to 2147483647.'
const floatRange = 'Must be from -3.4028235e38 to 3.4028235e38.'
const doubleRange = 'Must be from -1.7976931348623157e308 to 1.7976931348623157e308.'

describe.each([
  ['INT', '2147483647', '2147483648', intRange],
  ['INT', '-2147483648', '-2147483649', intRange],
  ['INT', '-0', '1.0', whole],
  ['INT', '0', '1e5', whole],
  ['INT', '7', '123456789012345678901.10', whole],
  ['FLOAT', '3.4028235e38', '3.40282351e38', floatRange],
  ['FLOAT', '-340282350000000000000000000000000000000.0', '-340282350000000000000000000000000000000.1', floatRange],
  ['FLOAT', '1.0', '1e39', floatRange],
  ['DOUBLE', '1.7976931348623157e308', '1.79769313486231571e308', doubleRange],
  ['DOUBLE', '-1.7976931348623157E+308', '-1e309', doubleRange],
  ['DOUBLE', '123456789012345678901.10', '1e999999999', doubleRange],
  ['DOUBLE', '1e5', `1${'0'.repeat(309)}`, doubleRange],
  ['DOUBLE', '-0', `-1e${'9'.repeat(1000)}`, doubleRange],
])('the limits of %s', (dataType, inside, outside, sentence) => {
  const definition = point(dataType)

  test(`${inside.slice(0, 50)} is sent as typed`, () => {
    expect(typed(inside, definition)).toBe(inside)
    expect(checkValue(definition, parseExact(inside))).toEqual([])
  })

  test(`${outside.slice(0, 50)} is refused: ${sentence}`, () => {
    expect(typed(outside, definition)).toBe(sentence)
    expect(checkValue(definition, parseExact(outside)).map((finding) => finding.sentence)).toEqual([sentence])
  })
})

test.each([
  ['', 'Enter a value.'],
  ['  ', 'Enter a value.'],
  ['abc', 'Must be a number, such as 12 or -0.5.'],
  ['NaN', 'Must be a number, such as 12 or -0.5.'],
  ['-', 'Must be a number, such as 12 or -0.5.'],
  ['0x10', 'Must be a number, such as 12 or -0.5.'],
  ['1e', 'Must be a number, such as 12 or -0.5.'],
  ['1,2,3', 'Must be a number, such as 12 or -0.5.'],
  ['2,5', 'Use a point for the decimals: 2.5.'],
  [',5', 'Use a point for the decimals: 0.5.'],
  ['2，5', 'Use a point for the decimals: 2.5.'],
  ['1 500,25', 'Use a point for the decimals: 1500.25.'],
  ['1,500', 'A comma is not allowed: write 1500 or, with decimals, 1.500.'],
  ['0,500', 'Use a point for the decimals: 0.500.'],
  ['1,500,000', 'Write the number as 1500000.'],
  ['1,500.25', 'Write the number as 1500.25.'],
  ['1.500,25', 'Write the number as 1500.25.'],
  ["1'500", 'Write the number as 1500.'],
  ['+5', 'Write the number as 5.'],
  ['.5', 'Write the number as 0.5.'],
  ['-.5', 'Write the number as -0.5.'],
  ['5.', 'Write the number as 5.'],
  ['007', 'Write the number as 7.'],
  ['-00.50', 'Write the number as -0.50.'],
  [' 5 ', 'Write the number as 5.'],
  ['−5', 'Write the number as -5.'],
  ['１２', 'Write the number as 12.'],
])('typing "%s" is answered with: %s', (text, sentence) => {
  expect(typed(text)).toBe(sentence)
})

test.each([
  [', "minimum": 0, "maximum": 100.0', '100', '100.01', 'Must be from 0 to 100.0.'],
  [', "minimum": 0.10', '0.1', '0.09', 'Must be at least 0.10.'],
  [', "maximum": -1', '-1.000', '-0.999', 'Must be at most -1.'],
  [', "step": 0.1', '0.3', '0.35', 'Must be in steps of 0.1, counted from 0.'],
  [', "minimum": 1, "step": 2', '7', '8', 'Must be in steps of 2, counted from 1.'],
  [', "step": 0.1', '1e5', `1e${'9'.repeat(100_000)}`, doubleRange],
])('the limits%s of a model let %s pass and refuse %s', (limits, inside, outside, sentence) => {
  expect(typed(inside, point('DOUBLE', limits))).toBe(inside)
  expect(typed(outside, point('DOUBLE', limits))).toBe(sentence)
})

test('whatever number lies outside is refused with both limits in the sentence, as data too', () => {
  const cases = fc.constantFrom(
    ['INT', intRange, 10] as const,
    ['FLOAT', floatRange, 39] as const,
    ['DOUBLE', doubleRange, 309] as const,
  )
  const digits = fc.bigInt({ min: 1n, max: 10n ** 20n })
  fc.assert(
    fc.property(cases, digits, fc.nat(50), fc.constantFrom('', '-'), ([type, sentence, places], head, more, sign) => {
      const text = `${sign}${head}${'0'.repeat(places + more)}`
      expect(typed(text, point(type))).toBe(sentence)
      const issue = dataTypeOf(point(type)).draftSchema(point(type)).safeParse(text).error?.issues[0]
      expect(issue && problemOf(issue)?.kind).toBe('outOfRange')
    }),
  )
})

test('a draft that is no text counts as empty, and a text in a body is no number', () => {
  const definition = point('INT')
  const { error } = dataTypeOf(definition).draftSchema(definition).safeParse(['1'])
  expect(sentences(error?.issues ?? [])).toBe('Enter a value.')
  expect(checkValue(definition, '5')[0]?.problem).toEqual({ kind: 'notNumber', suggestion: null })
})
