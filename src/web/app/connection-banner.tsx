import { useEffect, useRef } from 'react'
import { useText } from '../text/text-context.ts'
import { Button } from '../ui/button.tsx'
import { useAnnounce } from '../ui/live-region.tsx'
import { Notice } from '../ui/notice.tsx'
import { useAsOf } from '../ui/use-as-of.ts'
import styles from './connection-banner.module.css'
import { useSession } from './session-context.ts'

interface ConnectionBannerProps {
  lost: boolean
  /** When the server was last heard of, by this machine's clock, ms since the epoch. */
  heardAt: number
  retry: () => void
}

/** Tells when the server cannot be heard, as of when all is that is shown, and what still works. */
export function ConnectionBanner({ lost, heardAt, retry }: ConnectionBannerProps) {
  const { connection } = useText().shell
  const { session, keptAt } = useSession()
  const announce = useAnnounce()
  const asOf = useAsOf(heardAt) ?? ''
  const wasLost = useRef(false)
  useEffect(() => {
    if (wasLost.current && !lost) announce(connection.back)
    wasLost.current = lost
  }, [lost, announce, connection])
  if (!lost) return null
  return (
    <div className={styles.place}>
      <Notice
        tone="bad"
        icon="offline"
        role="alert"
        title={keptAt === null ? connection.lostTitle : connection.keptTitle}
        actions={
          <Button icon="retry" onClick={retry}>
            {connection.tryAgain}
          </Button>
        }
      >
        {connection.lost(asOf)} {keptAt !== null && connection.kept(session.person.name)}
      </Notice>
    </div>
  )
}
