import { expect, test } from 'vitest'
import type { Operation } from '#contract/panel/operation.ts'
import { newOnes } from './new-ones.ts'

const list = (ids: string) => [...ids].map((id) => ({ id }) as unknown as Operation)
const of = (newest: string, shown: string) => {
  const { items, hasGap } = newOnes(list(newest), list(shown))
  return [items.map(({ id }) => id).join(''), hasGap]
}

test('what stands before the first row that is shown is new', () => {
  expect(of('edcb', 'cba')).toEqual(['ed', false])
  expect(of('cba', 'cba')).toEqual(['', false])
  expect(of('', 'cba')).toEqual(['', false])
  expect(of('b', '')).toEqual(['b', false])
})

test('a row that is shown and fits the filter no more hides nothing new', () => {
  expect(of('edb', 'cba')).toEqual(['ed', false])
})

test('where nothing of the newest is shown there may be more between', () => {
  expect(of('gfe', 'cba')).toEqual(['gfe', true])
})
