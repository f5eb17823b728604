import { expect, test } from 'vitest'
import { measurepointSchema } from '../enos/thing-model.ts'
import { checkValue } from './check-value.ts'
import { enumType } from './enum.ts'
import { parseExact, stringifyExact } from './exact.ts'

const point = (definition: string) =>
  measurepointSchema.parse(
    parseExact(`{"identifier": "p", "name": "P", "dataType": "ENUM", "dataDefinition": ${definition}}`),
  )
const numbers = point(`{"enumType": "INT", "enumDesc": {
  "0": {"defaultValue": "off", "i18nValue": {"en_US": "Off", "zh_CN": "关"}}, "1": {"defaultValue": "heat"}, "-3": ""}}`)
const texts = point('{"enumDesc": {"eco": {"defaultValue": "Economy"}, "5": "Five"}}')
const sentences = (definition: typeof numbers, text: string) =>
  checkValue(definition, parseExact(text)).map(({ sentence }) => sentence)

test('INT keys go out as numbers, STRING keys as texts', () => {
  expect(stringifyExact(enumType.draftSchema(numbers).parse('-3'))).toBe('-3')
  expect(stringifyExact(enumType.draftSchema(texts).parse('5'))).toBe('"5"')
})

test('only the keys of the model fit, in their own form', () => {
  expect(sentences(numbers, '1')).toEqual([])
  for (const refused of ['2', '"1"', '1.0', 'null']) {
    expect(sentences(numbers, refused)).toEqual(['Must be one of 0, 1, -3 (a number).'])
  }
  expect(sentences(texts, '"eco"')).toEqual([])
  for (const refused of ['5', '"Eco"', '"toString"', '"__proto__"']) {
    expect(sentences(texts, refused)).toEqual(['Must be one of 5, eco (a text).'])
  }
})

test('one key that is no whole number makes all of them texts', () => {
  const mixed = point('{"enumType": "INT", "enumDesc": {"0": "a", "x": "b"}}')
  expect(sentences(mixed, '"0"')).toEqual([])
  expect(sentences(mixed, '0')).toHaveLength(1)
})

test('an enum without keys takes no value', () => {
  expect(sentences(point('{}'), '1')).toEqual(['The model names no values for this enum, so none can be set.'])
})

test('a long list of keys is cut in the sentence', () => {
  const keys = Array.from({ length: 30 }, (_, key) => `"${key}": ""`).join()
  expect(sentences(point(`{"enumType": "INT", "enumDesc": {${keys}}}`), '99')[0]).toContain('19 and 10 more')
})

test('people read the name in their language, else the default, else the key', () => {
  const shown = (text: string, locale: string) => enumType.format(parseExact(text), numbers, locale)
  expect(shown('0', 'en')).toBe('Off')
  expect(shown('0', 'zh')).toBe('关')
  expect(shown('0', 'zh-Hans-CN')).toBe('关')
  expect(shown('0', 'de')).toBe('off')
  expect(shown('1', 'en')).toBe('heat')
  expect(shown('-3', 'en')).toBe('-3')
  expect(shown('9', 'en')).toBe('9')
  expect(enumType.format('constructor', texts, 'en')).toBe('constructor')
})

test('a value that is no key chooses nothing', () => {
  expect(enumType.draftOf('1', numbers)).toBe('')
  expect(enumType.draftOf('toString', texts)).toBe('')
})
