import { expect, test } from 'vitest'
import type { Operation, Outcome, Verdict } from '#contract/panel/operation.ts'
import { operationForTest } from './operation-for-test.ts'
import { operationToShow } from './operation-to-show.ts'

const all = (...outcomes: Outcome[]) =>
  outcomes.map((outcome, index) => operationForTest({ id: String(index), outcome }))
const none = new Set<string>()

test('what is under way or queued is shown, whoever sent it', () => {
  expect(operationToShow(all('done', 'waiting'), none)?.id).toBe('1')
  expect(operationToShow(all('queued', 'done'), none)?.id).toBe('0')
  expect(operationToShow(all('done', 'notSent'), none)).toBeUndefined()
})

test('a queued command can be put away, one under way cannot', () => {
  const putAway = new Set(['0', '1'])
  expect(operationToShow(all('queued', 'waiting'), putAway)?.id).toBe('1')
  expect(operationToShow(all('queued'), putAway)).toBeUndefined()
})

test('an unknown outcome is shown until it is cleared up, or until a later command ended otherwise', () => {
  expect(operationToShow(all('unknown', 'done'), none)?.id).toBe('0')
  expect(operationToShow(all('done', 'unknown'), none)).toBeUndefined()
  const changed = (change: Partial<Operation>) => all('unknown').map((one) => ({ ...one, ...change }))
  const acknowledged = { person: 'Local user', time: 1, reason: 'looked at it' }
  expect(operationToShow(changed({ acknowledged }), none)).toBeUndefined()
  const verdict = (kind: Verdict['kind']) => ({ verdict: { kind, time: 1, evidence: [] } })
  expect(operationToShow(changed(verdict('confirmedLate')), none)).toBeUndefined()
  expect(operationToShow(changed(verdict('probablyNotApplied')), none)).toBeUndefined()
  expect(operationToShow(changed(verdict('cannotTell')), none)?.id).toBe('0')
})
