import type { LatestValue } from '#contract/enos/latest-value.ts'
import type { ValueDefinition } from '#contract/enos/thing-model.ts'
import type { Operation } from '#contract/panel/operation.ts'
import { parseExact } from '#contract/value/exact.ts'
import { isSameValue } from '#contract/value/same-value.ts'
import type { OutboxDraft } from '../../api/outbox-draft.ts'

/** What has happened to a point since a draft for it was kept. */
export interface Since {
  /** null where it is not known what the device reports now. */
  hasMoved: boolean | null
  /** Commands of anybody for this point, newest first; not the draft's own. */
  operations: Operation[]
}

/**
 * @param keptTime ms since the epoch by the server's clock.
 * @param latest what the device reports now; undefined where it is not known, null for nothing.
 * @param operations of the point, newest first.
 */
export function sinceKept(
  { before, send }: Pick<OutboxDraft, 'before' | 'send'>,
  {
    keptTime,
    latest,
    operations,
    definition,
  }: {
    keptTime: number
    latest: LatestValue | null | undefined
    operations: Operation[]
    definition: ValueDefinition | null
  },
): Since {
  const isSame = () => {
    if (latest === null || before === null) return latest === null && before === null
    return latest !== undefined && isSameValue(parseExact(before.value), latest.value, definition)
  }
  return {
    hasMoved: latest === undefined ? null : !isSame(),
    operations: operations.filter(
      ({ createTime, idempotencyKey }) => createTime >= keptTime && idempotencyKey !== send.idempotencyKey,
    ),
  }
}

/** Whether a person has to be asked anew; also where it could not be found out. */
export const hasChanged = ({ hasMoved, operations }: Since): boolean => hasMoved !== false || operations.length > 0
