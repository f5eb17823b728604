import type { Measurepoint } from '#contract/enos/thing-model.ts'
import { dataTypeOf } from '#contract/value/data-types.ts'
import type { ExactJson } from '#contract/value/exact.ts'
import type { Text } from '../../text/en.ts'

/**
 * A present value in a few characters: formatted, or how much is in it where it has parts.
 * @param timezone of the device.
 */
export function valueText(
  value: ExactJson,
  point: Measurepoint,
  timezone: string,
  { point: words, locale }: Text,
): string {
  const type = dataTypeOf(point)
  const count = type.count?.(value) ?? null
  if (count !== null) return type.control === 'struct' ? words.fields(count) : words.items(count)
  if (value === '') return words.emptyText
  return type.format(value, point, locale, timezone)
}
