import { useEffect, useRef } from 'react'
import { useText } from '../text/text-context.ts'
import { Button } from '../ui/button.tsx'
import { useAnnounce } from '../ui/live-region.tsx'
import { Notice } from '../ui/notice.tsx'
import styles from './connection-banner.module.css'

interface ConnectionBannerProps {
  lost: boolean
  retry: () => void
}

/** Tells when the server cannot be heard, and what still works. */
export function ConnectionBanner({ lost, retry }: ConnectionBannerProps) {
  const { shell } = useText()
  const announce = useAnnounce()
  const wasLost = useRef(false)
  useEffect(() => {
    if (wasLost.current && !lost) announce(shell.connection.back)
    wasLost.current = lost
  }, [lost, announce, shell])
  if (!lost) return null
  return (
    <div className={styles.place}>
      <Notice
        tone="bad"
        icon="offline"
        role="alert"
        title={shell.connection.lostTitle}
        actions={
          <Button icon="retry" onClick={retry}>
            {shell.connection.tryAgain}
          </Button>
        }
      >
        {shell.connection.lost}
      </Notice>
    </div>
  )
}
