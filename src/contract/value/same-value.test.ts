import { expect, test } from 'vitest'
import type { DataTypeName, ValueDefinition } from '../enos/thing-model.ts'
import { parseExact } from './exact.ts'
import { isSameValue } from './same-value.ts'

const same = (sent: string, reported: string) => isSameValue(parseExact(sent), parseExact(reported), null)

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

test('exactly the same is what nobody has rounded or added to', () => {
  const exact = (sent: string, got: string) => isSameValue(parseExact(sent), parseExact(got), 'exact')
  expect(exact('0.1', '0.10')).toBe(true)
  expect(exact('0.1', '0.10000000149011612')).toBe(false)
  expect(exact('{"a":[0.1]}', '{"a":[0.10000000149011612]}')).toBe(false)
  expect(exact('{"a":0.1}', '{"a":0.10}')).toBe(true)
  expect(exact('{"a":1}', '{"a":1,"b":2}')).toBe(false)
})

const definition = (dataType: DataTypeName, dataDefinition: ValueDefinition['dataDefinition'] = {}) => ({
  dataType,
  dataDefinition,
})

test('only what the model calls a FLOAT may have lost digits', () => {
  const [sent, echoed] = [parseExact('0.1'), parseExact('0.10000000149')]
  expect(isSameValue(sent, echoed, definition('FLOAT'))).toBe(true)
  expect(isSameValue(sent, echoed, definition('DOUBLE'))).toBe(false)
  expect(isSameValue([sent], [echoed], definition('ARRAY', { itemType: 'FLOAT' }))).toBe(true)
  expect(isSameValue([sent], [echoed], definition('ARRAY', { itemType: 'DOUBLE' }))).toBe(false)
  const items = (dataType: string) => ({ items: [{ identifier: 'level', name: { defaultValue: 'Level' }, dataType }] })
  expect(isSameValue({ level: sent }, { level: echoed }, definition('STRUCT', items('FLOAT')))).toBe(true)
  expect(isSameValue({ level: sent }, { level: echoed }, definition('STRUCT', items('DOUBLE')))).toBe(false)
})
