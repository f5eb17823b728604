import { readMaxLength, type ValueDefinition } from '../enos/thing-model.ts'
import type { DataType } from './data-type.ts'
import { previewOf } from './preview.ts'
import type { ValueProblem } from './problem.ts'
import { valueSchemaOf } from './value-schema.ts'

/** Bytes of the text in UTF-8. */
export function utf8Bytes(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}

function problemWith(text: unknown, definition: ValueDefinition): ValueProblem | null {
  if (typeof text !== 'string') return { kind: 'notText' }
  if (text === '') return { kind: 'empty' }
  // A lone surrogate has no UTF-8 form: it would reach the device as another character.
  if (/\p{Surrogate}/u.test(text)) return { kind: 'brokenCharacter' }
  const [bytes, limit] = [utf8Bytes(text), readMaxLength(definition)]
  return bytes > limit ? { kind: 'tooManyBytes', bytes, limit } : null
}

const textSchema = (definition: ValueDefinition) =>
  valueSchemaOf((text, { report }) => {
    const problem = problemWith(text, definition)
    return problem || typeof text !== 'string' ? report(problem ?? { kind: 'notText' }) : text
  })

/** STRING (§6): 1 to `maxLength` bytes of UTF-8, 1024 where the model names no less. Blanks count and are kept. */
export const stringType: DataType<string> = {
  control: 'text',
  valueSchema: textSchema,
  draftSchema: textSchema,
  empty: () => '',
  draftOf: (value) => (typeof value === 'string' ? value : ''),
  format: previewOf,
}
