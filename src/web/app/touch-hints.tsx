import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import styles from './touch-hints.module.css'

/** ms after which a finger that rests asks what something is. */
const restsAfter = 550
/** px that a resting finger may move. */
const slip = 12

const acts = 'a, button, input, select, textarea, label, summary, [role="option"]'

interface Hint {
  words: string
  /** px from the start and the upper edge of the window. */
  start: number
  top: number
}

function hintOf(element: HTMLElement): Hint {
  const { left, right, bottom } = element.getBoundingClientRect()
  const isTurned = getComputedStyle(element).direction === 'rtl'
  return { words: element.title, start: isTurned ? innerWidth - right : left, top: bottom }
}

const titledAt = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[title]:not([title=""])') : null

/**
 * Tells fingers what a mouse is told by resting on something: a tap on what does nothing else, a long touch on what does.
 * The long touch only asks: what it rests on does not act at its end.
 */
export function TouchHints() {
  const [hint, setHint] = useState<Hint | null>(null)
  const bubble = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    let from = { x: 0, y: 0 }
    /** Whether the touch that goes on, or has just ended, has asked. */
    let hasAsked = false
    const stop = () => clearTimeout(timer)
    const close = () => setHint(null)
    const begin = ({ pointerType, target, clientX, clientY }: PointerEvent) => {
      hasAsked = false
      stop()
      close()
      const titled = titledAt(target)
      if (pointerType === 'mouse' || !titled) return
      from = { x: clientX, y: clientY }
      timer = setTimeout(() => {
        hasAsked = true
        setHint(hintOf(titled))
      }, restsAfter)
    }
    const move = ({ clientX, clientY }: PointerEvent) => {
      if (Math.hypot(clientX - from.x, clientY - from.y) > slip) stop()
    }
    const click = (event: MouseEvent) => {
      stop()
      const isByFinger = event instanceof PointerEvent && (event.pointerType === 'touch' || event.pointerType === 'pen')
      if (!isByFinger) return
      if (hasAsked) {
        hasAsked = false
        event.preventDefault()
        event.stopPropagation()
        return
      }
      const titled = titledAt(event.target)
      if (titled && !titled.closest(acts)) setHint(hintOf(titled))
    }
    const unheard = new AbortController()
    const capture = { capture: true, signal: unheard.signal }
    addEventListener('pointerdown', begin, capture)
    addEventListener('pointermove', move, capture)
    addEventListener('pointerup', stop, capture)
    addEventListener('pointercancel', stop, capture)
    addEventListener('click', click, capture)
    addEventListener('keydown', close, capture)
    addEventListener('scroll', close, capture)
    return () => {
      stop()
      unheard.abort()
    }
  }, [])
  useLayoutEffect(() => {
    // Above a dialog too.
    if (hint) bubble.current?.showPopover()
  }, [hint])
  if (!hint) return null
  return (
    <div
      ref={bubble}
      popover="manual"
      role="tooltip"
      className={styles.hint}
      style={{ '--start': `${hint.start}px`, '--top': `${hint.top}px` }}
    >
      {hint.words}
    </div>
  )
}
