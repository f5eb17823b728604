import { expect, test } from 'vitest'
import { parseExact, stringifyExact } from '#contract/value/exact.ts'
import { answerOf, keptForm } from './kept-form.ts'

const text = '[1.0,12345678901234567890.10,-0,1e400,"1.0",true,null,{"a":{"b":[1.50]},"isLosslessNumber":true}]'

test('a value comes back digit by digit, whatever a device calls its members', () => {
  const { form } = keptForm({ value: parseExact(text), time: 1_700_000_000_000 })
  const back = answerOf(structuredClone(form)) as { value: unknown; time: number }
  expect(stringifyExact(back.value)).toBe(text)
  expect(back).toEqual({ value: parseExact(text), time: 1_700_000_000_000 })
})

test('maps stay maps, in their order', () => {
  const names = new Map([
    ['b', { defaultValue: 'B' }],
    ['a', { defaultValue: 'A' }],
  ])
  expect([...(answerOf(structuredClone(keptForm(names).form)) as typeof names)]).toEqual([...names])
})

test('a member named like the root of all objects is a member like others', () => {
  const hostile = JSON.parse('{"__proto__":{"isAdmin":true},"a":1}')
  const back = answerOf(structuredClone(keptForm(hostile).form)) as object
  expect(Object.getPrototypeOf(back)).toBe(Object.prototype)
  expect(Object.keys(back)).toEqual(['__proto__', 'a'])
})

test('the size of an answer grows with its texts and its numbers of things', () => {
  expect(keptForm('a'.repeat(1000)).size).toBeGreaterThanOrEqual(2000)
  expect(keptForm(Array(1000).fill(1)).size).toBeGreaterThanOrEqual(8000)
})
