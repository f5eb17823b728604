import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Failure } from '#contract/enos/failure.ts'
import { createPerformer } from './perform.ts'
import type { Permit, Send } from './ports.ts'
import { aSend, surroundings } from './rules.suite.ts'

const ticks = async (count: number): Promise<void> => {
  for (let tick = 0; tick < count; tick++) await new Promise((resolve) => setImmediate(resolve))
}

const points = ['p', 'q']
const call = fc.record({
  /** Which of six sends; half of them go to each point, every third names the device by its keys. */
  send: fc.nat(5),
  /** When it is made, and how long the look-ups of its permit take. */
  after: fc.nat(6),
  identifying: fc.nat(3),
  deciding: fc.nat(3),
})

const sends = Array.from({ length: 6 }, (_, index) =>
  aSend({
    idempotencyKey: `one-of-six-${index}`,
    pendingTtl: 0,
    measurepointId: points[index % 2] ?? '',
    ...(index % 3 === 0 ? { assetId: '', productKey: 'pk', deviceKey: 'dk' } : {}),
  }),
)

it('whatever is asked for at whatever time, sends to a point of a device are decided about one by one, each knowing those before', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(call, { minLength: 1, maxLength: 20 }), async (calls) => {
      const around = surroundings()
      const { perform } = createPerformer({ ...around, follow: () => {}, ended: () => {} })
      const deciding = new Map<string, number>()
      const decided: string[] = []

      /** One send to each point, ever. */
      const permitOf = ({ identifying, deciding: length }: (typeof calls)[number]): Permit => ({
        async identify() {
          await ticks(identifying)
          return { deviceAssetId: 'a1' }
        },
        async decide({ measurepointId, idempotencyKey }) {
          expect(around.store.withKey(idempotencyKey)).toBeUndefined()
          const others = deciding.get(measurepointId) ?? 0
          expect(others).toBe(0)
          deciding.set(measurepointId, others + 1)
          const known = around.told.some((operation) => operation.measurepointId === measurepointId)
          await ticks(length)
          deciding.set(measurepointId, others)
          decided.push(idempotencyKey)
          if (known) throw new Failure('tooSoon')
          return { pointClass: 'routine' }
        },
      })
      const outcomes = await Promise.all(
        calls.map(async (one) => {
          await ticks(one.after)
          const send: Send = { ...(sends[one.send] ?? aSend()) }
          const result = await perform(send, permitOf(one)).catch((error: unknown) => error)
          return { send, result }
        }),
      )

      const recorded = new Map(around.told.map((operation) => [operation.id, operation]))
      const asked = new Set(calls.map((one) => points[one.send % 2]))
      // One passed at each point that was asked for, and it alone left, once.
      expect([...recorded.values()].map(({ measurepointId }) => measurepointId).sort()).toEqual([...asked].sort())
      expect(around.sets.map(({ idempotencyKey }) => idempotencyKey).sort()).toEqual(
        [...recorded.values()].map(({ idempotencyKey }) => idempotencyKey).sort(),
      )
      for (const { send, result } of outcomes) {
        const own = [...recorded.values()].find(({ idempotencyKey }) => idempotencyKey === send.idempotencyKey)
        // The key that passed always gets its operation; all others are told why not.
        if (own) expect(result).toMatchObject({ id: own.id, outcome: 'done', deviceAssetId: 'a1' })
        else expect(result).toMatchObject({ failure: 'tooSoon' })
      }
      expect(decided.length).toBeLessThanOrEqual(calls.length)
    }),
    { numRuns: 200 },
  )
})

it('a refusal lets the next of its point be decided about', async () => {
  const around = surroundings()
  const { perform } = createPerformer({ ...around, follow: () => {}, ended: () => {} })
  const refuse: Permit = {
    identify: async () => ({}),
    decide: async () => {
      throw new Failure('outsideLimits')
    },
  }
  const [refused, done] = await Promise.allSettled([
    perform(aSend({ pendingTtl: 0 }), refuse),
    perform(aSend({ pendingTtl: 0 }), { identify: async () => ({}), decide: async () => ({}) }),
  ])
  expect(refused).toMatchObject({ status: 'rejected', reason: { failure: 'outsideLimits' } })
  expect(done).toMatchObject({ status: 'fulfilled', value: { outcome: 'done' } })
  expect(around.sets).toHaveLength(1)
})

it('an unknown outcome holds back the same device by another name, where it was identified', async () => {
  const around = surroundings()
  const { perform } = createPerformer({ ...around, follow: () => {}, ended: () => {} })
  const permit: Permit = { identify: async () => ({ deviceAssetId: 'a1' }), decide: async () => ({}) }
  around.says.set = () => ({ failure: 'connectionLost', code: null, message: '', commandId: '', text: '' })
  const keys = { assetId: '', productKey: 'pk', deviceKey: 'dk' }
  expect(await perform(aSend({ pendingTtl: 0, ...keys }), permit)).toMatchObject({ outcome: 'unknown' })
  await expect(perform(aSend({ pendingTtl: 0 }), permit)).rejects.toMatchObject({ failure: 'unresolvedUnknown' })
})

it('what could not be decided about in time is not sent, nor is what waited for it', async () => {
  const around = surroundings()
  const { perform } = createPerformer({ ...around, follow: () => {}, ended: () => {} })
  const taking = (ms: number): Permit => ({
    identify: async () => ({}),
    decide: async () => {
      await around.clock.advance(ms)
      return {}
    },
  })
  const all = await Promise.allSettled([
    perform(aSend({ pendingTtl: 0 }), taking(30_001)),
    perform(aSend({ pendingTtl: 0 }), taking(0)),
  ])
  expect(all).toMatchObject([{ reason: { failure: 'targetUnknown' } }, { reason: { failure: 'targetUnknown' } }])
  expect(await perform(aSend({ pendingTtl: 0 }), taking(30_000))).toMatchObject({ outcome: 'done' })
  expect(around.sets).toHaveLength(1)
})
