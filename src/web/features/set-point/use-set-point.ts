import { useState } from 'react'
import type { LatestValue } from '#contract/enos/latest-value.ts'
import { acknowledgeOperation, type Send } from '../../api/call.ts'
import { draftOfValue } from '../../fields/start-draft.ts'
import { useText } from '../../text/text-context.ts'
import { keyFor } from './idempotency-key.ts'
import { isFromLink, type Prefill } from './kept-draft.ts'
import { contentOf, sendOf } from './send-of.ts'
import { sentValueOf } from './sent-value.ts'
import { type ReadySet, readForm, type SetForm } from './set-form.ts'
import type { Target } from './target.ts'
import { useKeptDraft } from './use-kept-draft.ts'
import { useSending } from './use-sending.ts'
import { useSetForm } from './use-set-form.ts'
import { useShownOperation } from './use-shown-operation.ts'

interface SetPointParts {
  target: Target
  prefill: Prefill
  latest: LatestValue | undefined
  /** ms */
  clockOffset: number
}

/** What a review shows: fixed when it was opened. */
export interface Reviewed {
  ready: ReadySet
  send: Send
  before: LatestValue | undefined
}

/** One target's draft, its send and what became of it; each step on a person's word. */
export function useSetPoint({ target, prefill, latest, clockOffset }: SetPointParts) {
  const text = useText()
  const now = () => Date.now() + clockOffset
  const { kept, change, fresh, newKey } = useKeptDraft(target, prefill, latest)
  const boxes = useSetForm({ target, kept, change, latest })
  const { sending, send, clear } = useSending(kept.sent, now)
  const { shown: operation, isOwn, queued, putAway, check } = useShownOperation(target, sending)
  const [hasSent, setHasSent] = useState(false)

  /** Begins anew with an empty draft. */
  const discard = () => {
    const next = fresh()
    clear()
    change(() => next)
    boxes.reset(next.form)
  }

  /** Puts away what became of a send and goes on with its values, under a new key: it is another command. */
  const edit = (changes: Partial<SetForm> = {}) => {
    if (operation) putAway(operation.id)
    clear()
    change((before) => ({ ...before, sent: null, idempotencyKey: newKey(), usedFor: '' }))
    const itsValues: Partial<SetForm> =
      operation && !isOwn && !kept.touched
        ? {
            draft: draftOfValue(target.point, sentValueOf(operation)),
            way: operation.pendingTtl > 0 ? 'online' : 'now',
            timeout: String(operation.timeout),
            ...(operation.pendingTtl > 0 ? { keep: String(operation.pendingTtl) } : {}),
          }
        : {}
    boxes.edit({ ...itsValues, ...changes })
  }

  return {
    kept,
    form: boxes.form,
    change: boxes.edit,
    handleSubmit: boxes.handleSubmit,
    sending,
    operation,
    isOwn,
    /** Commands of anybody for this point that wait in the queue. */
    queued,
    /** Whether something was sent from here since the page was opened. */
    hasSent,
    /** Whether the value is still the one that a link filled in. */
    isFromLink: isFromLink(target, prefill, kept),
    discard,
    edit,
    another() {
      if (operation) putAway(operation.id)
      // A command of somebody else was in the way: the draft behind it stays.
      if (isOwn || !operation) discard()
    },
    check() {
      if (operation) {
        // Where it is not recorded, the next send is held back and says so.
        acknowledgeOperation(operation.id, text.setPoint.outcome.checked).catch(() => {})
        check(operation.id)
      }
      edit()
    },
    /** What would be sent, under the key that belongs to it; null where the form cannot be sent. */
    review(form: SetForm): Reviewed | null {
      const { ready } = readForm(form, target.point)
      if (!ready) return null
      const wanted = sendOf(target, ready, latest, kept.idempotencyKey, text)
      const key = keyFor(kept, contentOf(wanted), newKey)
      change((before) => ({ ...before, ...key }))
      return { ready, send: { ...wanted, idempotencyKey: key.idempotencyKey }, before: latest }
    },
    send(wanted: Send) {
      setHasSent(true)
      // Kept before it leaves: a reload in the middle asks what became of it.
      change((before) => ({ ...before, sent: wanted }))
      void send(wanted, now())
    },
  }
}
export type SetPointState = ReturnType<typeof useSetPoint>
