import type { ProblemSentences, ValueProblem } from './problem.ts'

/** The sentence for a problem in the language of `sentences`. */
export function sentenceOf(problem: ValueProblem, sentences: ProblemSentences): string {
  const sentence = sentences[problem.kind] as (problem: ValueProblem) => string
  return sentence(problem)
}
