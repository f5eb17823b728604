import { expect, test } from 'vitest'
import { parseExact } from '#contract/value/exact.ts'
import { draftToOpen, freshDraft } from './kept-draft.ts'
import { targetForTest } from './target-for-test.ts'

const number = targetForTest('{"dataType":"DOUBLE"}')
const struct = targetForTest(
  '{"dataType":"STRUCT","dataDefinition":{"items":[{"identifier":"low","name":"Low","dataType":"INT","required":true}]}}',
)

test('a fresh draft chooses nothing and waits 30 s', () => {
  expect(freshDraft(number, {}, parseExact('3300.0'), 'key').form).toEqual({
    draft: '',
    way: 'now',
    timeout: '30',
    keep: '3600',
  })
})

test('a link fills in value, way and times', () => {
  const draft = freshDraft(number, { value: '2850.0', ttl: 600, timeout: 10 }, undefined, 'key')
  expect(draft).toMatchObject({
    form: { draft: '2850.0', way: 'online', timeout: '10', keep: '600' },
    touched: true,
    sent: null,
  })
  expect(freshDraft(number, { ttl: 0 }, undefined, 'key').form.way).toBe('now')
})

test('a kept draft comes back, also on a reload of the link that it began with', () => {
  const fresh = freshDraft(number, { value: '1' }, undefined, 'key')
  const kept = { ...fresh, form: { ...fresh.form, draft: '17' } }
  expect(draftToOpen(kept, fresh)).toBe(kept)
  expect(draftToOpen(kept, freshDraft(number, {}, undefined, 'key'))).toBe(kept)
})

test('another link begins another draft, but never hides what was sent', () => {
  const kept = freshDraft(number, { value: '1' }, undefined, 'key')
  const other = freshDraft(number, { value: '2' }, undefined, 'key2')
  expect(draftToOpen(kept, other)).toBe(other)
  const sent = { ...kept, sent: { query: {}, body: '', idempotencyKey: 'key' } } as unknown as typeof kept
  expect(draftToOpen(sent, other)).toBe(sent)
})

test('a draft of another shape is not forced into a changed point', () => {
  const kept = freshDraft(number, {}, undefined, 'key')
  const list = targetForTest('{"dataType":"ARRAY","dataDefinition":{"itemType":"INT"}}')
  const fresh = freshDraft(list, {}, undefined, 'key')
  expect(draftToOpen(kept, fresh)).toBe(fresh)
  const asText = { ...kept, form: { ...kept.form, draft: '{"low":1}' } }
  expect(draftToOpen(asText, freshDraft(struct, {}, undefined, 'key'))).toBe(asText)
})
