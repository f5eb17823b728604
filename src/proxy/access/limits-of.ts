import type { PointLimits } from '#contract/panel/permission-to-set.ts'
import type { LimitRule } from '#contract/panel/policy.ts'
import { compare } from '#contract/value/decimal.ts'

interface Limit<T> {
  value: T
  rule: string
}

/** The one that leaves the least room; the first of equals. */
const tightest = <T>(limits: readonly Limit<T>[], isTighter: (a: T, b: T) => boolean): Limit<T> | null =>
  limits.reduce<Limit<T> | null>((best, one) => (best && !isTighter(one.value, best.value) ? best : one), null)

/** What holds where all these rules do. */
export function limitsOf(rules: readonly LimitRule[]): PointLimits {
  const given = <K extends 'minimum' | 'maximum' | 'largestStep' | 'leastInterval'>(name: K) =>
    rules.flatMap((one) => {
      const value = one[name]
      return value === undefined ? [] : [{ value, rule: one.rule }]
    })
  return {
    minimum: tightest(given('minimum'), (a, b) => compare(a, b) > 0),
    maximum: tightest(given('maximum'), (a, b) => compare(a, b) < 0),
    largestStep: tightest(given('largestStep'), (a, b) => compare(a, b) < 0),
    leastInterval: tightest(given('leastInterval'), (a, b) => a > b),
    hours: rules.flatMap(({ rule, hours }) => (hours ? [{ ...hours, rule }] : [])),
  }
}
