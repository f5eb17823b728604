import { expect, test } from 'vitest'
import { exampleOperation } from '#contract/panel/example-operation.suite.ts'
import { isUnresolved, type Operation, type Verdict } from '#contract/panel/operation.ts'
import { findingOf } from './finding-chip.tsx'

const unknown = (changes: Partial<Operation> = {}) =>
  exampleOperation({ outcome: 'unknown', failure: 'noAnswerInTime', ...changes })
const verdict = (kind: Verdict['kind']): Partial<Operation> => ({ verdict: { kind, time: 1, evidence: [] } })
const acknowledged: Partial<Operation> = { acknowledged: { person: 'M', time: 1, reason: 'r' } }

test('an unknown outcome is looked into until something or somebody clears it up', () => {
  expect([findingOf(unknown()), isUnresolved(unknown())]).toEqual(['looking', true])
  const nothing = unknown(verdict('cannotTell'))
  expect([findingOf(nothing), isUnresolved(nothing)]).toEqual(['cannotTell', true])
  const checked = unknown({ ...verdict('cannotTell'), ...acknowledged })
  expect([findingOf(checked), isUnresolved(checked)]).toEqual(['checked', false])
})

test.each(['confirmedLate', 'probablyNotApplied'] as const)(
  'a verdict of %s says more than that somebody looked',
  (kind) => {
    const resolved = unknown({ ...verdict(kind), ...acknowledged })
    expect([findingOf(resolved), isUnresolved(resolved)]).toEqual([kind, false])
  },
)

test('of what is done only a report of another value is worth a mark', () => {
  const readBack = (kind: 'same' | 'other' | 'notReported') =>
    findingOf(exampleOperation({ readBack: { kind, time: 1, report: null } }))
  expect([readBack('same'), readBack('other'), readBack('notReported')]).toEqual([null, 'otherValue', null])
  expect(findingOf(exampleOperation({ outcome: 'notSent', failure: 'deviceOffline' }))).toBeNull()
})
