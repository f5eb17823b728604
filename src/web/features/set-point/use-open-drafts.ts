import { use, useCallback, useMemo } from 'react'
import { OwnerContext, ownNameOf } from '../../ui/own-name.ts'
import { useStored } from '../../ui/use-stored.ts'
import { saveDraft } from './draft-store.ts'
import { type OpenDraft, openDraftsSchema, withBeside, withDraft, withEmptied, withoutDraft } from './open-draft.ts'

const none: OpenDraft[] = []

/** The drafts that are open in this tab, in the order in which they were begun. */
export function useOpenDrafts(orgId: string) {
  const owner = use(OwnerContext)
  const [drafts, change] = useStored(
    ownNameOf(owner, `setpoint.open-drafts.${orgId}`),
    openDraftsSchema,
    none,
    'sessionStorage',
  )
  const put = useCallback(
    (draft: Omit<OpenDraft, 'besideSince'>) => change((before) => withDraft(before, draft)),
    [change],
  )
  /** Nothing is in hand any more. */
  const empty = useCallback((name: string) => change((before) => withEmptied(before, name)), [change])
  /** Takes it from the list alone: whoever chooses its point again finds it as it was left. */
  const drop = useCallback((name: string) => change((before) => withoutDraft(before, name)), [change])
  /** Throws away what was written. */
  const close = useCallback(
    (name: string) => {
      saveDraft(sessionStorage, ownNameOf(owner, name), null)
      drop(name)
    },
    [owner, drop],
  )
  const putBeside = useCallback(
    (name: string, isBeside: boolean) => change((before) => withBeside(before, name, isBeside ? Date.now() : 0)),
    [change],
  )
  return useMemo(() => ({ drafts, put, empty, drop, close, putBeside }), [drafts, put, empty, drop, close, putBeside])
}
