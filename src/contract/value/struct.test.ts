import { expect, test } from 'vitest'
import { measurepointSchema } from '../enos/thing-model.ts'
import { checkValue } from './check-value.ts'
import { parseExact, stringifyExact } from './exact.ts'
import { englishSentenceOf } from './sentences-en.ts'
import { structType } from './struct.ts'
import { placedProblems } from './value-problems.ts'

const point = (items: string) =>
  measurepointSchema.parse(
    parseExact(`{"identifier": "p", "name": "P", "dataType": "STRUCT", "dataDefinition": {"items": [${items}]}}`),
  )
const definition = point(`
  {"identifier": "low", "name": "Low", "dataType": "INT", "dataDefinition": {}, "unit": "°C", "required": true, "minimum": 1, "maximum": 9, "step": 2},
  {"identifier": "high", "name": "High", "dataType": "FLOAT"},
  {"identifier": "steps", "name": "Steps", "dataType": "ARRAY", "dataDefinition": {"itemType": "INT"}},
  {"identifier": "toString", "name": "Odd", "dataType": "BOOL"}`)

const findings = (text: string, of = definition) =>
  checkValue(of, parseExact(text)).map(({ path, sentence }) => [path, sentence])
const draftIssues = (draft: unknown, of = definition) =>
  placedProblems(structType.draftSchema(of).safeParse(draft).error?.issues ?? []).map(({ path, problem }) => [
    path,
    englishSentenceOf(problem),
  ])

test('members of the model fit, in any order, optional ones absent', () => {
  expect(findings('{"low": 5}')).toEqual([])
  expect(findings('{"high": 25.50, "low": 5, "toString": true}')).toEqual([])
})

test('a missing required member and an unknown one are named, with the members there are', () => {
  expect(findings('{"hihg": 1}')).toEqual([
    [['hihg'], 'The model has no member hihg; its members are low, high, steps, toString.'],
    [['low'], 'The member low is required.'],
  ])
  expect(findings('{"a": 1}', point(''))).toEqual([[['a'], 'The model has no member a, and no others.']])
  expect(findings('{"low": 5, "__proto__": 1}')).toHaveLength(1)
})

test('problems of members carry the path to the very place, and limits of members hold', () => {
  expect(findings('{"low": 11, "steps": [1, 2.5]}')).toEqual([
    [['low'], 'Must be from 1 to 9.'],
    [['steps', 1], 'Enter a whole number: digits only, without a point or an exponent.'],
  ])
  expect(findings('{"low": 4}')).toEqual([[['low'], 'Must be in steps of 2, counted from 1.']])
  expect(draftIssues({ low: '', high: '2,5', steps: ['1', ''] })).toEqual([
    [['low'], 'Enter a value.'],
    [['high'], 'Use a point for the decimals: 2.5.'],
    [['steps', 1], 'Enter a value.'],
  ])
})

test('optional members left empty do not go out, and the others go in the order of the model', () => {
  const draft = { high: '25.50', low: '5', steps: [], toString: '' }
  expect(stringifyExact(structType.draftSchema(definition).parse(draft))).toBe('{"low":5,"high":25.50}')
  expect(stringifyExact(structType.draftSchema(definition).parse({ low: '5' }))).toBe('{"low":5}')
})

test('a draft with a member that the model does not know is refused', () => {
  expect(draftIssues({ low: '5', other: '1' })?.[0]?.[0]).toEqual(['other'])
  expect(draftIssues('5')).toEqual([[[], 'Must be an object with the members of the model.']])
})

test('an empty draft has a box for every member, and unfit members stay empty', () => {
  const empty = { low: '', high: '', steps: [], toString: '' }
  expect(structType.empty(definition)).toEqual(empty)
  expect(structType.draftOf(null, definition)).toEqual(empty)
  expect(structType.draftOf(parseExact('{"low": "x", "high": 1.0, "other": 1}'), definition)).toEqual({
    ...empty,
    high: '1.0',
  })
})

test.each(['5', '[]', 'null', '"x"'])('%s is no object', (text) => {
  expect(findings(text)).toEqual([[[], 'Must be an object with the members of the model.']])
})

test('a struct or file inside cannot be set, and does not stand in the way where it is optional', () => {
  const odd = point(
    `{"identifier": "s", "name": "S", "dataType": "STRUCT"}, {"identifier": "f", "name": "F", "dataType": "FILE"}`,
  )
  expect(findings('{"s": {}, "f": "x"}', odd)).toEqual([
    [['s'], 'A value of type STRUCT cannot be set here.'],
    [['f'], 'A value of type FILE cannot be set here.'],
  ])
  expect(stringifyExact(structType.draftSchema(odd).parse(structType.empty(odd)))).toBe('{}')
})

test('people see the members in at most 60 characters, and the count apart', () => {
  const value = parseExact('{"low": 5, "high": 25.0}')
  expect(structType.format(value, definition, 'en')).toBe('{low: 5, high: 25.0}')
  expect(structType.count?.(value)).toBe(2)
  expect(structType.count?.([])).toBe(null)
})
