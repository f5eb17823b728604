import { type ReactNode, useEffect, useRef } from 'react'
import { Chip } from '../../ui/chip.tsx'
import { Icon, type IconName } from '../../ui/icon.tsx'
import styles from './outcome-frame.module.css'

export type OutcomeTone = 'ok' | 'bad' | 'unknown' | 'queued' | 'wait'

const marks: Record<OutcomeTone, IconName> = {
  ok: 'check',
  bad: 'close',
  unknown: 'question',
  queued: 'clock',
  wait: 'arrowUp',
}

interface OutcomeFrameProps {
  tone: OutcomeTone
  title: string
  /** Beside the title: the number of a failure. */
  code?: string
  /** The person who looks has just sent: the title gets the focus, so that it is read and Tab goes on to the buttons. */
  takesFocus: boolean
  actions?: ReactNode
  /** Below the buttons: what is good to know, but need not be read to go on. */
  after?: ReactNode
  children: ReactNode
}

/** What became of a send: stays until a person puts it away. Colour, icon and word say the same. */
export function OutcomeFrame({ tone, title, code, takesFocus, actions, after, children }: OutcomeFrameProps) {
  const frame = useRef<HTMLDivElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another title is another outcome.
  useEffect(() => {
    const { activeElement } = document
    // Whoever has gone on to something else in the meantime is not called back.
    const isFree = activeElement === null || activeElement === document.body || frame.current?.contains(activeElement)
    if (!takesFocus || !isFree) return
    heading.current?.focus({ preventScroll: true })
    // With what happened and what to do, not with its title alone at the lower edge.
    frame.current?.scrollIntoView({ block: 'nearest' })
  }, [title, takesFocus])
  return (
    <div ref={frame} className={`${styles.frame} ${styles[tone]}`}>
      <div className={styles.head}>
        <Icon name={marks[tone]} size={1.6} className={styles.mark} />
        <h3 ref={heading} tabIndex={-1}>
          {title}
        </h3>
        {code && (
          <span className={styles.code}>
            <Chip>{code}</Chip>
          </span>
        )}
      </div>
      {children}
      {actions && <div className={styles.actions}>{actions}</div>}
      {after && <div className={styles.after}>{after}</div>}
    </div>
  )
}
