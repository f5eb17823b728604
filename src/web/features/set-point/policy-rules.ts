import type { ValueDefinition } from '#contract/enos/thing-model.ts'
import type { PointLimits } from '#contract/panel/permission-to-set.ts'
import type { Draft } from '#contract/value/data-type.ts'
import { compare, subtract } from '#contract/value/decimal.ts'
import { type ExactJson, ExactNumber, isExactNumber, jsonNumberPattern } from '#contract/value/exact.ts'
import type { ValueProblem } from '#contract/value/problem.ts'
import type { FieldProblem } from '../../fields/field-problem.ts'

/** The plant's rules as they hold for one draft. */
export interface PolicyRules {
  limits: PointLimits
  /** What the device reported last; undefined for nothing. */
  present: ExactJson | undefined
  /** For people; may be empty. */
  unit: string
}

const withoutSign = (text: string) => text.replace(/^-/, '')

type Ends = Pick<ValueDefinition, 'minimum' | 'maximum'>

/** @param side 1 at the lower end, -1 at the upper. */
const narrower = (model: Ends['minimum'], rule: PointLimits['minimum'] | undefined, side: number) =>
  rule && !(model && compare(rule.value, model.value) * side <= 0) ? new ExactNumber(rule.value) : model

/** With the narrower of model and policy at either end, the model's where they are the same. Steps are counted by the model. */
export const narrowed = <Model extends Ends>(model: Model, limits: PointLimits | null): Model => ({
  ...model,
  minimum: narrower(model.minimum, limits?.minimum, 1),
  maximum: narrower(model.maximum, limits?.maximum, -1),
})

function problemOfNumber(
  { value }: ExactNumber,
  { limits, present, unit }: PolicyRules,
  model: Ends,
): ValueProblem | null {
  const { minimum, maximum } = narrowed(model, limits)
  const ruleOf = (end: keyof Ends, told: Ends['minimum']) => (told === model[end] ? null : (limits[end]?.rule ?? null))
  if (minimum && compare(value, minimum.value) < 0) {
    return { kind: 'belowRule', minimum: minimum.value, unit, rule: ruleOf('minimum', minimum) }
  }
  if (maximum && compare(value, maximum.value) > 0) {
    return { kind: 'aboveRule', maximum: maximum.value, unit, rule: ruleOf('maximum', maximum) }
  }
  const { largestStep } = limits
  if (!largestStep || !isExactNumber(present)) return null
  const change = subtract(value, present.value)
  if (change !== null && compare(withoutSign(change), largestStep.value) <= 0) return null
  return { kind: 'stepOverRule', largestStep: largestStep.value, present: present.value, unit, rule: largestStep.rule }
}

/**
 * What the policy says against a number, or against those in a list; empty for nothing. The proxy decides anew.
 * @param model its limits, where they may be crossed too: the narrower ones are told.
 */
export function ruleProblems(value: ExactJson, rules: PolicyRules, model: Ends = {}): FieldProblem[] {
  if (isExactNumber(value)) {
    const problem = problemOfNumber(value, rules, model)
    return problem ? [{ path: [], problem }] : []
  }
  if (!Array.isArray(value)) return []
  return value.flatMap((part, index) => {
    const present = Array.isArray(rules.present) ? rules.present[index] : undefined
    return ruleProblems(part, { ...rules, present }, model).map(({ path, problem }) => ({
      path: [index, ...path],
      problem,
    }))
  })
}

/** The numbers of a draft that the model refuses, so that the policy can be asked about them too. */
const numbersOf = (draft: Draft): ExactJson =>
  Array.isArray(draft)
    ? draft.map(numbersOf)
    : typeof draft === 'string' && jsonNumberPattern.test(draft)
      ? new ExactNumber(draft)
      : null

/** Kinds of problems that are of limits, or tell less than a limit that is crossed too. */
const ofLimits = /^(out|below|above|offStep)/

/** What the model says against a draft, with its limits told as the narrowest, whoever sets them: as they are drawn. */
export function withNarrowest(problems: FieldProblem[], draft: Draft, rules: PolicyRules, model: Ends): FieldProblem[] {
  const { minimum, maximum } = rules.limits
  // Without a present value no step is too large.
  const told = minimum || maximum ? ruleProblems(numbersOf(draft), { ...rules, present: undefined }, model) : []
  return problems.map(
    (one) => (ofLimits.test(one.problem.kind) && told.find(({ path }) => String(path) === String(one.path))) || one,
  )
}
