import { describe, expect, test } from 'vitest'
import { exampleOperation } from '#contract/panel/example-operation.suite.ts'
import type { Operation } from '#contract/panel/operation.ts'
import { en } from '../../text/en.ts'
import { untilText } from '../../ui/time-text.ts'
import { sentenceOf } from './sentence-of.ts'

const start = 1_700_000_000_000
const told = (changes: Partial<Operation>, now = start, place?: number) =>
  sentenceOf(exampleOperation(changes), en, now, place)

describe('done', () => {
  test('an instant command tells the time from sending to the answer', () =>
    expect(told({})).toBe('The device confirmed after 0.42 s.'))

  const cached: Partial<Operation> = { pendingTtl: 600, endTime: start + 90_420 }
  test('a cached one tells how long it waited, and how long the device took', () =>
    expect(
      told({
        ...cached,
        steps: [
          { kind: 'released', time: start + 90_000 },
          { kind: 'answered', time: start + 90_420 },
        ],
      }),
    ).toBe('Queued for 1 min 30 s, then the device confirmed after 0.42 s.'))

  test('where EnOS does not tell when it sent, no time of the device is made up', () =>
    expect(
      told({
        ...cached,
        steps: [
          { kind: 'released', time: start + 90_420 },
          { kind: 'answered', time: start + 90_420 },
        ],
      }),
    ).toBe('Queued for 1 min 30 s, then the device confirmed.'))
})

describe('on its way', () => {
  const waiting: Partial<Operation> = { outcome: 'waiting', endTime: null, steps: [{ kind: 'recorded', time: start }] }
  test('what is waited for counts down', () => {
    expect(told(waiting, start + 18_000)).toBe('Sent. Waits for the answer, at most 12 s more.')
    expect(told(waiting, start + 31_000)).toBe('Sent. The waiting time is over, the result is on its way.')
  })

  test('a cached command waits for its answer from the moment it was handed over', () =>
    expect(
      told({ ...waiting, pendingTtl: 600, steps: [{ kind: 'released', time: start + 60_000 }] }, start + 61_000),
    ).toBe('Handed to the device. Waits for its answer, at most 29 s more.'))

  const queued: Partial<Operation> = { outcome: 'queued', endTime: null, pendingTtl: 600, steps: [] }
  test('a queued command tells its place and until when it is kept', () => {
    const until = untilText(start + 600_000, start, 'en')
    expect(told(queued, start, 2)).toBe(`Waits for the device, 2nd in line, until ${until}.`)
    expect(told(queued, start, 11)).toBe(`Waits for the device, 11th in line, until ${until}.`)
    expect(told(queued)).toBe(`Waits for the device, until ${until}.`)
    expect(told(queued, start + 600_000)).toBe('The time to keep it is over. EnOS takes it out of the queue.')
  })
})

describe('not done', () => {
  test('not sent: what happened', () =>
    expect(told({ outcome: 'notSent', failure: 'deviceOffline', code: 11900, message: 'Device offline' })).toBe(
      en.failures.deviceOffline.what,
    ))

  test('unknown: also what to do, because it must not be sent again blindly', () =>
    expect(told({ outcome: 'unknown', failure: 'noAnswerInTime', code: 11915 })).toBe(
      `${en.failures.noAnswerInTime.what} It may have acted: read the value back before you send again.`,
    ))

  test('unknown and cleared up later: what was found, or who has looked, in place of the advice', () => {
    const unknown: Partial<Operation> = { outcome: 'unknown', failure: 'noAnswerInTime', code: 11915 }
    const { what } = en.failures.noAnswerInTime
    expect(told({ ...unknown, verdict: { kind: 'confirmedLate', time: 1, evidence: [] } })).toBe(
      `${what} Later it showed that the device had acted.`,
    )
    expect(told({ ...unknown, acknowledged: { person: 'M. Lindqvist', time: 1, reason: 'It acted.' } })).toBe(
      `${what} M. Lindqvist has checked: “It acted.”`,
    )
  })

  test("refused: with the device's own words", () =>
    expect(told({ outcome: 'refused', failure: 'refusedByDevice', code: 1101, message: 'Pitch is locked' })).toBe(
      `${en.failures.refusedByDevice.what} “Pitch is locked”`,
    ))
})
