import { useCallback, useState } from 'react'
import type { LatestValue } from '#contract/enos/latest-value.ts'
import { useOwnName } from '../../ui/own-name.ts'
import { draftName, loadDraft, type StoredDraft, saveDraft } from './draft-store.ts'
import { newIdempotencyKey } from './idempotency-key.ts'
import { draftToOpen, freshDraft, linkText, type Prefill } from './kept-draft.ts'
import { selectorOf, type Target } from './target.ts'

const newKey = () => newIdempotencyKey(crypto)

/** Also an empty draft, where a reload would fill it in from its link again. */
const isWorthKeeping = ({ touched, sent, link }: StoredDraft) => touched || sent !== null || link !== ''

/** The name under which a target's draft is kept; also a React key that changes with the target. */
export function draftNameOf({ orgId, device, measurepointId }: Omit<Target, 'point'>): string {
  const { assetId, productKey, deviceKey } = selectorOf(device)
  return draftName(orgId, assetId ?? `${productKey}/${deviceKey}`, measurepointId)
}

/** The draft of one target, kept over reloads in this tab. */
export function useKeptDraft(target: Target, prefill: Prefill, latest: LatestValue | undefined) {
  const name = useOwnName(draftNameOf(target))
  const [kept, setKept] = useState<StoredDraft>(() =>
    draftToOpen(loadDraft(sessionStorage, name), freshDraft(target, prefill, latest?.value, newKey())),
  )
  const [isBegun, setBegun] = useState(() => loadDraft(sessionStorage, name) !== null)
  const change = useCallback(
    (update: (before: StoredDraft) => StoredDraft) => {
      setBegun(true)
      setKept((before) => {
        const next = update(before)
        saveDraft(sessionStorage, name, isWorthKeeping(next) ? next : null)
        return next
      })
    },
    [name],
  )
  /** Empty, also where a link would fill it in: that was put away. */
  const fresh = (): StoredDraft => ({
    ...freshDraft(target, {}, latest?.value, newKey()),
    link: linkText(prefill),
  })
  return {
    kept,
    /** Whether a person has done anything with it: what a link filled in is not kept before. */
    isBegun,
    change,
    fresh,
    newKey,
  }
}
