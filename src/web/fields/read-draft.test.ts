import { expect, test } from 'vitest'
import { measurepointSchema } from '#contract/enos/thing-model.ts'
import { parseExact } from '#contract/value/exact.ts'
import { problemsBelow } from './field-problem.ts'
import { readDraft } from './read-draft.ts'
import { draftOfLink, startDraft } from './start-draft.ts'

const point = (dataType: string, dataDefinition = '{}') =>
  measurepointSchema.parse(
    parseExact(`{"identifier":"p","name":"P","dataType":"${dataType}","dataDefinition":${dataDefinition},"unit":null}`),
  )
const limits = point(
  'STRUCT',
  '{"items":[{"identifier":"low","name":"Low","dataType":"INT","dataDefinition":{},"required":true},{"identifier":"high","name":"High","dataType":"INT","dataDefinition":{},"required":true}]}',
)

test('digits typed are digits sent', () => {
  expect(readDraft(point('DOUBLE'), '1.0').body).toBe('{"value":1.0}')
  expect(readDraft(point('DOUBLE'), '123456789012345678901.10').body).toBe('{"value":123456789012345678901.10}')
  expect(readDraft(point('ARRAY', '{"itemType":"FLOAT"}'), ['1.0', '2.50']).body).toBe('{"value":[1.0,2.50]}')
})

test('JSON of an unknown point goes out as it was written, without its blanks', () => {
  expect(readDraft(null, ' { "2": 1.0, "1" : [ 1e5 ] } ').body).toBe('{"value":{"2":1.0,"1":[1e5]}}')
  expect(readDraft(null, '').problems).toEqual([{ path: [], problem: { kind: 'empty' } }])
  expect(readDraft(null, '{"a":').problems[0]?.problem.kind).toBe('notJson')
})

test('the JSON text of a struct keeps its order, and is checked like its form', () => {
  expect(readDraft(limits, '{"high":25,"low":5}').body).toBe('{"value":{"high":25,"low":5}}')
  const { problems } = readDraft(limits, '{"low":"x"}')
  expect(problemsBelow(problems, 'low')[0]?.problem.kind).toBe('notNumber')
  expect(problemsBelow(problems, 'high')[0]?.problem.kind).toBe('memberMissing')
})

test('problems carry the place of an element or member', () => {
  const { problems } = readDraft(point('ARRAY', '{"itemType":"INT"}'), ['1', 'x', '3'])
  expect(problems.map(({ path }) => path)).toEqual([[1]])
  expect(problemsBelow(problems, 1)).toEqual([{ path: [], problem: { kind: 'notNumber', suggestion: null } }])
})

test('lists and structs start from the present value, nothing else is chosen', () => {
  expect(startDraft(point('ARRAY', '{"itemType":"FLOAT"}'), parseExact('[1.0,2]'))).toEqual(['1.0', '2'])
  expect(startDraft(point('DOUBLE'), parseExact('3300.0'))).toBe('')
  expect(startDraft(point('BOOL'), true)).toBe('')
})

test('a link may give typed text or JSON', () => {
  expect(draftOfLink(point('DOUBLE'), '2850.0')).toBe('2850.0')
  expect(draftOfLink(point('ARRAY', '{"itemType":"FLOAT"}'), '[1.0,2]')).toEqual(['1.0', '2'])
  expect(draftOfLink(point('ARRAY', '{"itemType":"FLOAT"}'), '[1.0,')).toEqual([])
  expect(readDraft(limits, draftOfLink(limits, '{"low":1,"high":2}')).body).toBe('{"value":{"low":1,"high":2}}')
  expect(draftOfLink(point('STRING'), 'after the restart')).toBe('after the restart')
  expect(draftOfLink(point('STRING'), '"a \\"b\\""')).toBe('a "b"')
  expect(draftOfLink(point('STRING'), '123')).toBe('123')
  expect(draftOfLink(point('STRING'), '"half')).toBe('"half')
})
