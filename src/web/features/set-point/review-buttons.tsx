import type { ReactNode, RefObject } from 'react'
import { useText } from '../../text/text-context.ts'
import { Button } from '../../ui/button.tsx'
import { HoldToSend } from './hold-to-send.tsx'
import { NoNetwork } from './no-network.tsx'
import styles from './review.module.css'

interface Props {
  /** The server cannot be reached. */
  isAway: boolean
  /** What is sent has to be held. */
  isHold: boolean
  disabled: boolean
  buttonRef: RefObject<HTMLButtonElement | null>
  keepButton: ReactNode
  /** Whether nothing is missing; else leads to what is. */
  onCheck: () => boolean
  onSend: () => void
  onBack: () => void
}

/** What the last look can end with: sending, keeping where there is no network, or going back. */
export function ReviewButtons({ isAway, isHold, disabled, buttonRef, keepButton, onCheck, onSend, onBack }: Props) {
  const { review } = useText().sending
  const back = <Button onClick={onBack}>{review.back}</Button>
  if (isAway) {
    return (
      <>
        <NoNetwork className={styles.away} />
        <div className={styles.buttons}>
          {back}
          <div>{keepButton}</div>
        </div>
      </>
    )
  }
  if (isHold) {
    return <HoldToSend disabled={disabled} onBegin={onCheck} onSend={onSend} buttonRef={buttonRef} back={back} />
  }
  return (
    <div className={styles.buttons}>
      {back}
      <Button ref={buttonRef} kind="primary" icon="send" disabled={disabled} onClick={onSend}>
        {review.send}
      </Button>
    </div>
  )
}
