import type { Measurepoint } from '#contract/enos/thing-model.ts'
import { dataTypeOf } from '#contract/value/data-types.ts'
import { type ExactJson, parseExact } from '#contract/value/exact.ts'
import type { OutboxDraft } from '../../api/outbox-draft.ts'
import type { Text } from '../../text/en.ts'
import { recordedValueText } from '../../ui/evidence-text.ts'

/** A value of the draft's point with its unit: by its model where that is known, else as far as the draft knows it. */
export function valueWords(
  { send: { shown } }: Pick<OutboxDraft, 'send'>,
  value: ExactJson,
  { point, timezone }: { point: Measurepoint | null; timezone: string | undefined },
  text: Text,
): string {
  if (!point) return recordedValueText({ shown }, value, text)
  return [dataTypeOf(point).format(value, point, text.locale, timezone), shown.unit].filter(Boolean).join(' ')
}

/** What was to be set, in the words that were shown. */
export const wantedWords = ({ send: { shown } }: Pick<OutboxDraft, 'send'>): string =>
  [shown.afterText, shown.unit].filter(Boolean).join(' ')

export const beforeValue = ({ before }: Pick<OutboxDraft, 'before'>): ExactJson | undefined =>
  before === null ? undefined : parseExact(before.value)

export const expectedValue = ({ send }: Pick<OutboxDraft, 'send'>): ExactJson | undefined =>
  send.expectedValue === undefined ? undefined : parseExact(send.expectedValue)
