import { expect, test } from 'vitest'
import { Failure } from '#contract/enos/failure.ts'
import type { Operation } from '#contract/panel/operation.ts'
import { operationForTest } from '../features/set-point/operation-for-test.ts'
import { askUntilKnown, isLostContact } from './ask-until-known.ts'

const unreachable = () => Promise.reject(new Failure('proxyUnreachable'))

function asking(answers: (() => Promise<Operation | null>)[]) {
  const waited: number[] = []
  const find = () => answers.shift()?.() ?? Promise.reject(new Error('asked too often'))
  const wait = async (milliseconds: number) => void waited.push(milliseconds)
  return { parts: { find, wait, isWanted: () => true }, waited }
}
const nothing = () => Promise.resolve(null)

test('asks until the server is back, less and less often', async () => {
  const operation = operationForTest()
  const { parts, waited } = asking([...Array.from({ length: 6 }, () => unreachable), () => Promise.resolve(operation)])
  expect(await askUntilKnown('key', parts)).toBe(operation)
  expect(waited).toEqual([500, 1000, 2000, 3000, 5000, 5000])
})

test('believes that nothing was recorded only when it was told four times in a row', async () => {
  const { parts } = asking([nothing, nothing, nothing, unreachable, nothing, nothing, nothing, nothing])
  expect(await askUntilKnown('key', parts)).toBeNull()
})

test('believes it at once of a request that was answered itself, as soon as anything answers', async () => {
  const { parts } = asking([unreachable, nothing])
  expect(await askUntilKnown('key', { ...parts, sureAfter: 1 })).toBeNull()
})

test('only a wait for a server that cannot be asked may be cut short', async () => {
  const { parts } = asking([unreachable, nothing, unreachable, nothing, nothing, nothing, nothing])
  const waits: boolean[] = []
  await askUntilKnown('key', { ...parts, wait: async (_, isAway) => void waits.push(isAway) })
  expect(waits).toEqual([true, false, true, false, false, false])
})

test('a request that arrives late is still found', async () => {
  const operation = operationForTest()
  expect(await askUntilKnown('key', asking([nothing, () => Promise.resolve(operation)]).parts)).toBe(operation)
})

test('a mistake of our own is passed on, and nobody is asked for nobody', async () => {
  const { parts } = asking([() => Promise.reject(new TypeError('a mistake'))])
  await expect(askUntilKnown('key', parts)).rejects.toThrow(TypeError)
  expect(await askUntilKnown('key', { ...parts, isWanted: () => false })).toBeUndefined()
})

test('only failures after which the device may have acted are lost contact', () => {
  expect(isLostContact(new Failure('proxyUnreachable'))).toBe(true)
  expect(isLostContact(new Failure('idempotencyConflict'))).toBe(false)
  expect(isLostContact(new Error('a mistake of ours'))).toBe(false)
})
