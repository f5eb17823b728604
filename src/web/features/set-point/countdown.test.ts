import { expect, test } from 'vitest'
import { countdownOf, waitingSince } from './countdown.ts'
import { operationForTest } from './operation-for-test.ts'

test('the seconds that are left are whole and never fewer than none', () => {
  expect(countdownOf(1000, 30, 1000)).toEqual({ secondsLeft: 30, fraction: 1, isOver: false })
  expect(countdownOf(1000, 30, 16_001)).toMatchObject({ secondsLeft: 15, isOver: false })
  expect(countdownOf(1000, 30, 99_000)).toEqual({ secondsLeft: 0, fraction: 0, isOver: true })
})

test('a clock that runs ahead does not promise more than the waiting time', () => {
  expect(countdownOf(5000, 30, 1000)).toEqual({ secondsLeft: 30, fraction: 1, isOver: false })
})

test('the clock of an instant command starts when it is sent, of a cached one when it is handed over', () => {
  const operation = operationForTest({ createTime: 1000 })
  expect(waitingSince(operation)).toBe(1000)
  const sent = { ...operation, steps: [{ kind: 'sent' as const, time: 1100 }] }
  expect(waitingSince(sent)).toBe(1100)
  expect(waitingSince({ ...sent, steps: [...sent.steps, { kind: 'released' as const, time: 9000 }] })).toBe(9000)
})
