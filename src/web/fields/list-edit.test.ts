import { expect, test } from 'vitest'
import { moved, pastedInto } from './list-edit.ts'

test('an element moves one place and stays inside the list', () => {
  expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'c', 'b'])
  expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c'])
  expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b'])
  expect(moved(['a', 'b'], 1, 2)).toEqual(['a', 'b'])
})

test('a paste fills an empty element and follows a full one', () => {
  expect(pastedInto(['1', '', '9'], 1, ['2', '3'])).toEqual(['1', '2', '3', '9'])
  expect(pastedInto(['1', '9'], 0, ['2', '3'])).toEqual(['1', '2', '3', '9'])
})
