import { expect, test } from 'vitest'
import {
  filterOf,
  isFiltered,
  localInputText,
  millisecondsText,
  openOutcomes,
  outcomesIn,
  outcomesText,
  withPart,
} from './operation-filter.ts'

test('the filters of the URL become the question to the proxy', () => {
  expect(
    filterOf({ text: 'wtg', outcome: 'unknown,done', code: '11915', from: '1', to: '2', asset: 'a', point: 'p' }),
  ).toEqual({ text: 'wtg', outcome: 'done,unknown', code: 11915, from: 1, to: 2, assetId: 'a', measurepointId: 'p' })
})

test('a device may be named by its keys', () => {
  expect(filterOf({ pk: 'pk', dk: 'dk' })).toEqual({ productKey: 'pk', deviceKey: 'dk' })
})

test('what a URL says wrongly is left out instead of failing', () => {
  expect(filterOf({ outcome: 'lost,done', code: '1e3', from: 'today', nonsense: 'x' })).toEqual({ outcome: 'done' })
  expect(isFiltered({ outcome: 'lost', utm: 'x' })).toBe(false)
  expect(isFiltered({ text: 'x' })).toBe(true)
})

test('a changed part replaces, an empty one is gone', () => {
  expect(withPart({ text: 'a', code: '1' }, { text: 'b', code: '' })).toEqual({ text: 'b' })
})

test('outcomes keep one order, so that one choice is one address', () => {
  expect(outcomesText(['unknown', 'waiting'])).toBe('waiting,unknown')
  expect(outcomesIn('unknown,waiting')).toEqual(['waiting', 'unknown'])
  expect(outcomesIn(undefined)).toEqual([])
  expect(openOutcomes).toBe('waiting,queued')
})

test('a time goes through the input and back to the minute', () => {
  expect(millisecondsText(localInputText('1700000040000'))).toBe('1700000040000')
  expect(localInputText('x')).toBe('')
  expect(millisecondsText('')).toBe('')
})
