import { expect, test } from 'vitest'
import {
  isFull,
  mostOpenDrafts,
  type OpenDraft,
  panesOf,
  withBeside,
  withDraft,
  withEmptied,
  withoutDraft,
} from './open-draft.ts'

const draft = (name: string, state: OpenDraft['state'] = 'draft', besideSince = 0): OpenDraft => ({
  name,
  assetId: 'a1',
  productKey: '',
  deviceKey: '',
  measurepointId: name,
  deviceName: { defaultValue: 'WTG-07', i18nValue: {} },
  pointName: { defaultValue: name, i18nValue: {} },
  value: '1',
  state,
  besideSince,
})
const names = (drafts: readonly OpenDraft[]) => drafts.map(({ name }) => name).join('')
const eight = [...'abcdefgh'].map((name) => draft(name))

test('a draft keeps its place and its pane while it is written and sent', () => {
  const begun = withBeside(withDraft(withDraft([], draft('a')), draft('b')), 'a', 5)
  const sent = withDraft(begun, draft('a', 'waiting'))
  expect(names(sent)).toBe('ab')
  expect(sent[0]).toMatchObject({ state: 'waiting', besideSince: 5 })
  expect(names(withoutDraft(sent, 'a'))).toBe('b')
})

test('an editor that stands beside stays there for another value, until it is put back', () => {
  const beside = withBeside([draft('a'), draft('b')], 'a', 5)
  const emptied = withEmptied(withEmptied(beside, 'a'), 'b')
  expect(emptied).toEqual([{ ...draft('a', 'empty', 5), value: '' }])
  expect(withBeside(emptied, 'a', 0)).toEqual([])
})

test('with so many drafts open, no other is begun; each of them can still be changed', () => {
  expect(eight).toHaveLength(mostOpenDrafts)
  expect(isFull(eight, 'i')).toBe(true)
  expect(isFull(eight, 'c')).toBe(false)
  expect(isFull(eight.slice(1), 'i')).toBe(false)
})

test('what is on record and settled gives way to a new draft; what may still act never does', () => {
  const settled = withDraft(withDraft(eight, draft('c', 'unknown')), draft('e', 'notSent'))
  expect(isFull(settled, 'i')).toBe(false)
  expect(names(withDraft(settled, draft('i')))).toBe('abcdfghi')
  const open = eight.map((one, index) => ({ ...one, state: index % 2 ? ('waiting' as const) : ('unknown' as const) }))
  expect(isFull(open, 'i')).toBe(true)
})

test('what is on its way keeps its editor out of sight; a draft that waits for a person does not', () => {
  const drafts = [draft('a'), draft('b', 'waiting'), draft('c', 'done'), draft('d', 'queued'), draft('e', 'unknown')]
  expect(panesOf(drafts, 'e', 0).map(({ draft: { name }, place }) => `${name} ${place}`)).toEqual([
    'b hidden',
    'd hidden',
  ])
})

test('beside the chosen one stand as many as there is room for, those put there last', () => {
  const drafts = [draft('a', 'draft', 3), draft('b', 'draft', 1), draft('c', 'waiting', 2)]
  const placesOf = (main: string, room: number) =>
    panesOf(drafts, main, room).map(({ draft: { name }, place }) => `${name} ${place}`)
  expect(placesOf('x', 0)).toEqual(['c hidden'])
  expect(placesOf('x', 1)).toEqual(['a beside', 'c hidden'])
  expect(placesOf('x', 2)).toEqual(['a beside', 'c beside'])
  expect(placesOf('a', 2)).toEqual(['b beside', 'c beside'])
})
