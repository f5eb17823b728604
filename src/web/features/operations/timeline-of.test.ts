import { expect, test } from 'vitest'
import { exampleOperation } from './example-operation.suite.ts'
import { timelineOf } from './timeline-of.ts'

test('every step tells the gap to the one before', () => {
  const timeline = timelineOf(exampleOperation())
  expect(timeline.map(({ kind, gap }) => [kind, gap])).toEqual([
    ['recorded', 0],
    ['sent', 20],
    ['answered', 420],
  ])
  expect(timeline.at(-1)?.detail).toBe('0 OK')
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
  expect(ended.at(-1)).toEqual({ kind: 'ended', time: 31_000, gap: 30_000, detail: '' })
})

test('an open operation has no end', () => {
  const steps = [{ kind: 'queued' as const, time: 1000 }]
  expect(timelineOf(exampleOperation({ steps, endTime: null, outcome: 'queued' }))).toHaveLength(1)
})
