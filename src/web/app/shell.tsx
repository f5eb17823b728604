import { useEffect } from 'react'
import { usePathname } from 'wouter/use-browser-location'
import { pathInGateway } from '#contract/panel/gateway-address.ts'
import { useText } from '../text/text-context.ts'
import { NavigateContext } from '../ui/link.tsx'
import { LiveRegion } from '../ui/live-region.tsx'
import { ConnectedContext } from '../ui/use-connected.ts'
import { Account } from './account.tsx'
import { Brand } from './brand.tsx'
import { ConnectionBanner } from './connection-banner.tsx'
import { ConnectionChip } from './connection-chip.tsx'
import { Content } from './content.tsx'
import { GatewayNotice } from './gateway-notice.tsx'
import { GatewayPill } from './gateway-pill.tsx'
import { KeptLink, KeptNotice } from './kept-here.tsx'
import { LateOffline } from './late-offline.tsx'
import { LateTouchHints } from './late-touch-hints.tsx'
import { navigate } from './navigate.ts'
import { Navigation } from './navigation.tsx'
import { useSession } from './session-context.ts'
import { useSessionEnd } from './session-end-context.ts'
import styles from './shell.module.css'
import { Shortcuts } from './shortcuts.tsx'
import { SignInNotices } from './sign-in-notices.tsx'
import { ThemeButton } from './theme-button.tsx'
import { useConnection } from './use-connection.ts'
import { useSettled } from './use-settled.ts'

const contentId = 'content'

/** What stands around every page. */
export function Shell() {
  const { shell } = useText()
  const { gateway, keptAt } = useSession()
  const { hasEnded } = useSessionEnd()
  const { connection, heardAt, retry } = useConnection(keptAt)
  const isLost = connection === 'lost'
  const isSettled = useSettled(isLost)
  useEffect(() => {
    // Nobody was told anything meanwhile.
    if (hasEnded) return retry
  }, [hasEnded, retry])
  const path = pathInGateway(usePathname())
  return (
    <NavigateContext value={navigate}>
      <LiveRegion>
        <ConnectedContext value={connection}>
          <div className={`${styles.shell} ${styles[gateway.kind] ?? ''}`}>
            <a href={`#${contentId}`} className={styles.skip}>
              {shell.skipToContent}
            </a>
            <header className={`${styles.header} ${isLost ? styles.lost : ''}`}>
              <Brand />
              <GatewayPill />
              <ConnectionChip heardAt={heardAt} />
              <Navigation path={path} />
              <span className={styles.org} title={shell.organisation}>
                {gateway.orgId}
              </span>
              <KeptLink />
              <span className={styles.tools}>
                <Shortcuts path={path} />
                <ThemeButton />
                <Account />
              </span>
            </header>
            <SignInNotices />
            <GatewayNotice />
            <ConnectionBanner lost={isLost && !hasEnded} heardAt={heardAt} retry={retry} />
            {isSettled && <LateOffline />}
            <KeptNotice path={path} />
            <Content id={contentId} path={path} />
            {matchMedia('(pointer: coarse)').matches && <LateTouchHints />}
          </div>
        </ConnectedContext>
      </LiveRegion>
    </NavigateContext>
  )
}
