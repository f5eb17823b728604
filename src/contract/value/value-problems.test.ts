import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { stringifyExact } from './exact.ts'
import { bodyProblem, problemOf } from './value-problems.ts'

test.each([
  ['1.0', '1.0'],
  [' [1, 2.50] ', '[1,2.50]'],
  ['{"low": 5}', '{"low":5}'],
  ['null', 'null'],
])('%s is read with its digits', (text, expected) => {
  const { value, problem } = bodyProblem(text)
  expect(problem).toBe(null)
  expect(stringifyExact(value)).toBe(expected)
})

test.each([
  ['{"a": 1,}', 8],
  ['[1 2]', 3],
  ['1,5', 1],
  ['{"a": 1, "a": 2}', 10],
  ['"a\nb"', 2],
])('%s is not JSON, and the place is known', (text, position) => {
  expect(bodyProblem(text).problem).toMatchObject({ kind: 'notJson', position })
})

test('the reason does not repeat the place', () => {
  expect(bodyProblem('[1 2]').problem).toMatchObject({ reason: expect.not.stringContaining('position') })
})

test('JSON that nests too deep is refused without a place', () => {
  expect(bodyProblem('['.repeat(200_000)).problem).toMatchObject({ kind: 'notJson', position: null })
})

test('no text is an empty value', () => {
  expect(bodyProblem(' \n').problem).toEqual({ kind: 'empty' })
})

test('an issue of another schema carries no problem', () => {
  const issues = z.string().safeParse(5).error?.issues ?? []
  expect(issues.map(problemOf)).toEqual([null])
})
