import { describe, expect, it } from 'vitest'
import { Failure } from '#contract/enos/failure.ts'
import { parseExact } from '#contract/value/exact.ts'
import { en } from '../../text/en.ts'
import { refusalFacts } from './refusal-facts.ts'
import { targetForTest } from './target-for-test.ts'

const target = targetForTest('{"dataType":"DOUBLE","unit":{"unitId":"kW","multiplier":"ONE"}}')
const now = Date.UTC(2026, 0, 5, 12)
/** HH:mm:ss by the clock on this machine's wall, whose zone need not be whole hours from UTC. */
const onTheWall = (time: number) => new Date(time).toTimeString().slice(0, 8)
const facts = (failure: ConstructorParameters<typeof Failure>[0], data: string, contact = '') =>
  refusalFacts(new Failure(failure, '', { data: parseExact(data) }), { target, contact, now }, en)

describe('what a refusal carries', () => {
  it('is told by rule, limit and value with their unit', () => {
    expect(facts('outsideLimits', '{"rule":"Soft limit","limit":"3000","value":"3200.0"}')).toEqual([
      ['Rule', 'Soft limit'],
      ['Limit', '3,000 kW'],
      ['Your value', '3,200.0 kW'],
    ])
  })

  it('names the right, the role and whom to ask', () => {
    expect(facts('rightMissing', '{"right":"setCritical","role":"engineer"}', 'the control room')).toEqual([
      ['Missing right', 'setting critical points'],
      ['Needs the role', 'engineer'],
      ['Whom to ask', 'the control room'],
    ])
  })

  it('sets the value that was seen beside the one that is reported now', () => {
    const rows = facts('presentValueChanged', `{"expectedValue":"3300.0","presentValue":"2850.0","presentTime":${now}}`)
    expect(rows[0]).toEqual(['You saw', '3,300.0 kW'])
    expect(rows[1]?.[1]).toBe(`2,850.0 kW, reported at ${onTheWall(now)}`)
  })

  it('tells the seconds between two sends, and when the next may leave', () => {
    const rows = facts('tooSoon', `{"rule":"Settle","limit":"90","retryAt":${now + 60_000}}`)
    expect(rows).toContainEqual(['Between two sends', '90 s'])
    expect(rows.find(([label]) => label === 'Possible from')?.[1]).toBe(onTheWall(now + 60_000).slice(0, 5))
  })

  it('is nothing where the failure carries nothing', () => {
    expect(facts('notRecorded', 'null', 'the control room')).toEqual([])
  })
})
