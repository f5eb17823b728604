import type * as z from 'zod/mini'
import type { ValueDefinition } from '../enos/thing-model.ts'
import { dataTypeOf } from './data-types.ts'
import { type ExactJson, parseExact } from './exact.ts'
import type { ValueProblem } from './problem.ts'

/** A problem and where it is. */
export interface PlacedProblem {
  /** Members and element numbers (from 0) down to the place; empty for the whole value. */
  path: (string | number)[]
  problem: ValueProblem
}

/** What is wrong, as data, of an issue that a value's or a draft's schema raised; null for any other issue. */
export function problemOf(issue: z.core.$ZodIssue): ValueProblem | null {
  return issue.code === 'custom' ? (issue.params?.problem ?? null) : null
}

/** The problems of what a value's or a draft's schema refused. */
export const placedProblems = (issues: readonly z.core.$ZodIssue[]): PlacedProblem[] =>
  issues.flatMap((issue) => {
    const problem = problemOf(issue)
    return problem ? [{ path: issue.path.filter((key) => typeof key !== 'symbol'), problem }] : []
  })

/** All that keeps a value from fitting its definition (§6), as data; empty where it fits. */
export const valueProblems = (definition: ValueDefinition, value: ExactJson): PlacedProblem[] =>
  placedProblems(dataTypeOf(definition).valueSchema(definition).safeParse(value).error?.issues ?? [])

/**
 * Reads the text of a value, as in a raw JSON editor.
 * `position` of a `notJson` problem counts UTF-16 units from 0; null where the reader names none.
 */
export function bodyProblem(
  text: string,
): { value: ExactJson; problem: null } | { value: null; problem: ValueProblem } {
  if (text.trim() === '') return { value: null, problem: { kind: 'empty' } }
  try {
    return { value: parseExact(text), problem: null }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const [, reason = error.message, position] = /^(.*) at position (\d+)$/s.exec(error.message) ?? []
    return {
      value: null,
      problem: { kind: 'notJson', reason, position: position === undefined ? null : Number(position) },
    }
  }
}
