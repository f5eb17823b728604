import { type KeyboardEvent, type PointerEvent, useCallback, useEffect, useRef, useState } from 'react'

/** ms that the button of a critical point has to be held. */
export const holdTime = 1000
/** What is counted down in words meanwhile. */
export const holdSteps = 3

/** A key that is still down must not press what the outcome brings. */
function swallowUntilReleased(): void {
  const swallow = (event: Event) => {
    event.preventDefault()
    event.stopPropagation()
  }
  addEventListener('keydown', swallow, true)
  addEventListener('keyup', () => removeEventListener('keydown', swallow, true), { capture: true, once: true })
}

interface HoldOptions {
  /** @returns false where it must not begin. */
  onBegin: () => boolean
  /** It was held long enough. */
  onHeld: () => void
  /** It was let go too early, or only pressed. */
  onShort: () => void
}

/** A button that counts only when it is held, by a pointer, Enter or Space. Leaving it, Escape or another window ends it. */
export function useHold({ onBegin, onHeld, onShort }: HoldOptions) {
  const [by, setBy] = useState<'pointer' | 'key' | null>(null)
  const [step, setStep] = useState(0)
  const held = useRef(onHeld)
  useEffect(() => {
    held.current = onHeld
  })
  const cancel = useCallback(() => setBy(null), [])

  useEffect(() => {
    if (!by) return
    setStep(0)
    const counter = setInterval(() => setStep((before) => Math.min(before + 1, holdSteps - 1)), holdTime / holdSteps)
    const timer = setTimeout(() => {
      setBy(null)
      if (by === 'key') swallowUntilReleased()
      held.current()
    }, holdTime)
    // Before the dialog hears of it: this Escape lets go and closes nothing.
    const letGo = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      cancel()
    }
    addEventListener('keydown', letGo, true)
    addEventListener('blur', cancel)
    document.addEventListener('visibilitychange', cancel)
    return () => {
      clearInterval(counter)
      clearTimeout(timer)
      removeEventListener('keydown', letGo, true)
      removeEventListener('blur', cancel)
      document.removeEventListener('visibilitychange', cancel)
    }
  }, [by, cancel])

  const release = () => {
    if (by) onShort()
    cancel()
  }
  const isHoldKey = ({ key }: KeyboardEvent) => key === 'Enter' || key === ' '
  return {
    isHolding: by !== null,
    /** How many of the steps are still to come. */
    stepsLeft: holdSteps - step,
    buttonProps: {
      onPointerDown: (event: PointerEvent<HTMLButtonElement>) => {
        if (event.button !== 0 || !event.isPrimary || by) return
        // A finger that slides off has left, as a mouse has.
        if (event.currentTarget.hasPointerCapture(event.pointerId))
          event.currentTarget.releasePointerCapture(event.pointerId)
        if (onBegin()) setBy('pointer')
      },
      onPointerUp: () => by === 'pointer' && release(),
      onPointerLeave: () => by === 'pointer' && cancel(),
      onPointerCancel: () => by === 'pointer' && cancel(),
      onKeyDown: (event: KeyboardEvent) => {
        if (!isHoldKey(event)) return
        event.preventDefault()
        if (event.repeat || by || event.ctrlKey || event.metaKey || event.altKey) return
        if (onBegin()) setBy('key')
      },
      onKeyUp: (event: KeyboardEvent) => {
        if (!isHoldKey(event)) return
        event.preventDefault()
        if (by === 'key') release()
      },
      onBlur: () => by === 'key' && cancel(),
      /** Of assistive technology that presses by itself and cannot hold. */
      onClick: (event: { detail: number }) => {
        if (event.detail === 0 && !by && onBegin()) onShort()
      },
      onContextMenu: (event: { preventDefault: () => void }) => event.preventDefault(),
    },
  }
}
