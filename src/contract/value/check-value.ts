import type { ValueDefinition } from '../enos/thing-model.ts'
import type { ExactJson } from './exact.ts'
import { englishSentenceOf } from './sentences-en.ts'
import { type PlacedProblem, valueProblems } from './value-problems.ts'

export interface Finding extends PlacedProblem {
  /** English. */
  sentence: string
}

/** All that keeps a value from fitting its definition (§6), in words; empty where it fits. */
export const checkValue = (definition: ValueDefinition, value: ExactJson): Finding[] =>
  valueProblems(definition, value).map((found) => ({ ...found, sentence: englishSentenceOf(found.problem) }))
