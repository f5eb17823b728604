import { useText } from '../../text/text-context.ts'
import { ClassChip } from '../../ui/class-chip.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextBox } from '../../ui/text-box.tsx'
import { Tick } from '../../ui/tick.tsx'
import { Worded } from '../../ui/worded.tsx'
import styles from './review.module.css'
import type { Missing, ReviewAsks } from './review-asks.ts'

/** Characters that the record takes. */
const longest = 1000

interface ReviewAsksFormProps {
  ids: Record<Missing, string>
  asks: ReviewAsks
  /** What the tick confirms. */
  device: string
  value: string
  isConfirmed: boolean
  onConfirm: (isConfirmed: boolean) => void
  reason: string
  onReason: (reason: string) => void
  /** What the person tried to send without. */
  missing: readonly Missing[]
}

/** What the point's class asks for, beyond the last look. */
export function ReviewAsksForm(props: ReviewAsksFormProps) {
  const { ids, asks, device, value, isConfirmed, onConfirm, reason, onReason, missing } = props
  const { sending, permission } = useText()
  const { review } = sending
  return (
    <>
      {asks.isWaiting && <Notice icon="clock">{permission.asking}</Notice>}
      {!asks.isWaiting && asks.pointClass === null && <Notice tone="wait">{permission.cannotAsk}</Notice>}
      {asks.pointClass && asks.pointClass !== 'routine' && (
        <p className={styles.class}>
          <ClassChip pointClass={asks.pointClass} /> {permission.classHints[asks.pointClass]}
        </p>
      )}
      {asks.confirmation && (
        <Tick
          id={ids.confirmation}
          large
          checked={isConfirmed}
          onChange={onConfirm}
          error={missing.includes('confirmation') && review.rightMissing}
        >
          <Worded words={(_strong, quiet) => review.right(quiet(device), quiet(value))} />
        </Tick>
      )}
      {asks.reason && (
        <TextBox
          id={ids.reason}
          label={review.reason}
          value={reason}
          maxLength={longest}
          onChange={(event) => onReason(event.target.value)}
          hint={review.reasonHint}
          error={missing.includes('reason') && review.reasonMissing}
        />
      )}
      {asks.signIn && <Notice icon="lock">{review.signInFirst}</Notice>}
    </>
  )
}
