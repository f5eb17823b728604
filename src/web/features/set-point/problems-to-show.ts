import type { FormProblems } from './set-form.ts'

interface Moment {
  /** A person has tried to send. */
  isAttempted: boolean
  /** Nothing was typed for a while. */
  isRested: boolean
}

/** Nobody is told to enter a value before they had the chance to, nor is corrected in the middle of a number. */
export function problemsToShow(problems: FormProblems, { isAttempted, isRested }: Moment): FormProblems | null {
  if (isAttempted) return problems
  if (!isRested) return null
  const draft = problems.draft.filter(({ problem: { kind } }) => kind !== 'empty' && kind !== 'memberMissing')
  return { ...problems, draft }
}
