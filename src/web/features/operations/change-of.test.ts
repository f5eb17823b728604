import { expect, test } from 'vitest'
import { exampleOperation } from '#contract/panel/example-operation.suite.ts'
import { namesOf, selectorOf, sentValueText } from './change-of.ts'

test('the value of a body keeps every digit', () => {
  expect(sentValueText('{"value":1.0}')).toBe('1.0')
  expect(sentValueText('{"value": [1.50, 12345678901234567890]}')).toBe('[1.50,12345678901234567890]')
  expect(sentValueText('{"value":"a \\"b\\""}')).toBe('"a \\"b\\""')
})

test.each(['', '{}', '[1]', 'no json', '{"value":'])('the body %j has no value, and harms nothing', (body) => {
  expect(sentValueText(body)).toBeUndefined()
})

test('where nothing was recorded for people, ids and the body stand in', () => {
  expect(namesOf(exampleOperation())).toEqual({
    point: 'targetTemp',
    device: 'Ab3dE9xQ',
    unit: '',
    before: '',
    after: '21.50',
  })
  expect(namesOf(exampleOperation({ assetId: '', deviceKey: 'dk', body: 'x' }))).toMatchObject({
    device: 'dk',
    after: 'x',
  })
})

test('a device is named by its asset where that is known, else by both keys', () => {
  expect(selectorOf(exampleOperation({ productKey: 'pk', deviceKey: 'dk' }))).toEqual({ assetId: 'Ab3dE9xQ' })
  expect(selectorOf(exampleOperation({ assetId: '', productKey: 'pk', deviceKey: 'dk' }))).toEqual({
    productKey: 'pk',
    deviceKey: 'dk',
  })
})
