import { expect, test } from 'vitest'
import { parseExact } from '#contract/value/exact.ts'
import { en } from '../../text/en.ts'
import { changesOf } from './changes-of.ts'
import { targetForTest } from './target-for-test.ts'

const struct = targetForTest(
  '{"dataType":"STRUCT","dataDefinition":{"items":[{"identifier":"low","name":"Low","dataType":"INT","unit":"°C"},{"identifier":"high","name":"High","dataType":"INT","unit":"°C"}]}}',
)

test('only the members that change are told, with name and unit', () => {
  expect(changesOf(struct, parseExact('{"low":5,"high":25}'), parseExact('{"high":30,"low":5}'), en)).toEqual([
    { name: 'High', before: '25 °C', after: '30 °C' },
  ])
})

test('members that come and go are told', () => {
  expect(changesOf(struct, parseExact('{"low":5}'), parseExact('{"high":30}'), en)).toEqual([
    { name: 'Low', before: '5 °C', after: null },
    { name: 'High', before: null, after: '30 °C' },
  ])
})

test('elements are told by their number', () => {
  const list = targetForTest('{"dataType":"ARRAY","dataDefinition":{"itemType":"FLOAT"}}')
  expect(changesOf(list, parseExact('[1,2]'), parseExact('[1.0,3.0,4]'), en)).toEqual([
    { name: 'Element 2', before: '2', after: '3.0' },
    { name: 'Element 3', before: null, after: '4' },
  ])
})

test('a single value has no parts', () => {
  expect(changesOf(targetForTest('{"dataType":"DOUBLE"}'), parseExact('1'), parseExact('2'), en)).toEqual([])
})
