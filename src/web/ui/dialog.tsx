import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { useText } from '../text/text-context.ts'
import { Button } from './button.tsx'
import styles from './dialog.module.css'

export interface DialogProps {
  title: ReactNode
  /**
   * Asked by Escape, the close button and a press beside it. Unmount the dialog to close it. Without it nobody can close
   * it: for what has to be done before anything else can go on.
   */
  onClose?: (() => void) | undefined
  /** A press beside it does not close it: for what must not be lost by a slip of the hand. */
  strict?: boolean
  /** Below the content, always in sight. */
  footer?: ReactNode
  children: ReactNode
}

/**
 * A native modal dialog, open for as long as it is mounted. Focus goes to what has `data-autofocus`, else to the
 * title; on closing, back to where it was.
 */
export function Dialog({
  title,
  onClose,
  strict = false,
  footer,
  children,
  shape,
}: DialogProps & { shape: 'modal' | 'sheet' }) {
  const { shell } = useText()
  const ref = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useLayoutEffect(() => {
    const dialog = ref.current
    dialog?.showModal()
    const first = dialog?.querySelector<HTMLElement>('[data-autofocus]') ?? dialog?.querySelector('h2')
    first?.focus()
    return () => dialog?.close()
  }, [])
  return (
    <dialog
      ref={ref}
      className={`${styles.dialog} ${styles[shape]}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        if (event.target !== ref.current) return
        event.preventDefault()
        onClose?.()
      }}
      onKeyDown={(event) => {
        // A browser lets the second Escape through, whatever its `cancel` is answered.
        if (!onClose && event.key === 'Escape') event.preventDefault()
      }}
      onClick={(event) => {
        if (!strict && event.target === ref.current) onClose?.()
      }}
    >
      <div className={styles.inside}>
        <div className={styles.head}>
          <h2 id={titleId} className={styles.title} tabIndex={-1}>
            {title}
          </h2>
          {onClose && <Button kind="quiet" icon="close" label={shell.close} onClick={onClose} />}
        </div>
        <div className={styles.content}>{children}</div>
        {footer && <div className={styles.foot}>{footer}</div>}
      </div>
    </dialog>
  )
}
