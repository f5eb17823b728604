import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { LatestValue } from '#contract/enos/latest-value.ts'
import { sentValueOf } from '#contract/panel/sent-value.ts'
import { acknowledgeOperation, type Send } from '../../api/call.ts'
import { receiveOperation } from '../../api/live.ts'
import { permissionToSetQuery } from '../../api/queries.ts'
import { draftOfValue } from '../../fields/start-draft.ts'
import { useText } from '../../text/text-context.ts'
import { useSignInAgain } from '../../ui/sign-in-again-context.ts'
import { draftInHand } from './draft-in-hand.ts'
import type { StoredDraft } from './draft-store.ts'
import { keyFor } from './idempotency-key.ts'
import { isFromLink, type Prefill } from './kept-draft.ts'
import type { PolicyRules } from './policy-rules.ts'
import type { Outbox } from './release.ts'
import { contentOf, sendOf, type UnshownSend } from './send-of.ts'
import { type ReadySet, readForm, type SetForm } from './set-form.ts'
import { isSignInDue } from './sign-in-due.ts'
import { selectorOf, type Target, unitOf } from './target.ts'
import { useKeptDraft } from './use-kept-draft.ts'
import { usePermission } from './use-permission.ts'
import { useSending } from './use-sending.ts'
import { useSetForm } from './use-set-form.ts'
import { useSettledRelease } from './use-settled-release.ts'
import { useShownOperation } from './use-shown-operation.ts'

interface SetPointParts {
  target: Target
  prefill: Prefill
  latest: LatestValue | undefined
  /** ms */
  clockOffset: number
  outbox: Outbox
}

/** What a review shows: fixed when it was opened. */
export interface Reviewed {
  ready: ReadySet
  send: UnshownSend
  before: LatestValue | undefined
}

/** What is said in the last look beside the value. */
export type DraftNotes = Pick<StoredDraft, 'reason' | 'expectedValue'>

/** One target's draft, its send and what became of it; each step on a person's word. */
export function useSetPoint({ target, prefill, latest, clockOffset, outbox }: SetPointParts) {
  const text = useText()
  const client = useQueryClient()
  const signInAgain = useSignInAgain()
  const now = () => Date.now() + clockOffset
  const permission = usePermission(target)
  const limits = permission.permission?.limits
  const rules: PolicyRules | null = limits ? { limits, present: latest?.value, unit: unitOf(target) } : null
  const { kept, isBegun, change, fresh, newKey } = useKeptDraft(target, prefill, latest)
  const boxes = useSetForm({ target, kept, change, latest })
  const { sending, send, clear } = useSending(kept.sent, now)
  const { shown: operation, isOwn, queued, putAway } = useShownOperation(target, sending)
  const [hasSent, setHasSent] = useState(false)
  const [isNotBegun, setNotBegun] = useState(false)
  useSettledRelease(outbox, kept.releases, sending)
  const inHand = isBegun
    ? draftInHand({ target, kept, form: boxes.form, sending, operation: isOwn ? operation : undefined }, text)
    : null

  // A send changes when the next one may follow, and a refusal tells that what was known is old.
  const step = `${sending.phase} ${operation?.id ?? ''} ${operation?.outcome ?? ''}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step is a reason to ask anew.
  useEffect(() => {
    const { queryKey } = permissionToSetQuery(target.orgId, selectorOf(target.device), target.measurepointId)
    void client.invalidateQueries({ queryKey })
  }, [client, target, step])

  /** Begins anew with an empty draft. */
  const discard = () => {
    const next = fresh()
    clear()
    change(() => next)
  }

  /** Puts away what became of a send and goes on with its values, under a new key: it is another command. */
  const edit = (changes: Partial<SetForm> = {}) => {
    if (operation) putAway(operation.id)
    clear()
    // A kept draft that nothing came of is still the same one, and leaves under its key or not at all.
    const isOver = kept.releases === '' || (isOwn && operation !== undefined)
    change((before) => ({
      ...before,
      sent: null,
      ...(isOver ? { idempotencyKey: newKey(), usedFor: '', releases: '' } : {}),
    }))
    const itsValues: Partial<SetForm> =
      operation && !isOwn && !kept.touched
        ? {
            draft: draftOfValue(target.point, sentValueOf(operation.body) ?? null),
            way: operation.pendingTtl > 0 ? 'online' : 'now',
            timeout: String(operation.timeout),
            ...(operation.pendingTtl > 0 ? { keep: String(operation.pendingTtl) } : {}),
          }
        : {}
    boxes.edit({ ...itsValues, ...changes })
  }

  return {
    permission,
    rules,
    kept,
    /** What others are told of it; null where nothing was begun. */
    inHand,
    form: boxes.form,
    change: boxes.edit,
    /** Keeps with the draft what is said of it beside the value. */
    note: (notes: Partial<DraftNotes>) => change((before) => ({ ...before, ...notes })),
    sending,
    operation,
    isOwn,
    /** Commands of anybody for this point that wait in the queue. */
    queued,
    /** Whether something was sent from here since the page was opened. */
    hasSent,
    /** A kept draft was not sent, since it could not be noted that it leaves. */
    isNotBegun,
    /** Whether the value is still the one that a link filled in. */
    isFromLink: isFromLink(target, prefill, kept),
    discard,
    edit,
    another() {
      if (operation) putAway(operation.id)
      // A command of somebody else was in the way: the draft behind it stays.
      if (isOwn || !operation) discard()
    },
    /**
     * Puts on record that a person has looked after an unknown outcome, and goes on with the draft.
     * @throws Failure where it was not recorded: the point stays held.
     */
    async acknowledge(id: string, reason: string) {
      receiveOperation(client, await acknowledgeOperation(id, reason))
      edit()
    },
    /** What would be sent, under the key that belongs to it; null where the form cannot be sent. */
    review(form: SetForm): Reviewed | null {
      const { ready } = readForm(form, target.point, rules)
      if (!ready) return null
      const wanted = sendOf(target, ready, kept.idempotencyKey)
      const content = contentOf(wanted)
      // A kept draft leaves once, whatever is changed about it: another key could make the device act twice.
      const key = kept.releases === '' ? keyFor(kept, content, newKey) : { ...kept, usedFor: content }
      change((before) => ({ ...before, idempotencyKey: key.idempotencyKey, usedFor: key.usedFor }))
      return { ready, send: { ...wanted, idempotencyKey: key.idempotencyKey }, before: latest }
    },
    /** Whether the person is asked to sign in before the next send leaves. */
    isSignInDue: () => isSignInDue(permission.permission, permission.session?.signIn, now()),
    /**
     * Sends, once the person has proved who they are where the point asks for it.
     * @param mustSignIn the proxy has asked for it.
     * @returns false where they did not: then nothing was sent, and may be still.
     */
    async send(wanted: Send, mustSignIn = false): Promise<boolean> {
      const isDue = mustSignIn || isSignInDue(permission.permission, permission.session?.signIn, now())
      if (isDue && !(await signInAgain())) return false
      // Noted before it leaves: a tab that is killed in the middle leaves the question open, and no second send.
      const isBegun =
        kept.releases === '' ||
        (await outbox.begin(kept.releases, { send: wanted, form: boxes.form }).catch(() => false))
      setNotBegun(!isBegun)
      if (!isBegun) return true
      setHasSent(true)
      // Kept before it leaves: a reload in the middle asks what became of it.
      change((before) => ({ ...before, sent: wanted }))
      void send(wanted, now())
      return true
    },
  }
}
export type SetPointState = ReturnType<typeof useSetPoint>
