import { expect, test } from 'vitest'
import { parseExact } from '#contract/value/exact.ts'
import { late } from '../../text/en/late.ts'
import { english } from '../../text/languages.ts'
import { draftInHand } from './draft-in-hand.ts'
import { freshDraft } from './kept-draft.ts'
import { operationForTest } from './operation-for-test.ts'
import { targetForTest } from './target-for-test.ts'

const text = { ...english.text, ...late }
const target = targetForTest('{"dataType":"DOUBLE","unit":{"unitId":"kW"},"isWritable":true}')
const fresh = freshDraft(target, {}, parseExact('3300.0'), 'key')
const typed = { ...fresh, touched: true, form: { ...fresh.form, draft: '2850.0' } }
const idle = { phase: 'idle' } as const

const inHand = (kept: typeof fresh, rest = {}) =>
  draftInHand({ target, kept, form: kept.form, sending: idle, operation: undefined, ...rest }, text)

test('nothing is in hand before somebody writes', () => {
  expect(inHand(fresh)).toBeNull()
})

test('a draft names its target by its ids, and shows what was typed as it was typed', () => {
  expect(inHand(typed)).toMatchObject({ assetId: 'a1', measurepointId: 'WTG.ActPowerLimit', state: 'draft' })
  expect(inHand(typed)?.value).toMatch(/^2850\.0/)
})

test('a send is waiting until it has an operation, and then what that has become', () => {
  const send = { query: {}, body: '', idempotencyKey: 'key' }
  const sent = { ...typed, sent: send } as unknown as typeof fresh
  expect(inHand(sent, { sending: { phase: 'asking', send, since: 0, isLost: true } })?.state).toBe('waiting')
  expect(inHand(sent, { sending: { phase: 'notRecorded', send, since: 0 } })?.state).toBe('notSent')
  const operation = { ...operationForTest({}), outcome: 'unknown' }
  expect(inHand(sent, { sending: { phase: 'known', send, operation }, operation })?.state).toBe('unknown')
})
