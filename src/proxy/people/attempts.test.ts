import { afterEach, describe, expect, it } from 'vitest'
import { Failure } from '#contract/enos/failure.ts'
import { openDatabase } from '#database/open-database.ts'
import { openAttempts } from './attempts.ts'
import { migrations } from './migrations.ts'

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

function open() {
  const database = openDatabase('sqlite::memory:', migrations)
  stops.push(database.close)
  const clock = { time: 1_800_000_000_000 }
  const attempts = openAttempts(database, () => clock.time)
  /** Seconds to wait; 0 for an attempt that was let through, and counts as failed. */
  const attempt = async (id: string, address: string): Promise<number> => {
    try {
      await attempts.begin(id, address)
      return 0
    } catch (error) {
      if (!(error instanceof Failure) || error.failure !== 'tooManyAttempts') throw error
      return (error.data as { retryAfter: number }).retryAfter
    }
  }
  return { attempts, attempt, clock, sqlite: database.sqlite }
}

describe('attempts to sign in', () => {
  it('wait longer and longer from the fifth failure of an account on, wherever they come from', async () => {
    const { attempt, clock } = open()
    for (let n = 0; n < 5; n++) expect(await attempt('ann', `10.0.0.${n}`)).toBe(0)
    const waits: number[] = []
    for (let n = 5; n < 13; n++) {
      const wait = await attempt('ann', `10.0.0.${n}`)
      waits.push(wait)
      clock.time += wait * 1000 - 1
      expect(await attempt('ann', '10.0.1.1')).toBe(1)
      clock.time += 1
      expect(await attempt('ann', `10.0.0.${n}`)).toBe(0)
    }
    expect(waits).toEqual([30, 60, 120, 240, 480, 900, 900, 900])
    expect(await attempt('bob', '10.0.2.1')).toBe(0)
  })

  it('wait by address too, whomever they try, from the twentieth on', async () => {
    const { attempt } = open()
    for (let n = 0; n < 20; n++) expect(await attempt(`person${n}`, '10.0.0.7')).toBe(0)
    expect(await attempt('ann', '10.0.0.7')).toBe(30)
    expect(await attempt('ann', '10.0.0.8')).toBe(0)
  })

  it('that are refused for waiting do not make the wait longer', async () => {
    const { attempt } = open()
    for (let n = 0; n < 5; n++) await attempt('ann', '10.0.0.7')
    for (let n = 0; n < 50; n++) expect(await attempt('ann', '10.0.0.7')).toBe(30)
  })

  it('that are made at the same time are all counted', async () => {
    const { attempt } = open()
    const waits = await Promise.all(Array.from({ length: 40 }, () => attempt('ann', '10.0.0.7')))
    expect(waits.filter((wait) => wait === 0)).toHaveLength(5)
  })

  it('that succeed forgive the account, but an address only what they themselves counted', async () => {
    const { attempts, attempt } = open()
    for (let n = 0; n < 4; n++) await attempt('ann', '10.0.0.7')
    expect(await attempt('ann', '10.0.0.7')).toBe(0)
    await attempts.succeeded('ann', '10.0.0.7')
    for (let n = 0; n < 5; n++) expect(await attempt('ann', '10.0.0.7')).toBe(0)
    expect(await attempt('ann', '10.0.0.7')).toBe(30)
    // 4 + 5 failures of this address are left of its 20.
    for (let n = 0; n < 11; n++) expect(await attempt(`person${n}`, '10.0.0.7')).toBe(0)
    expect(await attempt('bob', '10.0.0.7')).toBe(30)
  })

  it('are forgotten an hour after the last', async () => {
    const { attempt, clock, sqlite } = open()
    for (let n = 0; n < 5; n++) await attempt('ann', '10.0.0.7')
    clock.time += 60 * 60 * 1000
    expect(await attempt('ann', '10.0.0.7')).toBe(0)
    expect(sqlite.prepare('SELECT sum(count) FROM attempt').pluck().get()).toBe(2)
  })

  it('leave neither a name nor an address on disk, as the name may be a password', async () => {
    const { attempt, sqlite } = open()
    await attempt('my secret password', '10.0.0.7')
    expect(JSON.stringify(sqlite.prepare('SELECT * FROM attempt').all())).not.toMatch(/secret|10\.0\.0\.7/)
  })
})
