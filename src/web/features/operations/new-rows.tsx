import { useEffect, useSyncExternalStore } from 'react'
import { useText } from '../../text/text-context.ts'
import { Button } from '../../ui/button.tsx'
import styles from './new-rows.module.css'

/** px that one may have scrolled and still look at the newest. */
const slack = 4

const follow = (listener: () => void) => {
  addEventListener('scroll', listener, { passive: true })
  return () => removeEventListener('scroll', listener)
}

interface NewRowsProps {
  count: number
  onShow: () => void
}

/** Rows that came in: put in at once while one is at the top, else offered, so that nothing moves while one reads. */
export function NewRows({ count, onShow }: NewRowsProps) {
  const { history: text } = useText()
  const isAtTop = useSyncExternalStore(follow, () => window.scrollY <= slack)
  useEffect(() => {
    if (isAtTop && count > 0) onShow()
  })
  const isOffered = count > 0 && !isAtTop
  return (
    <div className={styles.place} aria-live="polite">
      {isOffered && (
        <Button
          kind="primary"
          icon="arrowUp"
          className={styles.button}
          onClick={() => {
            onShow()
            window.scrollTo({ top: 0 })
          }}
        >
          {text.fresh(count)}
        </Button>
      )}
    </div>
  )
}
