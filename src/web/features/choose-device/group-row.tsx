import type { ButtonHTMLAttributes, Ref } from 'react'
import { useText } from '../../text/text-context.ts'
import { Icon } from '../../ui/icon.tsx'
import styles from './group-row.module.css'
import type { NamedGroup } from './list-rows.ts'

interface GroupRowProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  group: NamedGroup
  open: boolean
  onOpen: (open: boolean) => void
  depth: number
  ref?: Ref<HTMLButtonElement>
}

/** A place in the tree that opens and closes, with a press or the right and left arrow keys. */
export function GroupRow({ group, open, onOpen, depth, onKeyDown, ...button }: GroupRowProps) {
  const { device } = useText()
  return (
    <button
      {...button}
      type="button"
      className={styles.row}
      aria-expanded={open}
      style={{ '--depth': depth }}
      onClick={() => onOpen(!open)}
      onKeyDown={(event) => {
        if (event.key === 'ArrowRight') onOpen(true)
        else if (event.key === 'ArrowLeft') onOpen(false)
        else onKeyDown?.(event)
      }}
    >
      <Icon name={open ? 'chevronDown' : 'chevronRight'} />
      <span>
        {group.name} {group.count !== null && <span className={styles.count}>· {device.count(group.count)}</span>}
      </span>
    </button>
  )
}
