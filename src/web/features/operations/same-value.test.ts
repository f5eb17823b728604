import { expect, test } from 'vitest'
import { parseExact } from '#contract/value/exact.ts'
import { isSameValue } from './same-value.ts'

test.each([
  ['1.0', '1'],
  ['0.1', '0.10000000149011612'],
  ['2.5e1', '25.0'],
  ['9007199254740993', '9007199254740993'],
  ['true', 'true'],
  ['true', '1'],
  ['0', 'false'],
  ['"eco"', '"eco"'],
  ['[1,2.0]', '[1.0,2]'],
  ['{"a":1,"b":[2]}', '{"b":[2.0],"a":1}'],
  ['{"a":1}', '{"a":1,"more":2}'],
])('%s was reported as %s: the same value', (sent, reported) =>
  expect(isSameValue(parseExact(sent), parseExact(reported))).toBe(true),
)

test.each([
  ['1.0', '1.1'],
  ['9007199254740993', '9007199254740992'],
  ['1700000000000', '1700000000001'],
  ['true', '0'],
  ['1', '"1"'],
  ['[1,2]', '[1]'],
  ['[1]', '[1,2]'],
  ['{"a":1}', '{"b":1}'],
  ['{"a":1}', '[1]'],
  ['null', '0'],
])('%s and %s are different values', (sent, reported) =>
  expect(isSameValue(parseExact(sent), parseExact(reported))).toBe(false),
)
