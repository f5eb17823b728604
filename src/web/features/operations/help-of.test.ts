import { expect, test } from 'vitest'
import { type FailureName, failures } from '#contract/enos/failures.ts'
import { exampleOperation } from '#contract/panel/example-operation.suite.ts'
import type { Operation, Verdict } from '#contract/panel/operation.ts'
import { helpOf } from './help-of.ts'

const names = (failure: FailureName | null, outcome: 'done' | 'queued' | 'unknown' | 'notSent' = 'notSent') =>
  helpOf(exampleOperation({ failure, outcome })).map(({ name }) => name)

test('an offline device: queue it instead, with the same digits', () => {
  const [queue] = helpOf(exampleOperation({ failure: 'deviceOffline', outcome: 'notSent', body: '{"value":1.0}' }))
  expect(queue).toMatchObject({
    name: 'queue',
    href: '/?asset=Ab3dE9xQ&point=targetTemp&value=1.0&timeout=30&ttl=86400',
  })
})

test('a device that was never activated is not offered a queue', () =>
  expect(names('deviceInactive')).toEqual(['device']))

test.each(
  Object.keys(failures).filter((name) => failures[name as FailureName].delivery === 'maybeSent') as FailureName[],
)('after %s, which may have reached the device, only reading back is offered', (failure) =>
  expect(names(failure, 'unknown')).toEqual(['readBack']),
)

test('a full queue leads to the queue of this device', () => {
  const [showQueue] = helpOf(exampleOperation({ failure: 'queueFull', outcome: 'notSent' }))
  expect(showQueue?.href).toBe('/operations?outcome=waiting%2Cqueued&asset=Ab3dE9xQ')
})

test('what is done can be sent again as a new draft', () => expect(names(null, 'done')).toContain('again'))

test('once it is known what became of an unknown outcome, or a person has looked, it may be sent again as a new draft', () => {
  const helps = (changes: Partial<Operation>) =>
    helpOf(exampleOperation({ failure: 'noAnswerInTime', outcome: 'unknown', ...changes })).map(({ name }) => name)
  const verdict = (kind: Verdict['kind']) => ({ verdict: { kind, time: 1, evidence: [] } })
  expect(helps(verdict('probablyNotApplied'))).toEqual(['device', 'again'])
  expect(helps({ acknowledged: { person: 'M', time: 1, reason: 'r' } })).toEqual(['device', 'again'])
  expect(helps(verdict('cannotTell'))).toEqual(['readBack'])
  expect(helps(verdict('confirmedLate'))).toEqual(['device'])
})
