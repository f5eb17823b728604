import { expect, test } from 'vitest'
import { parseExact } from '#contract/value/exact.ts'
import { isSameValue } from './same-value.ts'

const same = (sent: string, reported: string) => isSameValue(parseExact(sent), parseExact(reported))

test('numbers are compared by their worth, to the last digit', () => {
  expect(same('1.0', '1')).toBe(true)
  expect(same('9007199254740993', '9007199254740992')).toBe(false)
  expect(same('1e2', '100')).toBe(true)
})

test('a fraction that came back in single precision is the same', () => {
  expect(same('0.1', '0.10000000149011612')).toBe(true)
  expect(same('0.1', '0.1001')).toBe(false)
})

test('lists, members and truths are compared part by part', () => {
  expect(same('[1.0,"a"]', '[1,"a"]')).toBe(true)
  expect(same('[1,2]', '[2,1]')).toBe(false)
  expect(same('[1]', '[1,2]')).toBe(false)
  expect(same('{"a":1,"b":true}', '{"b":1,"a":1.00}')).toBe(true)
  expect(same('{"a":1}', '{"b":1}')).toBe(false)
  expect(same('"1"', '1')).toBe(false)
  expect(same('null', '0')).toBe(false)
})
