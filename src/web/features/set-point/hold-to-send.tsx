import { type ReactNode, type Ref, useEffect, useId, useRef, useState } from 'react'
import { useText } from '../../text/text-context.ts'
import { Button } from '../../ui/button.tsx'
import styles from './hold-to-send.module.css'
import { holdTime, useHold } from './use-hold.ts'

/** ms in which who cannot hold a button may press the other one. */
const secondPressTime = 5000

interface HoldToSendProps {
  disabled: boolean
  /** @returns false where something is still missing. */
  onBegin: () => boolean
  onSend: () => void
  buttonRef: Ref<HTMLButtonElement>
  /** Stands beside the button. */
  back: ReactNode
}

/**
 * The last step of a critical point: its button has to be held. Who cannot hold it presses it and then, within some
 * seconds, a second one that appears in another place, so that no double press is both.
 */
export function HoldToSend({ disabled, onBegin, onSend, buttonRef, back }: HoldToSendProps) {
  const { review } = useText().sending
  const { hold } = review
  const hintId = useId()
  const [presses, setPresses] = useState(0)
  const [wasLetGo, setLetGo] = useState(false)
  const isOffered = presses > 0 && !disabled
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (presses === 0) return
    const timer = setTimeout(() => {
      // The focus must not be lost with the button that goes away.
      if (place.current?.querySelector('[data-second]') === document.activeElement) {
        place.current?.querySelector<HTMLElement>('[data-hold]')?.focus()
      }
      setPresses(0)
    }, secondPressTime)
    return () => clearTimeout(timer)
  }, [presses])
  const { isHolding, stepsLeft, buttonProps } = useHold({
    onBegin: () => {
      setLetGo(false)
      return onBegin()
    },
    onHeld: onSend,
    onShort: () => {
      setLetGo(true)
      setPresses((before) => before + 1)
    },
  })
  const words = isHolding ? hold.keep(stepsLeft) : isOffered ? hold.orPress : wasLetGo ? hold.letGo : hold.how
  return (
    <div ref={place} className={styles.hold}>
      <div className={styles.second}>
        {isOffered && !isHolding && (
          <Button kind="primary" data-second onClick={() => onBegin() && onSend()}>
            {hold.sendNow}
          </Button>
        )}
      </div>
      <p id={hintId} role="status" className={styles.hint}>
        {words}
      </p>
      {back}
      <Button
        {...buttonProps}
        ref={buttonRef}
        data-hold
        kind="primary"
        icon={isHolding ? undefined : 'send'}
        className={styles.button}
        disabled={disabled}
        aria-describedby={hintId}
      >
        {isHolding && (
          <svg className={styles.ring} viewBox="0 0 24 24" aria-hidden="true">
            <circle className={styles.track} cx="12" cy="12" r="9" />
            <circle
              className={styles.done}
              cx="12"
              cy="12"
              r="9"
              pathLength="1"
              transform="rotate(-90 12 12)"
              style={{ animationDuration: `${holdTime}ms` }}
            />
          </svg>
        )}
        {hold.send}
      </Button>
    </div>
  )
}
