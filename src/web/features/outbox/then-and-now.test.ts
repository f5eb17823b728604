import { expect, test } from 'vitest'
import type { Operation } from '#contract/panel/operation.ts'
import { parseExact } from '#contract/value/exact.ts'
import { anOutboxDraft } from './outbox-draft.suite.ts'
import { hasChanged, sinceKept } from './then-and-now.ts'
import { waySense } from './way-sense.ts'

const draft = anOutboxDraft()
const reports = (value: string) => ({ id: 'WTG.ActPowerLimit', time: 1_100_000, value: parseExact(value) })
const operation = (createTime: number, idempotencyKey: string) => ({ createTime, idempotencyKey }) as Operation
const circumstances = { keptTime: 1_000_000, latest: reports('3300'), operations: [], definition: null }

test('nothing has changed where the device reports the same, however it is written', () => {
  const since = sinceKept(draft, circumstances)
  expect(since).toEqual({ hasMoved: false, operations: [] })
  expect(hasChanged(since)).toBe(false)
})

test('another value is a change, and so is one that is not known', () => {
  expect(hasChanged(sinceKept(draft, { ...circumstances, latest: reports('3299.9') }))).toBe(true)
  expect(sinceKept(draft, { ...circumstances, latest: undefined }).hasMoved).toBeNull()
  expect(hasChanged(sinceKept(draft, { ...circumstances, latest: undefined }))).toBe(true)
})

test('a first report is a change, none before and none now is not', () => {
  const unreported = anOutboxDraft({ before: null })
  expect(sinceKept(unreported, circumstances).hasMoved).toBe(true)
  expect(sinceKept(unreported, { ...circumstances, latest: null }).hasMoved).toBe(false)
  expect(sinceKept(draft, { ...circumstances, latest: null }).hasMoved).toBe(true)
})

test('a command of anybody since is a change though the value is the same; the draft’s own is none', () => {
  const operations = [operation(1_000_002, 'other'), operation(1_000_001, 'key-00001'), operation(999_999, 'earlier')]
  const since = sinceKept(draft, { ...circumstances, operations })
  expect(since.operations).toEqual([operations[0]])
  expect(hasChanged(since)).toBe(true)
})

test.each([
  ['online', 0, 'good'],
  ['online', 600, 'onlineQueued'],
  ['offline', 0, 'offlineNow'],
  ['offline', 600, 'offlineQueued'],
  ['inactive', 600, 'inactive'],
  ['disabled', 0, 'disabled'],
  [undefined, 0, 'unknown'],
] as const)('a device that is %s and %i s of keeping make %s', (status, pendingTtl, sense) => {
  expect(waySense(status, pendingTtl)).toBe(sense)
})
