import { expect, test } from 'vitest'
import { draftKept } from './keep-draft.ts'
import { ann, anOutboxDraft } from './outbox-draft.suite.ts'

const moment = { deviceTime: 9_000_000, clockOffset: 250 }
const { form, modelId, before, send } = anOutboxDraft()
const draft = { form, modelId, before, send, releases: '' }

test('a new draft is kept under its own key, with the time and what is known of the clock', () => {
  expect(draftKept(draft, undefined, ann, moment)).toEqual(
    anOutboxDraft({ deviceTime: 9_000_000, clockOffset: 250, id: send.idempotencyKey }),
  )
})

test('a draft that is kept again as it was stays as old as it is', () => {
  const earlier = anOutboxDraft()
  expect(draftKept({ ...draft, releases: earlier.id }, earlier, ann, moment)).toEqual(earlier)
})

test('a draft whose value was typed again begins its age anew, and stays the same draft', () => {
  const earlier = anOutboxDraft({ wasTried: true })
  const changed = { ...draft, releases: earlier.id, send: { ...send, body: '{"value":2900.0}' } }
  expect(draftKept(changed, earlier, ann, moment)).toEqual({ ...earlier, send: changed.send, ...moment })
})

test('the same value typed again, under another key, begins its age anew', () => {
  const earlier = anOutboxDraft()
  const again = { ...draft, releases: earlier.id, send: { ...send, idempotencyKey: 'key-again' } }
  expect(draftKept(again, earlier, ann, moment)).toMatchObject({ id: earlier.id, deviceTime: 9_000_000 })
})
