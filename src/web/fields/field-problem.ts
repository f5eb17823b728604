import type { PlacedProblem } from '#contract/value/value-problems.ts'

/** What is wrong at one place of a draft, as data: whoever shows it chooses the sentence. */
export type FieldProblem = PlacedProblem

/** The problems of the whole draft, not of a part of it. */
export const ownProblems = (problems: FieldProblem[]): FieldProblem[] =>
  problems.filter(({ path }) => path.length === 0)

/** The problems of one element or member, with paths counted from it. */
export const problemsBelow = (problems: FieldProblem[], key: string | number): FieldProblem[] =>
  problems
    .filter(({ path }) => path.length > 0 && String(path[0]) === String(key))
    .map(({ path, problem }) => ({ path: path.slice(1), problem }))
