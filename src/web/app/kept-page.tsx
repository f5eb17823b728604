import { OutboxPage } from '../features/outbox/outbox-page.tsx'
import { useText } from '../text/text-context.ts'
import { useOutboxOwner } from './use-outbox-owner.ts'

/** What the person has kept on this device. */
export function KeptPage() {
  const { outbox, shell } = useText()
  const owner = useOutboxOwner()
  return (
    <>
      <title>{`${outbox.title} · ${shell.productName}`}</title>
      <OutboxPage owner={owner} />
    </>
  )
}
