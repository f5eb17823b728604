import { useEffect } from 'react'
import { type Resolver, useForm, useWatch } from 'react-hook-form'
import type { LatestValue } from '#contract/enos/latest-value.ts'
import { startDraft } from '../../fields/start-draft.ts'
import type { StoredDraft } from './draft-store.ts'
import type { PolicyRules } from './policy-rules.ts'
import { readForm, type SetForm, setFormSchema } from './set-form.ts'
import { exactText, type Target } from './target.ts'

/** The form library looks into the types of what it holds, and a draft may be nested without end. */
type Boxes = Omit<SetForm, 'draft'> & { draft: unknown }

/** The form holds typed text; it may leave only as the exact value that the data type's schema reads from it. */
const resolverOf =
  ({ point }: Target, rules: PolicyRules | null): Resolver<Boxes> =>
  (boxes) => {
    const { problems } = readForm(setFormSchema.parse(boxes), point, rules)
    if (!problems) return { values: boxes, errors: {} }
    const parts = { draft: problems.draft.length > 0, timeout: problems.timeout, keep: problems.keep }
    const wrong = Object.entries(parts).filter(([, isWrong]) => isWrong)
    return { values: {}, errors: Object.fromEntries(wrong.map(([name]) => [name, { type: 'custom' }])) }
  }

interface SetFormParts {
  target: Target
  kept: StoredDraft
  change: (update: (before: StoredDraft) => StoredDraft) => void
  latest: LatestValue | undefined
  rules: PolicyRules | null
}

/** The boxes of the editor, kept as a draft with every key press. */
export function useSetForm({ target, kept, change, latest, rules }: SetFormParts) {
  const { control, getValues, setValue, reset, handleSubmit } = useForm<Boxes>({
    defaultValues: kept.form,
    resolver: resolverOf(target, rules),
  })
  const [draft, way, timeout, keep] = useWatch({ control, name: ['draft', 'way', 'timeout', 'keep'] })

  /** @param isBegunAnew the draft now starts from what the device reports at this moment. */
  const edit = (changes: Partial<SetForm>, isBegunAnew = false) => {
    // Not through a controller: it would take a struct with a member "target" for an event.
    if (changes.draft !== undefined) setValue('draft', changes.draft)
    if (changes.way !== undefined) setValue('way', changes.way)
    if (changes.timeout !== undefined) setValue('timeout', changes.timeout)
    if (changes.keep !== undefined) setValue('keep', changes.keep)
    const form = setFormSchema.parse(getValues())
    change((before) => ({
      ...before,
      form,
      touched: true,
      begunWith: before.touched && !isBegunAnew ? before.begunWith : exactText(latest?.value),
    }))
  }

  // A list or struct starts from the present value, also where that arrives after the form; then it follows no more.
  const { touched } = kept
  const present = latest?.value
  useEffect(() => {
    if (touched || present === undefined) return
    const { draft: before, ...rest } = getValues()
    const isEmpty = JSON.stringify(before) === JSON.stringify(startDraft(target.point, undefined))
    if (isEmpty) reset({ ...rest, draft: startDraft(target.point, present) })
  }, [touched, present, target, getValues, reset])

  return { form: setFormSchema.parse({ draft, way, timeout, keep }), edit, reset, handleSubmit }
}
