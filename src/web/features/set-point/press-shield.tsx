import { type MouseEvent, useEffect, useState } from 'react'
import styles from './press-shield.module.css'

/** ms in which a second press follows the first where a hand is not steady. */
const doublePress = 700

/**
 * Catches the second half of a double press: the dialog closes under the first, and the second would otherwise hit
 * whatever lies behind it. Mount it with the press.
 */
export function PressShield() {
  const [isUp, setUp] = useState(true)
  useEffect(() => {
    const timer = setTimeout(() => setUp(false), doublePress)
    return () => clearTimeout(timer)
  }, [])
  // Without taking the focus from the outcome.
  const swallow = (event: MouseEvent) => event.preventDefault()
  return isUp && <div className={styles.shield} aria-hidden="true" onMouseDown={swallow} />
}
