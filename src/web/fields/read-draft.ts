import type { ValueDefinition } from '#contract/enos/thing-model.ts'
import type { Draft } from '#contract/value/data-type.ts'
import { dataTypeOf } from '#contract/value/data-types.ts'
import { type ExactJson, setBodyText } from '#contract/value/exact.ts'
import { bodyProblem, placedProblems, valueProblems } from '#contract/value/value-problems.ts'
import type { FieldProblem } from './field-problem.ts'
import { compactJson } from './format-json.ts'

export type ReadDraft =
  | { value: ExactJson; body: string; problems: [] }
  | { value: null; body: null; problems: FieldProblem[] }

const refused = (problems: FieldProblem[]): ReadDraft => ({ value: null, body: null, problems })

/** JSON written by hand goes out token by token as it was written; only blanks between tokens are dropped. */
function readText(definition: ValueDefinition | null, text: string): ReadDraft {
  const { value, problem } = bodyProblem(text)
  if (problem) return refused([{ path: [], problem }])
  const findings = definition ? valueProblems(definition, value) : []
  return findings.length > 0 ? refused(findings) : { value, body: `{"value":${compactJson(text)}}`, problems: [] }
}

/** A struct is edited as members or as JSON text: a text where a map would be means that the text rules. */
export const isJsonText = (definition: ValueDefinition | null, draft: Draft): draft is string =>
  typeof draft === 'string' && (definition === null || dataTypeOf(definition).control === 'struct')

/**
 * The exact value of a draft and the very characters of the body that would be sent, or all that is wrong with it (§6).
 * @param definition null where the point is unknown to the look-ups: the draft is then JSON of any kind.
 */
export function readDraft(definition: ValueDefinition | null, draft: Draft): ReadDraft {
  if (isJsonText(definition, draft)) return readText(definition, draft)
  if (definition === null) return refused([{ path: [], problem: { kind: 'empty' } }])
  const { success, data, error } = dataTypeOf(definition).draftSchema(definition).safeParse(draft)
  if (success) return { value: data, body: setBodyText(data), problems: [] }
  return refused(placedProblems(error.issues))
}
