import { type ComponentProps, type ReactNode, useMemo } from 'react'
import { stringifyExact } from '#contract/value/exact.ts'
import { KeepButton } from '../features/outbox/keep-button.tsx'
import { OutboxLink } from '../features/outbox/outbox-link.tsx'
import { OutboxNotice } from '../features/outbox/outbox-notice.tsx'
import { ReleaseGate } from '../features/outbox/release-gate.tsx'
import { ReleaseNotice } from '../features/outbox/release-notice.tsx'
import type { Prefill } from '../features/set-point/kept-draft.ts'
import type { KeepProps } from '../features/set-point/sending-parts.ts'
import { shownOf } from '../features/set-point/shown-of.ts'
import { useText } from '../text/text-context.ts'
import { useKeptWitness } from '../ui/use-kept-witness.ts'
import { EditorWaiting } from './editor-waiting.tsx'
import { useSession } from './session-context.ts'
import { useOutboxOwner } from './use-outbox-owner.ts'

/** The button that keeps a draft of the person who looks. */
export function KeepDraft({ target, latest, form, kept, onCheck, ...rest }: KeepProps) {
  const text = useText()
  const owner = useOutboxOwner()
  const [, writeWitness] = useKeptWitness()
  const { clockOffset } = useSession()
  const place = useMemo(() => ({ owner, writeWitness }), [owner, writeWitness])
  const take = () => {
    const checked = onCheck()
    const { reason, expectedValue, releases } = kept
    return (
      checked && {
        send: {
          ...checked.send,
          shown: shownOf(target, checked.ready, checked.before, text),
          ...(reason.trim() === '' ? {} : { reason }),
          ...(expectedValue === '' ? {} : { expectedValue }),
        },
        form,
        modelId: target.device.modelId,
        before: latest ? { value: stringifyExact(latest.value), time: latest.time } : null,
        releases,
      }
    )
  }
  return <KeepButton place={place} clockOffset={clockOffset} isBegun={kept.touched} take={take} {...rest} />
}

/** A kept draft of the person who looks beside what holds now. */
export function OwnReleaseNotice(props: Omit<ComponentProps<typeof ReleaseNotice>, 'owner'>) {
  return <ReleaseNotice owner={useOutboxOwner()} {...props} />
}

export function OwnOutboxLink() {
  return <OutboxLink owner={useOutboxOwner()} />
}

export function OwnOutboxNotice(props: Omit<ComponentProps<typeof OutboxNotice>, 'owner'>) {
  return <OutboxNotice owner={useOutboxOwner()} {...props} />
}

export interface OwnReleaseProps {
  id: string
  /** @param release undefined where the draft is here no more. */
  children: (release: Prefill['release']) => ReactNode
}

/** Opens a kept draft of the person who looks in the editor. */
export function OwnRelease({ id, children }: OwnReleaseProps) {
  return (
    <ReleaseGate owner={useOutboxOwner()} id={id} waiting={<EditorWaiting />}>
      {(release) =>
        children(
          release &&
            ((empty) => ({
              ...empty,
              form: release.mustBeTypedAgain ? { ...release.form, draft: empty.form.draft } : release.form,
              // Typed by a person once: it counts as touched, but for one that has to be typed again.
              touched: !release.mustBeTypedAgain,
              idempotencyKey: release.idempotencyKey || empty.idempotencyKey,
              link: `release ${id} ${release.mustBeTypedAgain}`,
              reason: release.reason,
              expectedValue: release.expectedValue,
              releases: id,
              // What it was when it was kept is told beside what it is now.
              begunWith: null,
            })),
        )
      }
    </ReleaseGate>
  )
}
