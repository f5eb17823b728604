import { expect, test } from 'vitest'
import type { Outcome } from '#contract/panel/operation.ts'
import { operationForTest } from './operation-for-test.ts'
import { operationToShow } from './operation-to-show.ts'

const all = (...outcomes: Outcome[]) =>
  outcomes.map((outcome, index) => operationForTest({ id: String(index), outcome }))
const none = { putAway: new Set<string>(), checked: new Set<string>() }

test('what is under way or queued is shown, whoever sent it', () => {
  expect(operationToShow(all('done', 'waiting'), none)?.id).toBe('1')
  expect(operationToShow(all('queued', 'done'), none)?.id).toBe('0')
  expect(operationToShow(all('done', 'notSent'), none)).toBeUndefined()
})

test('a queued command can be put away, one under way cannot', () => {
  const putAway = { ...none, putAway: new Set(['0', '1']) }
  expect(operationToShow(all('queued', 'waiting'), putAway)?.id).toBe('1')
  expect(operationToShow(all('queued'), putAway)).toBeUndefined()
})

test('an unknown outcome is shown until it was checked, or until a later command ended otherwise', () => {
  expect(operationToShow(all('unknown', 'done'), none)?.id).toBe('0')
  expect(operationToShow(all('done', 'unknown'), none)).toBeUndefined()
  expect(operationToShow(all('unknown'), { ...none, checked: new Set(['0']) })).toBeUndefined()
  const acknowledged = { person: 'Local user', time: 1, reason: 'looked at it' }
  expect(
    operationToShow(
      all('unknown').map((one) => ({ ...one, acknowledged })),
      none,
    ),
  ).toBeUndefined()
})
