import { Icon } from '../../ui/icon.tsx'
import type { Found } from './entry.ts'
import { Marked } from './marked.tsx'
import styles from './palette.module.css'

interface EntryRowProps {
  id: string
  found: Found
  /** The one that Enter chooses. */
  isActive: boolean
  onChoose: () => void
}

/** One thing that was found. The box above keeps the focus, so that it can be typed on. */
export function EntryRow({ id, found, isActive, onChoose }: EntryRowProps) {
  const { entry, titleSpans, detailSpans } = found
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the combobox, which keeps the focus.
    // biome-ignore lint/a11y/useFocusableInteractive: the combobox names the active option.
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      className={styles.row}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <Icon name={entry.icon} className={styles.icon} />
      <span className={styles.words}>
        <span>
          <Marked text={entry.title} spans={titleSpans} />
        </span>
        {entry.detail && (
          <small className={styles.detail}>
            <Marked text={entry.detail} spans={detailSpans} />
          </small>
        )}
      </span>
      {entry.keys && <kbd className={styles.keys}>{entry.keys}</kbd>}
    </div>
  )
}
