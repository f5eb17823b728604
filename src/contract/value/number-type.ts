import type { ValueDefinition } from '../enos/thing-model.ts'
import type { DataType } from './data-type.ts'
import { compare, isMultipleOf } from './decimal.ts'
import { ExactNumber, isExactNumber, jsonNumberPattern } from './exact.ts'
import { formatNumber } from './format-number.ts'
import { numberProblem } from './number-problem.ts'
import { previewOf } from './preview.ts'
import type { ValueProblem } from './problem.ts'
import { type Reader, valueSchemaOf } from './value-schema.ts'

interface NumberRules {
  /** Digits only: no point, no exponent. */
  whole: boolean
  minimum: string
  maximum: string
}

type Range = Pick<NumberRules, 'minimum' | 'maximum'>

/** The limits of the model (§3.3) come before those of the type, as they are the narrower ones. */
function rangeProblem(text: string, { minimum, maximum }: ValueDefinition, range: Range): ValueProblem | null {
  const below = minimum && compare(text, minimum.value) < 0
  const above = maximum && compare(text, maximum.value) > 0
  if (minimum && maximum && (below || above)) {
    return { kind: 'outOfRange', minimum: minimum.value, maximum: maximum.value }
  }
  if (minimum && below) return { kind: 'belowMinimum', minimum: minimum.value }
  if (maximum && above) return { kind: 'aboveMaximum', maximum: maximum.value }
  const inRange = compare(text, range.minimum) >= 0 && compare(text, range.maximum) <= 0
  return inRange ? null : { kind: 'outOfRange', ...range }
}

/** Steps are counted from the minimum, else from 0. */
function stepProblem(text: string, { minimum, step }: ValueDefinition): ValueProblem | null {
  const base = minimum?.value ?? '0'
  return step && !isMultipleOf(text, step.value, base) ? { kind: 'offStep', step: step.value, base } : null
}

/** INT, FLOAT and DOUBLE (§6): the text typed is the text sent. */
export function numberType({ whole, ...range }: NumberRules): DataType<string> {
  const problemWith = (text: string, definition: ValueDefinition): ValueProblem | null => {
    if (whole && /[^\d-]/.test(text)) return { kind: 'notInteger' }
    // The range goes first: it keeps exponents of any length away from the arithmetic of steps.
    return rangeProblem(text, definition, range) ?? stepProblem(text, definition)
  }
  const checked = (number: ExactNumber, definition: ValueDefinition, { report }: Reader) => {
    const problem = problemWith(number.value, definition)
    return problem ? report(problem) : number
  }
  return {
    control: 'number',
    valueSchema: (definition) =>
      valueSchemaOf((value, reader) =>
        isExactNumber(value)
          ? checked(value, definition, reader)
          : reader.report({ kind: 'notNumber', suggestion: null }),
      ),
    draftSchema: (definition) =>
      valueSchemaOf((draft, reader) => {
        const text = typeof draft === 'string' ? draft : ''
        return jsonNumberPattern.test(text)
          ? checked(new ExactNumber(text), definition, reader)
          : reader.report(numberProblem(text))
      }),
    empty: () => '',
    draftOf: (value) => (isExactNumber(value) ? value.value : ''),
    format: (value, _definition, locale) =>
      isExactNumber(value) ? formatNumber(value.value, locale) : previewOf(value),
  }
}
