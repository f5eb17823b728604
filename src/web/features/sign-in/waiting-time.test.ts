import { expect, test } from 'vitest'
import { Failure } from '#contract/enos/failure.ts'
import { parseExact } from '#contract/value/exact.ts'
import { waitingTimeOf } from './waiting-time.ts'

test('the waiting time is read from the answer as it comes', () => {
  expect(waitingTimeOf(new Failure('tooManyAttempts', '', { data: parseExact('{"retryAfter":75}') }))).toBe(75)
})

test.each(['null', '{}', '{"retryAfter":-5}', '{"retryAfter":"soon"}'])('%s asks for no waiting', (data) => {
  expect(waitingTimeOf(new Failure('wrongPassword', '', { data: parseExact(data) }))).toBe(0)
})
