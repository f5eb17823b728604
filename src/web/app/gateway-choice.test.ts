import { expect, test } from 'vitest'
import type { PanelGateway } from '#contract/panel/session.ts'
import { chooseGateway, switchHref } from './gateway-choice.ts'

const gateway = (id: string): PanelGateway => ({ id, name: id, kind: 'test', orgId: 'o', treeIds: [], address: '' })
const [a, b] = [gateway('a'), gateway('b')]

test('where there is but one, addresses need not name it', () => {
  expect(chooseGateway([a], '/operations')).toEqual({ kind: 'chosen', gateway: a })
  expect(chooseGateway([a], '/at/a/operations')).toEqual({ kind: 'chosen', gateway: a })
})

test('where there are several, an address that names none means the first, and says so', () => {
  expect(chooseGateway([a, b], '/operations')).toEqual({ kind: 'first', gateway: a })
})

test('the address decides, not the order', () => {
  expect(chooseGateway([a, b], '/at/b/')).toEqual({ kind: 'chosen', gateway: b })
})

test('one that is not there is never replaced by another, also where there is but one', () => {
  expect(chooseGateway([a, b], '/at/c/')).toEqual({ kind: 'unknown', id: 'c' })
  expect(chooseGateway([a], '/at/b/')).toEqual({ kind: 'unknown', id: 'b' })
})

test.each([
  ['/', '/at/b/'],
  ['/at/a/', '/at/b/'],
  ['/at/a/operations', '/at/b/operations'],
  ['/at/a/operations/42', '/at/b/operations'],
  ['/at/a/errors', '/at/b/errors'],
  ['/at/a/nowhere', '/at/b/'],
])('from %s a change of gateway leads to %s', (from, to) => {
  expect(switchHref('b', from)).toBe(to)
})
