import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Evidence, Operation } from '#contract/panel/operation.ts'
import { sentTimeOf } from '#contract/panel/sent-value.ts'
import { ExactNumber } from '#contract/value/exact.ts'
import * as rules from './judge.ts'
import { type Circumstances, reportOf, stateOf, verdictWithin } from './judge.ts'
import { aSend, inState } from './rules.suite.ts'

const sent = 1_700_000_000_000
const end = sent + 30_000

const unknown = (change: Partial<Operation> = {}): Operation => ({
  ...aSend({ pendingTtl: 0, body: '{"value":0.1}' }),
  id: 'op',
  revision: 1,
  createTime: sent - 100,
  endTime: end,
  outcome: 'unknown',
  failure: 'noAnswerInTime',
  code: 11915,
  message: '',
  commandId: '2500000000000000001',
  state: 7,
  steps: [
    { kind: 'recorded', time: sent - 100 },
    { kind: 'sent', time: sent },
    { kind: 'answered', time: end },
  ],
  answer: '',
  ...change,
})

/** Two clocks that agree, as far as that is measured. */
const clock = { ahead: 0, margin: 2000 }
const known: Circumstances = { clock, definition: null, isFresh: false }
const judge = (operation: Operation, evidence: Evidence[], now: number, isPending = false) =>
  rules.judge(operation, evidence, now, clock, isPending)
const judgeReadBack = (operation: Operation, evidence: Evidence[], now: number) =>
  rules.judgeReadBack(operation, evidence, now, clock)

const reported = (
  operation: Operation,
  time: number,
  value: string,
  seenTime = time + 1,
  circumstances: Partial<Circumstances> = {},
): Evidence[] => {
  const latest = { id: 'p', time, value: new ExactNumber(value) }
  const report = reportOf(operation, latest, seenTime, { ...known, ...circumstances })
  return report ? [report] : []
}

describe('a verdict on an unknown outcome', () => {
  const operation = unknown()

  it('is confirmedLate by the value sent, reported after the send, also as a single', () => {
    const evidence = reported(operation, sent + 2001, '0.10000000149')
    expect(judge(operation, evidence, end)).toEqual({ kind: 'confirmedLate', time: end, evidence })
  })

  it('is not confirmed by an old report that arrives late, nor by one from the future', () => {
    expect(reported(operation, sent, '0.1', end + 5000)).toEqual([])
    // What the measured clocks may be wrong by.
    expect(reported(operation, sent + 2000, '0.1', end + 5000)).toEqual([])
    // Not measured, only a report that came after another look is surely newer.
    const unmeasured = { clock: null, isFresh: true }
    expect(reported(operation, end, '0.1', end + 5000, { ...unmeasured, isFresh: false })).toEqual([])
    expect(reported(operation, end, '0.1', end + 5000, unmeasured)).toHaveLength(1)
    expect(reported(operation, sent + 5000, '0.1', end + 5000, unmeasured)).toEqual([])
    expect(reported(operation, sent - 60_000, '0.1', end + 5000)).toEqual([])
    expect(reported(operation, end + 3_600_000, '0.1', end + 5000)).toEqual([])
  })

  it('takes the gateway’s clock for the device’s, but not for a reason to believe an old report', () => {
    const hour = 3_600_000
    // Ours is an hour behind.
    const ahead = { clock: { ahead: hour, margin: 2000 } }
    expect(reported(operation, sent + hour - 1, '0.1', end, ahead)).toEqual([])
    expect(reported(operation, sent + hour + 2001, '0.1', end, ahead)).toHaveLength(1)
    // Ours is an hour ahead, or the gateway’s alone is behind: only another report tells.
    const behind = { clock: { ahead: -hour, margin: 2000 } }
    expect(reported(operation, sent - hour + 2001, '0.1', end, behind)).toEqual([])
    expect(reported(operation, sent - hour + 2001, '0.1', end, { ...behind, isFresh: true })).toHaveLength(1)
    expect(reported(operation, sent - hour, '0.1', end, { ...behind, isFresh: true })).toEqual([])
  })

  it('compares by the model where it is known: only a FLOAT may have been rounded', () => {
    const isSame = (dataType: 'FLOAT' | 'DOUBLE') => {
      const definition = { dataType, dataDefinition: {} }
      const [report] = reported(operation, end, '0.10000000149', end + 1, { definition })
      return report?.kind === 'report' && report.isSame
    }
    expect([isSame('FLOAT'), isSame('DOUBLE')]).toEqual([true, false])
  })

  it('waits for a command that is seen to wait for its device', () => {
    const cached = unknown({ pendingTtl: 3600, failure: 'connectionLost', commandId: '', state: null })
    const last = sent + 3_630_000 + verdictWithin
    expect(judge(cached, [], end + verdictWithin)).toMatchObject({ kind: 'cannotTell' })
    expect(judge(cached, [], last - 1, true)).toBeNull()
    expect(judge(cached, [], last, true)).toMatchObject({ kind: 'cannotTell' })
  })

  it('names the command that was found where the answer named none', () => {
    const lost = unknown({ commandId: '', state: null })
    expect(stateOf(lost, inState(5), end)).toMatchObject({ outcome: 'done', commandId: '2500000000000000001' })
    expect(stateOf(operation, inState(5), end)).not.toHaveProperty('commandId')
  })

  it('is probablyNotApplied by three reports of another value after the device had its time', () => {
    const others = [end + 2001, end + 2002, end + 2003].flatMap((time) => reported(operation, time, '7'))
    expect(judge(operation, others.slice(0, 2), end + 2004)).toBeNull()
    expect(judge(operation, others, end + 2004)).toEqual({
      kind: 'probablyNotApplied',
      time: end + 2004,
      evidence: others,
    })
  })

  it('does not take reports for "not applied" while the device may still act', () => {
    const others = [1, 2, 3, 4].flatMap((s) => reported(operation, sent + 2000 + s, '7'))
    expect(others).toHaveLength(4)
    expect(judge(operation, others, end + 4)).toBeNull()
    const cached = unknown({ pendingTtl: 3600, failure: 'connectionLost' })
    const later = [1, 2, 3, 4].flatMap((ms) => reported(cached, end + ms, '7'))
    expect(judge(cached, later, end + verdictWithin)).toMatchObject({ kind: 'cannotTell' })
  })

  it('follows the later state of the command', () => {
    const now = end + 1000
    const verdict = (state: number, resultCode: number | null = null) => {
      const evidence = stateOf(operation, inState(state, { endTime: now, resultCode }), now)
      return evidence && judge(operation, [evidence], now)?.kind
    }
    expect([1, 4, 7].map((state) => verdict(state))).toEqual([null, null, null])
    expect(verdict(5)).toBe('confirmedLate')
    expect([verdict(2), verdict(3), verdict(6, -5)]).toEqual(Array(3).fill('probablyNotApplied'))
    expect(verdict(6, 11915)).toBeNull()
  })

  it('is cannotTell when the time is over and nothing was seen', () => {
    expect(judge(operation, [], end + verdictWithin - 1)).toBeNull()
    expect(judge(operation, [], end + verdictWithin)).toEqual({
      kind: 'cannotTell',
      time: end + verdictWithin,
      evidence: [],
    })
  })

  it('counts from the end where it was cut off before its leaving was recorded', () => {
    const interrupted = unknown({ steps: [{ kind: 'recorded', time: sent }], failure: 'interrupted' })
    expect(sentTimeOf(interrupted)).toBe(end)
    expect(reported(interrupted, sent + 10, '0.1', end + 20)).toEqual([])
  })

  it('is never confirmedLate without evidence newer than the send, whatever is seen in whatever order', () => {
    const event = fc.record({
      at: fc.integer({ min: -100_000, max: 700_000 }),
      seenAfter: fc.integer({ min: 0, max: 700_000 }),
      what: fc.constantFrom('0.1', '0.10', '7', '-1', 'state 1', 'state 3', 'state 4', 'state 5', 'state 7'),
    })
    const steps = fc.subarray<Operation['steps'][number]>([
      { kind: 'sent', time: sent },
      { kind: 'released', time: sent + 20_000 },
      { kind: 'interrupted', time: end },
    ])
    const ttl = fc.constantFrom(0, 600)
    let confirmed = 0
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), steps, ttl, (events, taken, pendingTtl) => {
        const operation = unknown({ steps: taken, pendingTtl })
        const evidence: Evidence[] = []
        for (const { at, seenAfter, what } of events) {
          const seen = Math.max(end, sent + at) + seenAfter
          const state = /^state (\d)$/.exec(what)?.[1]
          const found = state ? stateOf(operation, inState(Number(state)), seen) : undefined
          evidence.push(...(state ? (found ? [found] : []) : reported(operation, sent + at, what, seen)))
          const verdict = judge(operation, evidence, seen)
          if (verdict?.kind === 'confirmedLate') {
            confirmed++
            const [proof] = verdict.evidence
            const isNewer =
              proof?.kind === 'report' ? proof.time > sentTimeOf(operation) : (proof?.seenTime ?? 0) >= end
            expect(isNewer).toBe(true)
            const isTrue = proof?.kind === 'report' ? proof.value.startsWith('0.1') : proof?.state === 5
            expect(isTrue).toBe(true)
          }
        }
      }),
      { numRuns: 2000 },
    )
    expect(confirmed).toBeGreaterThan(100)
  })
})

describe('a read-back', () => {
  const done = unknown({ outcome: 'done', endTime: sent + 500, failure: null })

  it('is the same as soon as the device reports what it confirmed', () => {
    const evidence = [...reported(done, sent + 10, '7'), ...reported(done, sent + 900, '0.1')]
    expect(judgeReadBack(done, evidence, sent + 1000)).toMatchObject({ kind: 'same', report: { value: '0.1' } })
  })

  it('is another after three reports of it or at the end of its time, and none where nothing new was reported', () => {
    const others = [600, 700, 800].flatMap((ms) => reported(done, sent + ms, '7'))
    expect(judgeReadBack(done, others.slice(0, 2), sent + 1000)).toBeNull()
    expect(judgeReadBack(done, others, sent + 1000)).toMatchObject({ kind: 'other', report: { value: '7' } })
    expect(judgeReadBack(done, others.slice(0, 1), sent + 61_000)).toMatchObject({ kind: 'other' })
    expect(judgeReadBack(done, [], sent + 61_000)).toEqual({ kind: 'notReported', time: sent + 61_000, report: null })
  })
})
