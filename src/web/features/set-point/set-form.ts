import * as z from 'zod/mini'
import { pendingTtlRange, timeoutRange } from '#contract/enos/calls.ts'
import type { ValueDefinition } from '#contract/enos/thing-model.ts'
import type { Draft } from '#contract/value/data-type.ts'
import type { ExactJson } from '#contract/value/exact.ts'
import type { FieldProblem } from '../../fields/field-problem.ts'
import { readDraft } from '../../fields/read-draft.ts'
import { type PolicyRules, ruleProblems, withNarrowest } from './policy-rules.ts'

const draftSchema: z.ZodMiniType<Draft, Draft> = z.lazy(() =>
  z.union([z.string(), z.array(draftSchema), z.record(z.string(), draftSchema)]),
)

/** What the editor holds: the very text of each box. */
export const setFormSchema = z.object({
  draft: draftSchema,
  way: z.enum(['now', 'online']),
  /** Seconds, as typed. */
  timeout: z.string(),
  /** Seconds, as typed; counts when online. */
  keep: z.string(),
})
export type SetForm = z.infer<typeof setFormSchema>

/** A form that can be sent. */
export interface ReadySet {
  value: ExactJson
  /** Character by character. */
  body: string
  /** Seconds. */
  pendingTtl: number
  /** Seconds. */
  timeout: number
}

export type FormPart = 'draft' | 'timeout' | 'keep'
export type FormProblems = { draft: FieldProblem[]; timeout: boolean; keep: boolean }

/** Seconds within a range (§1.1); null for anything else. */
export function secondsOf(text: string, minimum: number, maximum: number): number | null {
  const seconds = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN
  return seconds >= minimum && seconds <= maximum ? seconds : null
}

/**
 * Reads a form into what is sent, or into all that keeps it from being sent.
 * @param rules of the policy; null where they are not known.
 */
export function readForm(
  form: SetForm,
  definition: ValueDefinition | null,
  rules: PolicyRules | null = null,
): { ready: ReadySet; problems: null } | { ready: null; problems: FormProblems } {
  const { value, body, problems } = readDraft(definition, form.draft)
  const broken = !rules
    ? problems
    : body === null
      ? withNarrowest(problems, form.draft, rules, definition ?? {})
      : ruleProblems(value, rules)
  const timeout = secondsOf(form.timeout, timeoutRange.minimum, timeoutRange.maximum)
  // 0 would mean "now": whoever chose to queue keeps the value for at least a second.
  const keep = form.way === 'now' ? 0 : secondsOf(form.keep, 1, pendingTtlRange.maximum)
  if (body === null || broken.length > 0 || timeout === null || keep === null) {
    return { ready: null, problems: { draft: broken, timeout: timeout === null, keep: keep === null } }
  }
  return { ready: { value, body, pendingTtl: keep, timeout }, problems: null }
}
