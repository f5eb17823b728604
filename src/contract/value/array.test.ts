import { expect, test } from 'vitest'
import { measurepointSchema } from '../enos/thing-model.ts'
import { arrayType } from './array.ts'
import { checkValue } from './check-value.ts'
import { parseExact, stringifyExact } from './exact.ts'
import { englishSentenceOf } from './sentences-en.ts'
import { placedProblems } from './value-problems.ts'

const point = (itemType: string, more = '') =>
  measurepointSchema.parse(
    parseExact(
      `{"identifier": "p", "name": "P", "dataType": "ARRAY", "dataDefinition": {"itemType": "${itemType}"}${more}}`,
    ),
  )
const ones = (count: number) => parseExact(`[${Array(count).fill('1.0')}]`)

test('128 elements fit, 129 are refused with the count and the limit, and none are allowed', () => {
  expect(checkValue(point('DOUBLE'), ones(128))).toEqual([])
  expect(checkValue(point('DOUBLE'), ones(129)).map(({ sentence }) => sentence)).toEqual([
    'Too many elements: 129, at most 128 are allowed.',
  ])
  expect(checkValue(point('INT'), [])).toEqual([])
})

test('each wrong element is named by its place', () => {
  const findings = checkValue(point('INT'), parseExact('[1, 2.5, 3, "x", 9999999999]'))
  expect(findings.map(({ path, problem }) => [path, problem.kind])).toEqual([
    [[1], 'notInteger'],
    [[3], 'notNumber'],
    [[4], 'outOfRange'],
  ])
})

test('each wrong draft is named by its place, an empty row too', () => {
  const issues = arrayType.draftSchema(point('FLOAT')).safeParse(['1.50', '', '2,5']).error?.issues ?? []
  expect(placedProblems(issues).map(({ path, problem }) => [path, englishSentenceOf(problem)])).toEqual([
    [[1], 'Enter a value.'],
    [[2], 'Use a point for the decimals: 2.5.'],
  ])
  expect(stringifyExact(arrayType.draftSchema(point('FLOAT')).parse(['1.50', '-0']))).toBe('[1.50,-0]')
})

test('the limits of the model hold for each element', () => {
  const limited = point('DOUBLE', ', "minimum": 0, "maximum": 10, "step": 0.5')
  const sentences = checkValue(limited, parseExact('[0.5, 11, 0.3]')).map(({ sentence }) => sentence)
  expect(sentences).toEqual(['Must be from 0 to 10.', 'Must be in steps of 0.5, counted from 0.'])
})

test.each(['5', '{}', 'null', '"[1]"'])('%s is no list', (text) => {
  expect(checkValue(point('INT'), parseExact(text)).map(({ sentence }) => sentence)).toEqual([
    'Must be a list, such as [1, 2].',
  ])
})

test('people see the first elements in at most 60 characters, and the count apart', () => {
  const shown = (text: string) => arrayType.format(parseExact(text), point('STRING'), 'en')
  expect(shown('[1.0, 2.50]')).toBe('[1.0, 2.50]')
  expect(arrayType.format(ones(100), point('FLOAT'), 'en')).toBe(`[${'1.0, '.repeat(11)}…]`)
  expect(shown(`["${'温'.repeat(200)}"]`)).toBe(`["${'温'.repeat(56)}…]`)
  expect(shown(`["${'😀'.repeat(200)}"]`)).toMatch(/^\["(😀)+…\]$/u)
  expect(arrayType.count?.(ones(8))).toBe(8)
  expect(arrayType.count?.('x')).toBe(null)
})
