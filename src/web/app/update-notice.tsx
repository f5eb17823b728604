import { useEffect, useState } from 'react'
import { useText } from '../text/text-context.ts'
import { Button } from '../ui/button.tsx'
import { useAnnounce } from '../ui/live-region.tsx'
import { Modal } from '../ui/modal.tsx'
import { Notice } from '../ui/notice.tsx'
import accountStyles from './account.module.css'
import styles from './connection-banner.module.css'
import type { Update } from './use-update.ts'

/** ms for which it is said that a newer panel was taken. */
const sayFor = 20_000

/** What there is to say of a newer panel: that it waits, and for what, or that it was taken. */
export function UpdateNotice(update: Exclude<Update, { phase: 'none' }>) {
  return (
    <div className={styles.place}>
      {update.phase === 'done' ? <Updated onRead={update.onRead} /> : <UpdateHeld {...update} />}
    </div>
  )
}

function Updated({ onRead }: { onRead: () => void }) {
  const { account, shell } = useText()
  const announce = useAnnounce()
  useEffect(() => {
    announce(account.update.done)
    const timer = setTimeout(onRead, sayFor)
    return () => clearTimeout(timer)
  }, [announce, account, onRead])
  return (
    <Notice
      tone="ok"
      title={account.update.done}
      actions={<Button kind="quiet" icon="close" label={shell.close} onClick={onRead} />}
    />
  )
}

function UpdateHeld({ isElsewhere, onTake }: { isElsewhere: boolean; onTake: () => void }) {
  const { update } = useText().account
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Notice
        role="status"
        title={update.readyTitle}
        actions={<Button onClick={() => setAsking(true)}>{update.take}…</Button>}
      >
        {isElsewhere ? update.readyElsewhere : update.ready}
      </Notice>
      {isAsking && (
        <Modal
          title={update.takeTitle}
          onClose={() => setAsking(false)}
          footer={
            <div className={accountStyles.choice}>
              <Button data-autofocus onClick={() => setAsking(false)}>
                {update.later}
              </Button>
              <Button kind="primary" onClick={onTake}>
                {update.take}
              </Button>
            </div>
          }
        >
          <p>{update.takeHelp}</p>
        </Modal>
      )}
    </>
  )
}
