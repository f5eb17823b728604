import { expect, test } from 'vitest'
import { exampleOperation } from '#contract/panel/example-operation.suite.ts'
import { stringifyExact } from '#contract/value/exact.ts'
import { en } from '../../text/en.ts'
import { marksOf } from './marks-of.ts'
import { recordedReportsOf } from './recorded-reports-of.ts'

const start = 1_700_000_000_000
const report = (value: string, isSame: boolean, time = start + 900) => ({
  ...{ kind: 'report' as const, time, seenTime: time + 50, value, isSame },
})
const marks = (...changes: Parameters<typeof exampleOperation>) =>
  marksOf(exampleOperation(...changes), (value) => `${stringifyExact(value)} °C`, en).map(
    ({ sign, name, time, value, tone }) => [sign, name, time - start, value, tone],
  )

test('a send is marked when it was requested, confirmed and read back, with the value digit by digit', () => {
  const readBack = { kind: 'same' as const, time: start + 2000, report: report('21.50', true) }
  expect(marks({ readBack })).toEqual([
    ['▼', 'Requested', 0, '', 'plain'],
    ['●', 'Confirmed', 440, '', 'ok'],
    ['◆', 'Read back', 900, '21.50 °C', 'ok'],
  ])
})

test('a send that waits has no end to mark, and one that nobody confirmed is not called confirmed', () => {
  expect(marks({ outcome: 'waiting', endTime: null })).toHaveLength(1)
  expect(marks({ outcome: 'unknown' })[1]).toEqual(['●', 'Unknown', 440, '', 'unknown'])
  expect(marks({ outcome: 'refused' })[1]).toEqual(['●', en.operations.outcomes.refused, 440, '', 'bad'])
})

test('what was reported after an unknown outcome is marked, another value in another tone', () => {
  const verdict = { kind: 'cannotTell' as const, time: start + 5000, evidence: [report('7', false)] }
  expect(marks({ outcome: 'unknown', verdict }).at(-1)).toEqual(['◆', 'Reported afterwards', 900, '7 °C', 'wait'])
})

test('the record of an operation knows reports that nobody has to be asked for', () => {
  const readBack = { kind: 'same' as const, time: start + 2000, report: report('21.50', true) }
  const [known] = recordedReportsOf(exampleOperation({ readBack }))
  expect(known && [known.time - start, stringifyExact(known.value)]).toEqual([900, '21.50'])
  expect(recordedReportsOf(exampleOperation())).toEqual([])
})
