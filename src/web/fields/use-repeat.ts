import { useCallback, useEffect, useRef } from 'react'

/** ms before a key that is held begins to repeat, and between two times. */
const repeatAfter = 450
const repeatEvery = 90

/** For a key that repeats while it is held. A press of assistive technology or the keyboard counts once, as a click. */
export function useRepeat(act: () => void) {
  const latest = useRef(act)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  /** Whether the press has repeated: the click at its end is none of its own. */
  const hasRepeated = useRef(false)
  useEffect(() => {
    latest.current = act
  })
  const stop = useCallback(() => clearTimeout(timer.current), [])
  useEffect(() => stop, [stop])
  const repeat = () => {
    hasRepeated.current = true
    latest.current()
    timer.current = setTimeout(repeat, repeatEvery)
  }
  return {
    onPointerDown: () => {
      hasRepeated.current = false
      stop()
      timer.current = setTimeout(repeat, repeatAfter)
    },
    onPointerUp: stop,
    onPointerLeave: stop,
    onPointerCancel: stop,
    onClick: () => {
      if (!hasRepeated.current) latest.current()
      hasRepeated.current = false
    },
  }
}
