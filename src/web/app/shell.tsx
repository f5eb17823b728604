import { Outlet, useLocation, useRouter } from '@tanstack/react-router'
import { useCallback, useEffect, useRef } from 'react'
import { useText } from '../text/text-context.ts'
import { type Navigate, NavigateContext } from '../ui/link.tsx'
import { LiveRegion } from '../ui/live-region.tsx'
import { ConnectedContext } from '../ui/use-connected.ts'
import { Account } from './account.tsx'
import { Brand } from './brand.tsx'
import { ConnectionBanner } from './connection-banner.tsx'
import { GatewayPill } from './gateway-pill.tsx'
import { Navigation } from './navigation.tsx'
import { useSession } from './session-context.ts'
import styles from './shell.module.css'
import { ThemeButton } from './theme-button.tsx'
import { useConnection } from './use-connection.ts'

const contentId = 'content'

/** What stands around every page. */
export function Shell() {
  const { shell } = useText()
  const { gateway } = useSession().session
  const connection = useConnection()
  const router = useRouter()
  const path = useLocation({ select: ({ pathname }) => pathname })
  const content = useRef<HTMLElement>(null)
  const shownPath = useRef(path)
  useEffect(() => {
    // Another page: reading goes on at its beginning, not in the navigation.
    if (shownPath.current !== path) content.current?.focus()
    shownPath.current = path
  }, [path])
  const navigate = useCallback<Navigate>(
    (href, { replace = false } = {}) => {
      const samePage = new URL(href, location.href).pathname === location.pathname
      void router.navigate({ href, replace, resetScroll: !samePage })
    },
    [router],
  )
  return (
    <NavigateContext value={navigate}>
      <LiveRegion>
        <div className={`${styles.shell} ${styles[gateway.kind] ?? ''}`}>
          <a href={`#${contentId}`} className={styles.skip}>
            {shell.skipToContent}
          </a>
          <header className={styles.header}>
            <Brand />
            <GatewayPill />
            <Navigation path={path} />
            <span className={styles.org} title={shell.organisation}>
              {gateway.orgId}
            </span>
            <span className={styles.tools}>
              <ThemeButton />
              <Account />
            </span>
          </header>
          <ConnectionBanner {...connection} />
          <main id={contentId} ref={content} tabIndex={-1} className={styles.main}>
            <ConnectedContext value={!connection.lost}>
              <Outlet />
            </ConnectedContext>
          </main>
        </div>
      </LiveRegion>
    </NavigateContext>
  )
}
