import { expect, test } from 'vitest'
import { measurepointSchema } from '../enos/thing-model.ts'
import { boolType } from './bool.ts'
import { checkValue } from './check-value.ts'
import { parseExact } from './exact.ts'

const point = (definition = 'null') =>
  measurepointSchema.parse(
    parseExact(`{"identifier": "p", "name": "P", "dataType": "BOOL", "dataDefinition": ${definition}}`),
  )

test.each(['true', 'false', '0', '1'])('%s fits', (text) => {
  expect(checkValue(point(), parseExact(text))).toEqual([])
})

test.each(['2', '1.0', '"true"', 'null', '[]'])('%s is refused', (text) => {
  expect(checkValue(point(), parseExact(text)).map(({ sentence }) => sentence)).toEqual(['Must be true or false.'])
})

test('0 and 1 become the drafts false and true, and anything else chooses nothing', () => {
  expect(['0', '1', 'true', '2', 'null'].map((text) => boolType.draftOf(parseExact(text), point()))).toEqual([
    'false',
    'true',
    'true',
    '',
    '',
  ])
})

test('people read the words of the model, else true and false', () => {
  const words = point('{"boolDesc": {"true": "Open", "false": "Closed"}}')
  expect(boolType.format(true, words, 'en')).toBe('Open')
  expect(boolType.format(parseExact('0'), words, 'en')).toBe('Closed')
  const both = point('{"boolDesc": {"true": {"defaultValue": "On", "i18nValue": {"zh_CN": "开"}}, "false": "Off"}}')
  expect([boolType.format(true, both, 'zh'), boolType.format(false, both, 'zh')]).toEqual(['开', 'Off'])
  expect(boolType.format(false, point(), 'en')).toBe('false')
  expect(boolType.format(parseExact('7'), point(), 'en')).toBe('7')
})

test('a draft is true, false or empty', () => {
  expect(boolType.draftSchema(point()).parse('false')).toBe(false)
  expect(boolType.draftSchema(point()).safeParse('1').error?.issues[0]?.message).toBe('notBool')
})
