import { expect, test } from 'vitest'
import { keyFor, newIdempotencyKey } from './idempotency-key.ts'

test('a key is made with and without randomUUID, long enough for the proxy', () => {
  expect(newIdempotencyKey(crypto)).toMatch(/^[\da-f-]{36}$/)
  const old = { getRandomValues: crypto.getRandomValues.bind(crypto) }
  expect(newIdempotencyKey(old)).toMatch(/^[\da-f]{32}$/)
  expect(newIdempotencyKey(old)).not.toBe(newIdempotencyKey(old))
})

test('the same content goes out under the same key, so that it is never sent twice', () => {
  const first = keyFor({ idempotencyKey: 'a', usedFor: '' }, 'body 1', () => 'b')
  expect(first).toEqual({ idempotencyKey: 'a', usedFor: 'body 1' })
  expect(keyFor(first, 'body 1', () => 'b')).toEqual(first)
})

test('changed content gets a new key', () => {
  expect(keyFor({ idempotencyKey: 'a', usedFor: 'body 1' }, 'body 2', () => 'b')).toEqual({
    idempotencyKey: 'b',
    usedFor: 'body 2',
  })
})
