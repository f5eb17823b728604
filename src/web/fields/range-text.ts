import { formatNumber } from '#contract/value/format-number.ts'
import { unitText } from '../ui/unit-text.ts'
import type { FieldDefinition } from './field-props.ts'

/** From where to where a number may go, with its unit; the unit alone where the model sets no limits. */
export function rangeText({ minimum, maximum, unit }: FieldDefinition, locale: string): string {
  const format = ({ value }: { value: string }) => formatNumber(value, locale)
  const limits =
    minimum && maximum
      ? `${format(minimum)} … ${format(maximum)}`
      : minimum
        ? `≥ ${format(minimum)}`
        : maximum
          ? `≤ ${format(maximum)}`
          : ''
  return `${limits} ${unitText(unit)}`.trim()
}
