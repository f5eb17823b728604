import { type ReactNode, useId, useMemo, useRef, useState } from 'react'
import type { LatestValue } from '#contract/enos/latest-value.ts'
import { isSameValue } from '#contract/value/same-value.ts'
import type { Send } from '../../api/call.ts'
import { useText } from '../../text/text-context.ts'
import { ageText, spanText } from '../../ui/age.tsx'
import { Button } from '../../ui/button.tsx'
import { useAnnounce } from '../../ui/live-region.tsx'
import { Modal } from '../../ui/modal.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useConnected } from '../../ui/use-connected.ts'
import { useNow } from '../../ui/use-now.ts'
import { Worded } from '../../ui/worded.tsx'
import { changeWords, withUnit } from './change-words.ts'
import { changesOf, type PartChange } from './changes-of.ts'
import { ExactBody } from './exact-body.tsx'
import { ForecastLine } from './forecast-line.tsx'
import { OnlyIf } from './only-if.tsx'
import styles from './review.module.css'
import { missingOf, type ReviewAsks } from './review-asks.ts'
import { ReviewAsksForm } from './review-asks-form.tsx'
import { ReviewButtons } from './review-buttons.tsx'
import type { UnshownSend } from './send-of.ts'
import type { ReadySet } from './set-form.ts'
import { shownOf, wordingOf } from './shown-of.ts'
import { deviceNameOf, exactText, type Target, valueWithUnit } from './target.ts'
import { useSendKey } from './use-send-key.ts'
import type { DraftNotes } from './use-set-point.ts'
import { isHelpedByQueueing, type Warning, warningsOf } from './warnings-of.ts'

export interface ReviewProps {
  target: Target
  ready: ReadySet
  send: UnshownSend
  /** What the sentence tells as the value before. */
  before: LatestValue | undefined
  latest: LatestValue | undefined
  /** Commands of anybody for this point that wait in the queue. */
  queued: number
  /** Another command for this point is on its way. */
  isHeld: boolean
  asks: ReviewAsks
  /** What is asked about the number, if anything. */
  question: ReactNode
  /** As kept with the draft. */
  notes: DraftNotes
  onNote: (notes: Partial<DraftNotes>) => void
  /** Stands in the place of the button that sends, for as long as the server cannot be reached. */
  keepButton: ReactNode
  /** @returns false where nothing was sent. */
  onSend: (send: Send) => Promise<boolean>
  onBack: () => void
  onQueueInstead: () => void
}

/** The last look: what is confirmed here is what is sent, to the character. */
export function Review(props: ReviewProps) {
  const {
    target,
    ready,
    send,
    before,
    latest,
    queued,
    isHeld,
    asks,
    question,
    notes,
    onNote,
    keepButton,
    onBack,
    onQueueInstead,
  } = props
  const text = useText()
  const announce = useAnnounce()
  const id = useId()
  const ids = { confirmation: `${id}-right`, reason: `${id}-reason` }
  // What stands here to be read is what is recorded.
  const shown = useMemo(() => shownOf(target, ready, before, text), [target, ready, before, text])
  const [isConfirmed, setConfirmed] = useState(false)
  const [isAttempted, setAttempted] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const now = useNow()
  const warnings = warningsOf({
    status: target.device.status,
    way: ready.pendingTtl > 0 ? 'online' : 'now',
    presentTime: latest?.time ?? null,
    isSame: latest !== undefined && isSameValue(ready.value, latest.value, target.point),
    hasMoved: exactText(latest?.value) !== exactText(before?.value),
    queued,
    now,
  })
  const missing = missingOf(asks, { isConfirmed, reason: notes.reason })
  const { review } = text.sending
  const { assetId, productKey, deviceKey } = target.device
  const change = changeWords(target, before, ready.value, text)
  const changes = changesOf(target, before?.value, ready.value, text)
  const isCritical = asks.pointClass === 'critical'
  const isAway = useConnected() === 'lost'
  const isDisabled = isHeld || isBusy || isAway || asks.isWaiting
  /** Whether nothing is missing; else leads to what is. */
  const check = () => {
    setAttempted(true)
    const [first] = missing
    if (!first) return true
    announce(first === 'reason' ? review.reasonMissing : review.rightMissing, 'assertive')
    document.getElementById(ids[first])?.focus()
    return false
  }
  const press = async () => {
    if (isDisabled || !check()) return
    setBusy(true)
    const isSent = await props.onSend({
      ...send,
      shown,
      ...(asks.reason ? { reason: notes.reason.trim() } : {}),
      ...(notes.expectedValue === '' ? {} : { expectedValue: notes.expectedValue }),
    })
    setBusy(false)
    if (!isSent) announce(review.notSignedIn, 'assertive')
  }
  const place = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  useSendKey(place, () => {
    // What has to be held is not sent by a press of keys either: they only lead to it.
    if (!isCritical) void press()
    else if (!isDisabled && check()) button.current?.focus()
  })
  return (
    <Modal
      strict
      title={review.title}
      onClose={onBack}
      footer={
        <ReviewButtons
          isAway={isAway}
          isHold={isCritical}
          disabled={isDisabled}
          buttonRef={button}
          keepButton={keepButton}
          onCheck={check}
          onSend={() => void press()}
          onBack={onBack}
        />
      }
    >
      <div ref={place} className={styles.review}>
        {isHeld && <Notice icon="send">{text.setPoint.held}</Notice>}
        <p className={`${styles.sentence} num`}>
          <Worded words={wordingOf(target, ready, before, text)} sentence={shown.sentence} />
        </p>
        {warnings.length > 0 && (
          <div className={styles.warnings}>
            {warnings.map((warning) => (
              <Notice
                key={warning.kind}
                tone={warning.kind === 'same' || warning.kind === 'noPresent' ? 'info' : 'wait'}
                actions={isHelpedByQueueing(warning) && <Button onClick={onQueueInstead}>{review.queueInstead}</Button>}
              >
                <WarningWords warning={warning} target={target} latest={latest} />
              </Notice>
            ))}
          </div>
        )}
        {question}
        <ForecastLine target={target} sending={ready} />
        {changes.length > 0 && <Changes changes={changes} />}
        <dl className={styles.ids}>
          <dt>{review.device}</dt>
          <dd className="mono">
            {[assetId, productKey && deviceKey && `${productKey} / ${deviceKey}`].filter(Boolean).join(' · ')}
          </dd>
          <dt>{review.point}</dt>
          <dd className="mono">{target.measurepointId}</dd>
        </dl>
        <ExactBody body={send.body} />
        <OnlyIf
          target={target}
          present={before}
          expected={notes.expectedValue}
          onExpect={(expectedValue) => onNote({ expectedValue })}
        />
        <ReviewAsksForm
          ids={ids}
          asks={asks}
          device={deviceNameOf(target.device, text)}
          value={withUnit(target, change.after)}
          isConfirmed={isConfirmed}
          onConfirm={setConfirmed}
          reason={notes.reason}
          onReason={(reason) => onNote({ reason })}
          missing={isAttempted ? missing : []}
        />
      </div>
    </Modal>
  )
}

function WarningWords({ warning, target, latest }: { warning: Warning } & Pick<ReviewProps, 'target' | 'latest'>) {
  const text = useText()
  const { warnings } = text.sending.review
  const { age } = text.shell
  if (warning.kind === 'stale') return warnings.stale(spanText(warning.age, age))
  if (warning.kind === 'same') return warnings.same(ageText(warning.age, age))
  if (warning.kind === 'queued') return warnings.queued(warning.count)
  if (warning.kind === 'moved') return warnings.moved(latest ? valueWithUnit(target, latest.value, text) : '')
  return warnings[warning.kind]
}

function Changes({ changes }: { changes: PartChange[] }) {
  const { setPoint, rareFields, sending } = useText()
  const { review } = sending
  return (
    <div>
      <p className={styles.label}>{review.changes}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list scrolls, and the keyboard must reach its end. */}
      <ul className={styles.changes} tabIndex={0}>
        {changes.map(({ name, before, after }) => (
          <li key={name}>
            <span>{name}</span>
            <span className="num">{review.change(before ?? setPoint.nothing, after ?? rareFields.leftOut)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
