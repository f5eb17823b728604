import type { PermissionToSet } from '#contract/panel/permission-to-set.ts'
import { formatNumber } from '#contract/value/format-number.ts'
import type { Text } from '../../text/en.ts'
import { hoursText } from '../../ui/hours-text.ts'
import { secondsText } from '../../ui/seconds-text.ts'

export interface LimitRow {
  name: string
  value: string
  rule: string
}

/** The limits of the policy as rows of a table. @param unit of the point, for people; may be empty. */
export function limitRows({ limits }: PermissionToSet, unit: string, text: Text): LimitRow[] {
  const { limitNames } = text.permissionPage
  const { leastInterval, hours } = limits
  const numbers = (['minimum', 'maximum', 'largestStep'] as const).flatMap((name) => {
    const limit = limits[name]
    const value = limit && [formatNumber(limit.value, text.locale), unit].filter(Boolean).join(' ')
    return value ? [{ name: limitNames[name], value, rule: limit.rule }] : []
  })
  return [
    ...numbers,
    ...(leastInterval
      ? [{ name: limitNames.leastInterval, value: secondsText(leastInterval.value, text), rule: leastInterval.rule }]
      : []),
    ...hours.map((one) => ({ name: limitNames.hours, value: hoursText(one, text), rule: one.rule })),
  ]
}
