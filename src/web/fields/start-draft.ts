import type { ValueDefinition } from '#contract/enos/thing-model.ts'
import type { Draft } from '#contract/value/data-type.ts'
import { dataTypeOf } from '#contract/value/data-types.ts'
import { type ExactJson, parseExact, stringifyExact } from '#contract/value/exact.ts'
import { formatJson } from './format-json.ts'

/** The draft that a present value gives; the JSON text where the point is unknown. */
export const draftOfValue = (definition: ValueDefinition | null, value: ExactJson): Draft =>
  definition ? dataTypeOf(definition).draftOf(value, definition) : formatJson(stringifyExact(value))

/**
 * A draft nobody has touched. A single value starts empty, so that nothing can be sent that nobody entered: texts and times
 * take over the present one only at the press of a button. Lists and structs start from it, because people change a part
 * of them, and the review names that part.
 */
export function startDraft(definition: ValueDefinition | null, present: ExactJson | undefined): Draft {
  if (!definition) return ''
  const { control, empty } = dataTypeOf(definition)
  const isWhole = control !== 'array' && control !== 'struct'
  return isWhole || present === undefined ? empty(definition) : draftOfValue(definition, present)
}

/** `"a"` is the text a, as links made from a sent value write it. */
const isJsonText = (text: string) => /^\s*"/.test(text)

/** The draft for a value in a link: typed text or exact JSON, whatever the control takes; a struct's is its JSON text. */
export function draftOfLink(definition: ValueDefinition | null, text: string): Draft {
  if (!definition) return text
  const { control, empty, draftOf } = dataTypeOf(definition)
  const isList = control === 'array'
  if (control === 'struct' || (!isList && !isJsonText(text))) return text
  try {
    const draft = draftOf(parseExact(text), definition)
    return draft === '' ? text : draft
  } catch (error) {
    if (error instanceof SyntaxError) return isList ? empty(definition) : text
    throw error
  }
}
