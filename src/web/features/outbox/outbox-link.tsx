import type { OutboxOwner } from '../../api/outbox-draft.ts'
import { useText } from '../../text/text-context.ts'
import { Icon } from '../../ui/icon.tsx'
import { Link } from '../../ui/link.tsx'
import { outboxHref } from '../../ui/links.ts'
import styles from './outbox.module.css'
import { useOutbox } from './use-outbox.ts'

/** How many drafts are kept here, in the header; nothing where none is. */
export function OutboxLink({ owner }: { owner: OutboxOwner }) {
  const { outbox } = useText()
  const { content } = useOutbox(owner)
  const count = content.own.filter(({ state }) => state !== 'released').length
  if (count === 0) return null
  const words = outbox.count(count)
  return (
    <Link href={outboxHref()} className={styles.link} aria-label={words} title={words}>
      <Icon name="download" />
      <span className={styles.linkWords}>{words}</span>
      <span className={`${styles.linkCount} num`}>{count}</span>
    </Link>
  )
}
