import { useState } from 'react'
import type { LatestValue } from '#contract/enos/latest-value.ts'
import type { Draft } from '#contract/value/data-type.ts'
import { startDraft } from '../../fields/start-draft.ts'
import type { StoredDraft } from './draft-store.ts'
import type { SetForm } from './set-form.ts'
import { exactText, type Target } from './target.ts'

interface SetFormParts {
  target: Target
  kept: StoredDraft
  change: (update: (before: StoredDraft) => StoredDraft) => void
  latest: LatestValue | undefined
}

/** The boxes of the editor, kept as a draft with every key press. */
export function useSetForm({ target, kept, change, latest }: SetFormParts) {
  const { point } = target
  const present = latest?.value

  // A list or struct starts from the present value, also where that arrives after the form; then it follows no more.
  const [start, setStart] = useState<Draft | null>(null)
  if (start === null && present !== undefined) setStart(startDraft(point, present))
  const formOf = ({ form, touched }: StoredDraft): SetForm => {
    if (touched || start === null) return form
    const isEmpty = JSON.stringify(form.draft) === JSON.stringify(startDraft(point, undefined))
    return isEmpty ? { ...form, draft: start } : form
  }

  /** @param isBegunAnew the draft now starts from what the device reports at this moment. */
  const edit = (changes: Partial<SetForm>, isBegunAnew = false) =>
    change((before) => ({
      ...before,
      form: { ...formOf(before), ...changes },
      touched: true,
      begunWith: before.touched && !isBegunAnew ? before.begunWith : exactText(present),
    }))

  return { form: formOf(kept), edit }
}
