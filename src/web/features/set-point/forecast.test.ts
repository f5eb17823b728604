import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deviceStatuses } from '#contract/enos/device.ts'
import { type ForecastFacts, forecastKinds, forecastOf, mostPlaces } from './forecast.ts'

const answers = { of: 'point' as const, count: 0, within: null, silent: 0, refused: 0, refusedCode: null, unencoded: 0 }
const free = { count: 0, places: 0, firstUpTo: 0, allUpTo: 0 }
const facts = (change: Partial<ForecastFacts> = {}): ForecastFacts => ({
  status: 'online',
  statusAge: null,
  pendingTtl: 0,
  timeout: 30,
  front: free,
  answers,
  ...change,
})
const quick = { ...answers, count: 5, within: 1800 }

const anyFacts: fc.Arbitrary<ForecastFacts> = fc
  .record({
    status: fc.constantFrom(...deviceStatuses),
    statusAge: fc.option(fc.nat({ max: 200_000_000 })),
    pendingTtl: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 172_800 })),
    timeout: fc.integer({ min: 1, max: 60 }),
    front: fc.option(
      fc.record({
        count: fc.nat({ max: 60 }),
        places: fc.nat({ max: 50 }),
        firstUpTo: fc.nat({ max: 60 }),
        allUpTo: fc.nat({ max: 3600 }),
      }),
    ),
    within: fc.option(fc.nat({ max: 60_000 })),
    ends: fc.array(fc.constantFrom('done', 'silent', 'refused', 'unencoded'), { maxLength: 10 }),
  })
  .map(({ within, ends, ...rest }) => {
    const count = (end: string) => ends.filter((one) => one === end).length
    return {
      ...rest,
      answers: {
        of: 'point',
        count: ends.length,
        within,
        silent: count('silent'),
        refused: count('refused'),
        refusedCode: null,
        unencoded: count('unencoded'),
      },
    }
  })

/** §1.3 and §1.5 once more, as plain questions. */
function byRules({ status, pendingTtl, front }: ForecastFacts): string | null {
  if (pendingTtl === 0) return status === 'online' ? null : status === 'inactive' ? 'deviceInactive' : 'deviceOffline'
  return front && front.places >= 50 ? 'queueFull' : null
}

describe('a forecast', () => {
  it('says "will" of every end that the rules leave no choice in, and of no other failure', () => {
    fc.assert(
      fc.property(anyFacts, (known) => {
        const { certainty, end } = forecastOf(known)
        const ruled = byRules(known)
        if (ruled) expect([certainty, end]).toEqual(['will', ruled])
        else if (certainty === 'will') expect(['queued', 'waits']).toContain(end)
      }),
      { numRuns: 2000 },
    )
  })

  it('says "will be kept" only of a device that is away, with a place left', () => {
    fc.assert(
      fc.property(anyFacts, (known) => {
        if (forecastOf(known).end !== 'queued') return
        expect(known.pendingTtl).toBeGreaterThan(0)
        expect(known.status).not.toBe('online')
        expect(known.front?.places).toBeLessThan(mostPlaces)
      }),
      { numRuns: 2000 },
    )
  })

  it('says that a thing is not known where the queue could not be read, unless the queue makes no difference', () => {
    expect(forecastOf(facts({ front: null })).certainty).toBe('unknown')
    expect(forecastOf(facts({ front: null, pendingTtl: 60, status: 'offline' })).certainty).toBe('unknown')
    expect(forecastOf(facts({ front: null, status: 'offline' })).certainty).toBe('will')
    expect(forecastOf(facts()).kind).toBe('notKnown')
  })

  it.each([
    ['inactiveNow', facts({ status: 'inactive' })],
    ['disabledNow', facts({ status: 'disabled' })],
    ['offlineNow', facts({ status: 'offline' })],
    ['frontNotKnown', facts({ front: null })],
    ['queueFull', facts({ pendingTtl: 60, front: { ...free, places: 50 } })],
    ['keptTooShort', facts({ status: 'offline', statusAge: 3_600_000, pendingTtl: 600 })],
    ['keptInactive', facts({ status: 'inactive', pendingTtl: 600 })],
    ['keptDisabled', facts({ status: 'disabled', pendingTtl: 600 })],
    ['keptOffline', facts({ status: 'offline', statusAge: 60_000, pendingTtl: 600 })],
    ['unencoded', facts({ answers: { ...answers, count: 3, unencoded: 2 } })],
    [
      'turnTooLate',
      facts({
        timeout: 30,
        front: { ...free, count: 2, allUpTo: 90 },
        answers: { ...answers, count: 1, within: 20_000 },
      }),
    ],
    [
      'expiresInQueue',
      facts({
        pendingTtl: 30,
        front: { ...free, count: 2, allUpTo: 90 },
        answers: { ...answers, count: 2, silent: 2 },
      }),
    ],
    ['behind', facts({ front: { count: 2, places: 2, firstUpTo: 30, allUpTo: 60 }, answers: quick })],
    ['refused', facts({ answers: { ...quick, refused: 3 } })],
    ['silent', facts({ answers: { ...answers, count: 4, silent: 2 } })],
    ['tooSlow', facts({ timeout: 5, answers: { ...quick, within: 8000 } })],
    ['usual', facts({ answers: quick })],
    ['notKnown', facts()],
  ] satisfies [string, ForecastFacts][])('can be "%s"', (kind, known) => {
    expect(forecastOf(known).kind).toBe(kind)
  })

  it('has no row that the list above leaves out', () => {
    expect(forecastKinds).toHaveLength(18)
  })

  it('makes nothing of one bad end alone', () => {
    expect(forecastOf(facts({ answers: { ...quick, count: 1, silent: 1 } })).kind).toBe('usual')
  })

  it('suggests a shorter wait to who waits needlessly long, and a longer one to who waits too short', () => {
    expect(forecastOf(facts({ answers: quick })).betterTimeout).toBe(10)
    expect(forecastOf(facts({ answers: quick, timeout: 10 })).betterTimeout).toBeNull()
    expect(forecastOf(facts({ answers: { ...quick, count: 2 } })).betterTimeout).toBeNull()
    expect(forecastOf(facts({ timeout: 5, answers: { ...quick, within: 8000 } })).betterTimeout).toBe(30)
    expect(forecastOf(facts({ timeout: 50, answers: { ...quick, within: 52_000 } })).betterTimeout).toBe(60)
  })

  it('never suggests a wait that is not longer than what is usual', () => {
    fc.assert(
      fc.property(anyFacts, (known) => {
        const { betterTimeout } = forecastOf(known)
        if (betterTimeout !== null) expect(betterTimeout * 1000).toBeGreaterThan(known.answers.within ?? 0)
      }),
      { numRuns: 2000 },
    )
  })
})
