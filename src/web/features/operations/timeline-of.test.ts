import { expect, test } from 'vitest'
import { exampleOperation } from '#contract/panel/example-operation.suite.ts'
import { timelineOf } from './timeline-of.ts'

test('every step tells the gap to the one before', () => {
  const timeline = timelineOf(exampleOperation())
  expect(timeline.map(({ kind, gap }) => [kind, gap])).toEqual([
    ['recorded', 0],
    ['sent', 20],
    ['answered', 420],
  ])
  expect(timeline.at(-1)).toMatchObject({ detail: '0 OK' })
})

test('steps stand in the order of their times, those of one moment as they were recorded', () => {
  const steps = (['queued', 'released', 'answered', 'recorded'] as const).map((kind, index) => ({
    kind,
    time: [10, 20, 20, 0][index] ?? 0,
  }))
  expect(timelineOf(exampleOperation({ steps })).map(({ kind }) => kind)).toEqual([
    'recorded',
    'queued',
    'released',
    'answered',
  ])
})

test('an end that no step tells is a step of its own', () => {
  const steps = [{ kind: 'released' as const, time: 1000 }]
  const ended = timelineOf(exampleOperation({ steps, endTime: 31_000, outcome: 'unknown' }))
  expect(ended.at(-1)).toEqual({ kind: 'ended', time: 31_000, gap: 30_000 })
})

test('an open operation has no end', () => {
  const steps = [{ kind: 'queued' as const, time: 1000 }]
  expect(timelineOf(exampleOperation({ steps, endTime: null, outcome: 'queued' }))).toHaveLength(1)
})

test('what was seen, found and said after the end stands behind it, by our clock', () => {
  const report = {
    kind: 'report',
    time: 1_700_000_039_000,
    seenTime: 1_700_000_040_000,
    value: '21.5',
    isSame: true,
  } as const
  const unknown = exampleOperation({
    outcome: 'unknown',
    verdict: { kind: 'confirmedLate', time: 1_700_000_040_001, evidence: [report] },
    acknowledged: { person: 'M. Lindqvist', time: 1_700_000_050_001, reason: 'Looked at it.' },
  })
  expect(
    timelineOf(unknown)
      .slice(3)
      .map(({ kind, gap }) => [kind, gap]),
  ).toEqual([
    ['seen', 39_560],
    ['verdict', 1],
    ['acknowledged', 10_000],
  ])
  const done = exampleOperation({ readBack: { kind: 'same', time: 1_700_000_002_000, report } })
  expect(timelineOf(done).map(({ kind }) => kind)).toEqual(['recorded', 'sent', 'answered', 'readBack', 'seen'])
})
