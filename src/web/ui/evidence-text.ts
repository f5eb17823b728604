import type { Evidence, Operation } from '#contract/panel/operation.ts'
import { recordedType } from '#contract/panel/recorded-type.ts'
import { sentTimeOf } from '#contract/panel/sent-value.ts'
import { dataTypeOf } from '#contract/value/data-types.ts'
import { type ExactJson, isExactNumber, parseExact } from '#contract/value/exact.ts'
import { formatNumber } from '#contract/value/format-number.ts'
import { previewOf } from '#contract/value/preview.ts'
import type { Text } from '../text/en.ts'
import { spanText } from './age.tsx'
import { pastText } from './time-text.ts'

/** A value of an operation's point with its unit, as far as the record knows how people read it. */
export function recordedValueText(operation: Pick<Operation, 'shown'>, value: ExactJson, { locale }: Text): string {
  const type = recordedType(operation)
  const unit = operation.shown?.unit ?? ''
  const words = type
    ? dataTypeOf(type).format(value, type, locale)
    : isExactNumber(value)
      ? formatNumber(value.value, locale)
      : previewOf(value)
  return unit === '' ? words : `${words} ${unit}`
}

/** One piece of evidence in a sentence. @param now ms since the epoch. */
export function evidenceText(operation: Operation, evidence: Evidence, now: number, text: Text): string {
  const { evidence: words, shell, locale } = text
  if (evidence.kind === 'commandState') {
    const code = evidence.code === null ? '' : words.withCode(evidence.code)
    return words.commandState[evidence.outcome](pastText(evidence.time, now, locale), code)
  }
  const value = recordedValueText(operation, parseExact(evidence.value), text)
  const after = spanText(Math.max(0, evidence.time - sentTimeOf(operation)), shell.age)
  const reported = evidence.isSame ? words.reportedSame : words.reportedOther
  return reported(value, pastText(evidence.time, now, locale), after)
}
