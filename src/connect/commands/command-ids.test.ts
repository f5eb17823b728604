import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commandIds } from './command-ids.ts'

describe('commandIds', () => {
  it('have 19 digits and grow, whatever the clock does and however often the program starts again', () => {
    const clockReading = fc.integer({ min: 0, max: 4_000_000_000_000 })
    fc.assert(
      fc.property(fc.array(fc.record({ now: clockReading, restart: fc.boolean() }), { minLength: 1 }), (steps) => {
        let now = 0
        let last: string | undefined
        let next = commandIds(() => now, undefined)
        for (const step of steps) {
          now = step.now
          if (step.restart) next = commandIds(() => now, last)
          const id = next()
          expect(id).toMatch(/^\d{19}$/)
          if (last !== undefined) expect(BigInt(id)).toBeGreaterThan(BigInt(last))
          last = id
        }
      }),
    )
  })

  it('tell the moment they were made in, so that ids of two runs do not meet', () => {
    const now = 1_700_000_000_000
    expect(BigInt(commandIds(() => now, undefined)()) >> 20n).toBe(BigInt(now))
  })
})
