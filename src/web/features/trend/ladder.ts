import { readEnum, type ValueDefinition } from '#contract/enos/thing-model.ts'
import { dataTypeOf } from '#contract/value/data-types.ts'
import { type ExactJson, ExactNumber, isExactNumber } from '#contract/value/exact.ts'

/** How values of a point become heights in a plot. */
export interface Ladder {
  /** null for a value that has no place in it. A binary float: it only decides about pixels, and is never shown or sent. */
  heightOf(value: ExactJson): number | null
  /** The words at the heights 0, 1, 2 …; null where heights are the numbers themselves. */
  rungs: string[] | null
}

const numbers: Ladder = {
  heightOf(value) {
    const height = isExactNumber(value) ? Number(value.value) : Number.NaN
    return Number.isFinite(height) ? height : null
  },
  rungs: null,
}

/** The values in the model's order that one of `texts` stands for, each with the text of its draft. */
function steps(definition: ValueDefinition, keys: string[], locale: string): Ladder {
  const type = dataTypeOf(definition)
  const { enumType } = readEnum(definition)
  const stateOf = (key: string): ExactJson => {
    if (type.control === 'bool') return key === 'true'
    return enumType === 'INT' ? new ExactNumber(key) : key
  }
  return {
    heightOf(value) {
      const height = keys.indexOf(String(type.draftOf(value, definition)))
      return height < 0 ? null : height
    },
    rungs: keys.map((key) => type.format(stateOf(key), definition, locale)),
  }
}

/**
 * Numbers stand at their height; the states of a bool or an enum one above the other, in the model's order, as far as
 * they occur. null for values that have no heights: texts, dates, arrays and structs.
 * @param definition null where no model tells; numbers are then still numbers.
 * @param values all that is to be shown.
 */
export function ladderOf(
  definition: ValueDefinition | null,
  values: readonly ExactJson[],
  locale: string,
): Ladder | null {
  if (!definition) return values.every(isExactNumber) ? numbers : null
  const type = dataTypeOf(definition)
  switch (type.control) {
    case 'number':
      return numbers
    case 'bool':
      return steps(definition, ['false', 'true'], locale)
    case 'enum': {
      const occurring = new Set(values.map((value) => String(type.draftOf(value, definition))))
      return steps(
        definition,
        Object.keys(readEnum(definition).enumDesc).filter((key) => occurring.has(key)),
        locale,
      )
    }
    default:
      return null
  }
}
