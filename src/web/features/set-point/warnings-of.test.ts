import { expect, test } from 'vitest'
import { isHelpedByQueueing, staleAfter, warningsOf } from './warnings-of.ts'

const calm = {
  status: 'online',
  way: 'now',
  presentTime: 1_000_000,
  isSame: false,
  hasMoved: false,
  queued: 0,
  now: 1_000_000,
} as const
const kinds = (change: Partial<Parameters<typeof warningsOf>[0]>) =>
  warningsOf({ ...calm, ...change }).map(({ kind }) => kind)

test('an online device with a fresh value needs no warning', () => {
  expect(kinds({})).toEqual([])
})

test('what must act now fails at a device that is not online, what is queued waits', () => {
  expect(kinds({ status: 'offline' })).toEqual(['offlineNow'])
  expect(kinds({ status: 'offline', way: 'online' })).toEqual([])
  expect(kinds({ status: 'inactive' })).toEqual(['inactive'])
  expect(kinds({ status: 'inactive', way: 'online' })).toEqual(['inactiveQueued'])
  expect(kinds({ status: 'disabled' })).toEqual(['disabled'])
  expect(warningsOf({ ...calm, status: 'offline' }).every(isHelpedByQueueing)).toBe(true)
})

test('an old, an equal, a missing and a moved value are told', () => {
  expect(kinds({ now: 1_000_000 + staleAfter })).toEqual(['stale'])
  expect(kinds({ isSame: true, now: 1_000_000 + staleAfter })).toEqual(['same'])
  expect(kinds({ presentTime: null })).toEqual(['noPresent'])
  expect(kinds({ hasMoved: true })).toEqual(['moved'])
  expect(kinds({ queued: 2 })).toEqual(['queued'])
})
