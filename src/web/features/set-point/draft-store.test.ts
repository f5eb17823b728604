import { expect, test } from 'vitest'
import { type DraftStorage, draftName, loadDraft, type StoredDraft, saveDraft } from './draft-store.ts'

function memory(): DraftStorage {
  const items = new Map<string, string>()
  return {
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, text) => void items.set(name, text),
    removeItem: (name) => void items.delete(name),
  }
}

const draft: StoredDraft = {
  form: { draft: { low: '1.0', taps: ['2', ''] }, way: 'online', timeout: '30', keep: '600' },
  touched: true,
  idempotencyKey: 'key-12345',
  usedFor: '',
  link: '',
  reason: '',
  expectedValue: '3300.0',
  releases: '',
  begunWith: '3300.0',
  sent: null,
}

test('a draft comes back character by character', () => {
  const storage = memory()
  saveDraft(storage, 'a', draft)
  expect(loadDraft(storage, 'a')).toEqual(draft)
})

test('a discarded draft is gone', () => {
  const storage = memory()
  saveDraft(storage, 'a', draft)
  saveDraft(storage, 'a', null)
  expect(loadDraft(storage, 'a')).toBeNull()
})

test('each point of each device has a draft of its own', () => {
  expect(draftName('o', 'a', 'b')).not.toBe(draftName('o', 'a,b', ''))
})

test('what no panel of this version wrote is no draft', () => {
  const storage = memory()
  storage.setItem('a', '{"form":1}')
  storage.setItem('b', '{')
  expect([loadDraft(storage, 'a'), loadDraft(storage, 'b'), loadDraft(storage, 'c')]).toEqual([null, null, null])
})
