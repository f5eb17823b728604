import { expect, it } from 'vitest'
import { runBadRequests } from './run.ts'

// `npm run bad-requests` sends 100,000 to each door; this is its short form.
const run = { count: 1500, seed: Number(process.env.BAD_REQUESTS_SEED ?? 20_261_123) }

it('no bad request brings a server down, makes it fail, lets it tell of its inside, or changes what it holds', async () => {
  const { results, before, after } = await runBadRequests(run)
  for (const { door, sent, wrong, isAlive } of results) {
    expect({ door, sent, wrong, isAlive }).toEqual({ door, sent: run.count, wrong: [], isAlive: true })
  }
  expect(after).toBe(before)
}, 240_000)
