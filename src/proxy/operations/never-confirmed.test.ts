import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Command } from '#contract/enos/command.ts'
import type { Operation } from '#contract/panel/operation.ts'
import { ExactNumber } from '#contract/value/exact.ts'
import { createGatherer, nothingGathered } from './gather-evidence.ts'
import { judge } from './judge.ts'
import { aSend, inState } from './rules.suite.ts'

const sent = 1_700_000_000_000
const end = sent + 30_000

/** Of which nobody knows what became of it: the connection was lost before an answer. */
const lost: Operation = {
  ...aSend({ pendingTtl: 0, timeout: 30, body: '{"value":0.1}' }),
  id: 'op',
  revision: 1,
  createTime: sent - 100,
  endTime: end,
  outcome: 'unknown',
  failure: 'connectionLost',
  code: null,
  message: '',
  commandId: '',
  state: null,
  steps: [
    { kind: 'recorded', time: sent - 100 },
    { kind: 'sent', time: sent },
    { kind: 'connectionLost', time: end },
  ],
  answer: '',
}

/** ms by our clock, since the send. */
const whenever = fc.integer({ min: -90_000, max: 120_000 })
const value = fc.constantFrom('0.1', '0.10', '7')
const state = fc.constantFrom(1, 4, 5, 6, 7)
const world = fc.record({
  /** ms by which the gateway's clock is ahead of ours, what is measured of it, and what that is wrong by at most. */
  skew: fc.oneof(fc.constant(0), fc.integer({ min: -3_600_000, max: 3_600_000 })),
  measured: fc.option(
    fc
      .integer({ min: 0, max: 1500 })
      .chain((margin) => fc.record({ margin: fc.constant(margin), error: fc.integer({ min: -margin, max: margin }) })),
  ),
  /** Whether devices go by the gateway's clock, or by ours. */
  followsGateway: fc.boolean(),
  reports: fc.array(fc.record({ at: whenever, value }), { maxLength: 6 }),
  /** What the send made of itself, if it arrived. */
  own: fc.option(fc.record({ delay: fc.integer({ min: 0, max: 3000 }), state })),
  others: fc.array(
    fc.record({ at: whenever, value, state, point: fc.constantFrom('p', 'q'), timeout: fc.constantFrom(30, 30, 10) }),
    { maxLength: 3 },
  ),
  looks: fc.array(fc.integer({ min: 1, max: 120_000 }), { minLength: 1, maxLength: 8 }),
})
type World = typeof world extends fc.Arbitrary<infer T> ? T : never

/** Lives through a world; what was found out in the end, and when all that it rests on really happened. */
async function live({ skew, measured, followsGateway, reports, own, others, looks }: World) {
  let now = end
  const byGateway = (time: number): number => time + skew
  const byDevice = (time: number): number => time + (followsGateway ? skew : 0)
  const difference = measured && { ahead: skew + measured.error, margin: measured.margin }
  const created = new Map<string, { at: number; command: Command; fits: boolean }>()
  const create = (
    commandId: string,
    at: number,
    more: { value: string; state: number; point: string; timeout: number },
  ) =>
    created.set(commandId, {
      at,
      fits: more.point === 'p' && more.value !== '7',
      command: inState(more.state, {
        commandId,
        createTime: byGateway(at),
        tslIdentifier: more.point,
        inputData: new ExactNumber(more.value),
        timeout: more.timeout,
        pendingTtl: 0,
      }),
    })
  if (own) create('own', sent + own.delay, { value: '0.1', state: own.state, point: 'p', timeout: 30 })
  others.forEach(({ at, ...more }, index) => {
    create(`other-${index}`, sent + at, more)
  })

  const gather = createGatherer({
    store: { rivals: () => [] },
    clock: { now: () => now, at: () => () => {} },
    witness: {
      getCommand: () => Promise.reject(new Error('asked for a command without an id')),
      async latest() {
        const known = reports.filter(({ at }) => sent + at <= now).sort((one, two) => one.at - two.at)
        const last = known.at(-1)
        return last ? { id: 'p', time: byDevice(sent + last.at), value: new ExactNumber(last.value) } : null
      },
      commandsSince: async (_operation, since) =>
        [...created.values()]
          .filter(({ at, command }) => at <= now && command.createTime >= since)
          .map(({ command }) => command),
      definitionOf: async () => null,
      clockDifference: () => difference,
    },
  })
  const gathered = nothingGathered()
  for (const pause of looks) {
    now += pause
    await gather(lost, gathered)
    const verdict = judge(lost, gathered.evidence, now, difference, gathered.isPending)
    if (verdict) return { verdict, created, byDevice, difference }
  }
  return null
}

it('nothing is confirmed late without evidence newer than the send, whatever the clocks, the device and others do', async () => {
  const confirmed = { report: 0, commandState: 0 }
  const check = async (one: World): Promise<void> => {
    const found = await live(one)
    if (found?.verdict.kind !== 'confirmedLate') return
    const { verdict, created, byDevice, difference } = found
    const [proof] = verdict.evidence
    expect(verdict.evidence).toHaveLength(1)
    if (proof?.kind === 'report') {
      confirmed.report++
      const reports = one.reports.filter(({ at }) => byDevice(sent + at) === proof.time)
      expect(reports.some(({ at, value: reported }) => at > 0 && reported !== '7')).toBe(true)
      return
    }
    confirmed.commandState++
    const command = created.get(proof?.commandId ?? '')
    expect(difference).not.toBeNull()
    expect(proof).toMatchObject({ state: 5, outcome: 'done' })
    expect(proof?.seenTime).toBeGreaterThan(end)
    expect(command?.fits).toBe(true)
    // Older only by what the clocks may differ by.
    expect(command?.at).toBeGreaterThan(sent - 4000)
    expect(command?.at).toBeLessThan(end + 4000)
    // Its own where it has one, and no other that could as well be it.
    if (one.own) expect(proof?.commandId).toBe('own')
    const alike = [...created.values()].filter(({ at, fits }) => fits && at >= sent && at <= end)
    expect(alike.length).toBeLessThanOrEqual(1)
  }
  await fc.assert(fc.asyncProperty(world, check), { numRuns: 4000 })
  expect(confirmed.report).toBeGreaterThan(100)
  expect(confirmed.commandState).toBeGreaterThan(100)
})
