import type { PermissionToSet } from '#contract/panel/permission-to-set.ts'
import { formatNumber } from '#contract/value/format-number.ts'
import type { Text } from '../../text/en.ts'
import { hoursText } from '../../ui/hours-text.ts'
import { secondsText } from '../../ui/seconds-text.ts'

/**
 * The limits of the policy in short, one sentence for each rule, in the order in which they are checked.
 * @param unit of the point, for people; may be empty.
 */
export function ruleWords({ limits }: Pick<PermissionToSet, 'limits'>, unit: string, text: Text): string[] {
  const { limits: words } = text.permission
  const { minimum, maximum, largestStep, leastInterval, hours } = limits
  const number = (value: string) => [formatNumber(value, text.locale), unit].filter(Boolean).join(' ')
  const parts = new Map<string, string[]>()
  const tell = (limit: { rule: string } | null, sentence: string) => {
    if (limit) parts.set(limit.rule, [...(parts.get(limit.rule) ?? []), sentence])
  }
  if (minimum && maximum && minimum.rule === maximum.rule) {
    tell(minimum, words.between(formatNumber(minimum.value, text.locale), number(maximum.value)))
  } else {
    tell(minimum, words.atLeast(number(minimum?.value ?? '')))
    tell(maximum, words.atMost(number(maximum?.value ?? '')))
  }
  tell(largestStep, words.largestStep(number(largestStep?.value ?? '')))
  tell(leastInterval, words.leastInterval(secondsText(leastInterval?.value ?? 0, text)))
  for (const one of hours) tell(one, words.hours(hoursText(one, text)))
  return [...parts].map(([rule, sentences]) => words.byRule(rule, sentences))
}
