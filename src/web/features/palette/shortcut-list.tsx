import { useText } from '../../text/text-context.ts'
import { Modal } from '../../ui/modal.tsx'
import { Tick } from '../../ui/tick.tsx'
import styles from './palette.module.css'

interface ShortcutListProps {
  shortcuts: readonly { name: string; keys: string }[]
  /** Whether keys pressed alone do anything (WCAG 2.1.4). */
  singleKeys: boolean
  onSingleKeys: (are: boolean) => void
  onClose: () => void
}

/** Every shortcut, and the switch for those of one key. */
export function ShortcutList({ shortcuts, singleKeys, onSingleKeys, onClose }: ShortcutListProps) {
  const { palette: text } = useText()
  return (
    <Modal title={text.shortcutsTitle} onClose={onClose}>
      <dl className={styles.shortcuts}>
        {shortcuts.map(({ name, keys }) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>
              <kbd className={styles.keys}>{keys}</kbd>
            </dd>
          </div>
        ))}
      </dl>
      <Tick checked={singleKeys} onChange={onSingleKeys}>
        {text.singleKeys}
      </Tick>
      <p className={styles.hint}>{text.singleKeysHint}</p>
    </Modal>
  )
}
