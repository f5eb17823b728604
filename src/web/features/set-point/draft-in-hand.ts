import type { Operation } from '#contract/panel/operation.ts'
import { dataTypeOf } from '#contract/value/data-types.ts'
import type { Text } from '../../text/en.ts'
import type { StoredDraft } from './draft-store.ts'
import type { OpenDraft, OpenDraftState } from './open-draft.ts'
import { readForm, type SetForm } from './set-form.ts'
import { type Target, unitOf, valueText } from './target.ts'
import { draftNameOf } from './use-kept-draft.ts'
import type { Sending } from './use-sending.ts'

/** What a draft is at this moment, for who tells it from others. */
interface DraftParts {
  target: Target
  kept: StoredDraft
  form: SetForm
  sending: Sending
  /** The one of its own send. */
  operation: Operation | undefined
}

/** Texts are shown as they are typed: a number is only read where its spelling says little to people. */
const shownAsTyped: ReadonlySet<string> = new Set(['number', 'text', 'date', 'timestamp'])

function writtenValue({ target, form }: DraftParts, text: Text): string {
  const { point } = target
  const unit = unitOf(target)
  if (typeof form.draft === 'string' && (!point || shownAsTyped.has(dataTypeOf(point).control))) {
    return [form.draft, form.draft && unit].filter(Boolean).join(' ')
  }
  const { ready } = readForm(form, point)
  return ready ? valueText(target, ready.value, text) : ''
}

function stateOf({ sending, operation }: DraftParts): OpenDraftState {
  if (sending.phase === 'idle') return 'draft'
  if (operation) return operation.outcome
  // Refused before anything left, or not known to the server: nothing was sent.
  return sending.phase === 'rejected' || sending.phase === 'notRecorded' ? 'notSent' : 'waiting'
}

/** null where nobody has begun to write, or what was written has been put away. */
export function draftInHand(parts: DraftParts, text: Text): Omit<OpenDraft, 'besideSince'> | null {
  const { target, kept } = parts
  if (!kept.touched && !kept.sent) return null
  const { device, point, measurepointId } = target
  return {
    name: draftNameOf(target),
    assetId: device.assetId,
    productKey: device.productKey,
    deviceKey: device.deviceKey,
    measurepointId,
    deviceName: device.deviceName,
    pointName: point?.name ?? { defaultValue: '', i18nValue: {} },
    value: writtenValue(parts, text),
    state: stateOf(parts),
  }
}
