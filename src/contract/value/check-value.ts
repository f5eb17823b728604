import type * as z from 'zod/mini'
import type { ValueDefinition } from '../enos/thing-model.ts'
import { dataTypeOf } from './data-types.ts'
import type { ExactJson } from './exact.ts'
import { englishSentenceOf } from './sentences-en.ts'
import { type PlacedProblem, placedProblems } from './value-problems.ts'

export interface Finding extends PlacedProblem {
  /** English. */
  sentence: string
}

type ValueSchema = z.ZodMiniType<ExactJson, unknown>

const findingsOf = (schema: ValueSchema, value: ExactJson): Finding[] =>
  placedProblems(schema.safeParse(value).error?.issues ?? []).map((found) => ({
    ...found,
    sentence: englishSentenceOf(found.problem),
  }))

/** All that keeps a value from fitting its definition (§6), in words; empty where it fits. */
export const checkValue = (definition: ValueDefinition, value: ExactJson): Finding[] =>
  findingsOf(dataTypeOf(definition).valueSchema(definition), value)

/** {@link checkValue} for many values of a few definitions, of which each is compiled once. */
export function createValueCheck(): typeof checkValue {
  const schemas = new WeakMap<ValueDefinition, ValueSchema>()
  return (definition, value) => {
    const schema = schemas.get(definition) ?? dataTypeOf(definition).valueSchema(definition)
    schemas.set(definition, schema)
    return findingsOf(schema, value)
  }
}
