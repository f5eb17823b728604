import type { Measurepoint } from '#contract/enos/thing-model.ts'
import type { PointLimits } from '#contract/panel/permission-to-set.ts'
import { compare, subtract } from '#contract/value/decimal.ts'
import { type ExactJson, ExactNumber, isExactNumber } from '#contract/value/exact.ts'
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

function problemOfNumber(value: ExactNumber, { limits, present, unit }: PolicyRules): ValueProblem | null {
  const { minimum, maximum, largestStep } = limits
  if (minimum && compare(value.value, minimum.value) < 0) {
    return { kind: 'belowRule', minimum: minimum.value, unit, rule: minimum.rule }
  }
  if (maximum && compare(value.value, maximum.value) > 0) {
    return { kind: 'aboveRule', maximum: maximum.value, unit, rule: maximum.rule }
  }
  if (!largestStep || !isExactNumber(present)) return null
  const change = subtract(value.value, present.value)
  if (change !== null && compare(withoutSign(change), largestStep.value) <= 0) return null
  return {
    kind: 'stepOverRule',
    largestStep: largestStep.value,
    present: present.value,
    unit,
    rule: largestStep.rule,
  }
}

/** What the policy says against a number, or against those in a list; empty for nothing. The proxy decides anew. */
export function ruleProblems(value: ExactJson, rules: PolicyRules): FieldProblem[] {
  if (isExactNumber(value)) {
    const problem = problemOfNumber(value, rules)
    return problem ? [{ path: [], problem }] : []
  }
  if (!Array.isArray(value)) return []
  return value.flatMap((part, index) => {
    const present = Array.isArray(rules.present) ? rules.present[index] : undefined
    return ruleProblems(part, { ...rules, present }).map(({ path, problem }) => ({ path: [index, ...path], problem }))
  })
}

/** The point with the narrower of model and policy at either end: for drawing, as steps are counted by the model. */
export function narrowed(point: Measurepoint, limits: PointLimits | null): Measurepoint {
  const { minimum, maximum } = limits ?? {}
  const isHigher = minimum && (!point.minimum || compare(minimum.value, point.minimum.value) > 0)
  const isLower = maximum && (!point.maximum || compare(maximum.value, point.maximum.value) < 0)
  return {
    ...point,
    ...(isHigher ? { minimum: new ExactNumber(minimum.value) } : {}),
    ...(isLower ? { maximum: new ExactNumber(maximum.value) } : {}),
  }
}
