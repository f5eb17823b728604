import { expect, it } from 'vitest'
import { createTransactions, transactionTime } from './transactions.ts'

const transaction = (state: string, startTime: number) => ({
  ...{ state, nonce: 'n', verifier: 'v', returnTo: '/', again: false },
  startTime,
})

it('what a browser keeps leads back to its sign-in, once', () => {
  const transactions = createTransactions(() => 1000)
  const kept = transactions.seal(transaction('s', 1000))
  expect(transactions.take(kept, 's')).toEqual(transaction('s', 1000))
  expect(transactions.take(kept, 's')).toBeUndefined()
})

it('it tells nobody what is in it, and is never the same', () => {
  const transactions = createTransactions(() => 0)
  const [one, two] = [transactions.seal(transaction('state', 0)), transactions.seal(transaction('state', 0))]
  expect(one).not.toBe(two)
  expect(Buffer.from(one, 'base64url').toString('latin1')).not.toContain('state')
})

it('it counts for ten minutes', () => {
  let now = 0
  const transactions = createTransactions(() => now)
  const [one, two] = [transactions.seal(transaction('1', 0)), transactions.seal(transaction('2', 0))]
  now = transactionTime - 1
  expect(transactions.take(one, '1')).toBeDefined()
  now = transactionTime
  expect(transactions.take(two, '2')).toBeUndefined()
})

it('one changed bit makes it worthless, as does another process', () => {
  const transactions = createTransactions(() => 0)
  const bytes = Buffer.from(transactions.seal(transaction('s', 0)), 'base64url')
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes)
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
    expect(transactions.take(changed.toString('base64url'), 's')).toBeUndefined()
  }
  for (const length of [0, 1, 12, 28, 29]) {
    expect(transactions.take(bytes.subarray(0, length).toString('base64url'), 's')).toBeUndefined()
  }
  expect(createTransactions(() => 0).take(bytes.toString('base64url'), 's')).toBeUndefined()
  expect(transactions.take(bytes.toString('base64url'), 's')).toBeDefined()
})

it('after more answers than are remembered the newest still counts once', { timeout: 120_000 }, () => {
  const transactions = createTransactions(() => 0)
  for (let index = 0; index < 20_000; index++)
    transactions.take(transactions.seal(transaction(`${index}`, 0)), `${index}`)
  const kept = transactions.seal(transaction('last', 0))
  expect(transactions.take(kept, 'last')).toBeDefined()
  expect(transactions.take(kept, 'last')).toBeUndefined()
})
