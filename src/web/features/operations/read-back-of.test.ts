import { expect, test } from 'vitest'
import { parseExact } from '#contract/value/exact.ts'
import { exampleOperation } from './example-operation.suite.ts'
import { readBackOf } from './read-back-of.ts'

const sent = 1_700_000_000_020
const unknown = exampleOperation({ outcome: 'unknown', failure: 'noAnswerInTime', body: '{"value":21.50}' })
const report = (value: string, time: number) => ({ id: 'targetTemp', value: parseExact(value), time })

test('the sent value, reported after sending, tells that the device acted', () =>
  expect(readBackOf(unknown, report('21.5', sent + 1))).toBe('same'))

test('another value, reported after sending, tells that it may not have', () =>
  expect(readBackOf(unknown, report('20', sent + 1))).toBe('other'))

test('the sent value, reported before sending, tells nothing', () =>
  expect(readBackOf(unknown, report('21.5', sent))).toBe('old'))

test('no report tells nothing', () => {
  expect(readBackOf(unknown, undefined)).toBe('never')
  expect(readBackOf(unknown, report('21.5', 0))).toBe('never')
})

test('only where the record says FLOAT, or nothing of a type, may a fraction have been rounded', () => {
  const echoed = report('0.10000000149', sent + 1)
  const shown = {
    deviceName: '',
    pointName: '',
    unit: '',
    beforeText: '',
    afterText: '0.1',
    beforeTime: 0,
    sentence: '',
  }
  const ofType = (dataType: string) =>
    exampleOperation({ outcome: 'unknown', body: '{"value":0.1}', shown: { ...shown, dataType } })
  expect(readBackOf(ofType('FLOAT'), echoed)).toBe('same')
  expect(readBackOf(ofType('DOUBLE'), echoed)).toBe('other')
  expect(readBackOf(ofType(''), echoed)).toBe('same')
})
