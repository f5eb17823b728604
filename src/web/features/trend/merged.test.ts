import { expect, test } from 'vitest'
import { Failure } from '#contract/enos/failure.ts'
import { merged, within } from './merged.ts'
import { isPassing } from './reports-query.ts'

const report = (time: number, value = String(time)) => ({ time, value })

test('what is known twice is told once, by who knows it first, in the order of times', () => {
  expect(merged([report(1), report(3)], [report(2), report(3, 'other'), report(0)])).toEqual(
    [0, 1, 2, 3].map((time) => report(time)),
  )
})

test('a span holds its first and its last moment', () => {
  expect(
    within(
      [1, 2, 3, 4].map((time) => report(time)),
      2,
      3,
    ),
  ).toEqual([report(2), report(3)])
})

test('a gateway that is away is asked again, one that has no such call or forbids it is not', () => {
  for (const name of ['gatewayUnreachable', 'gatewayTimedOut', 'gatewayTooMany', 'proxyUnreachable'] as const) {
    expect(isPassing(new Failure(name))).toBe(true)
  }
  for (const name of ['gatewayNoRoute', 'permissionDenied', 'gatewayAddress', 'notFound', 'callNotAllowed'] as const) {
    expect(isPassing(new Failure(name))).toBe(false)
  }
  // The time series service's own codes, which stand in no table of ours.
  expect(isPassing(new Failure('refusedByDevice', '', { code: 80_401 }))).toBe(false)
  expect(isPassing(new Failure('refusedByDevice', '', { code: 80_500 }))).toBe(true)
})
