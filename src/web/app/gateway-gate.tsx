import { type ReactNode, useEffect, useLayoutEffect, useMemo, useState } from 'react'
import { usePathname } from 'wouter/use-browser-location'
import type { FailureName } from '#contract/enos/failures.ts'
import { gatewayPrefix } from '#contract/panel/gateway-address.ts'
import type { Session } from '#contract/panel/session.ts'
import { OwnerContext } from '../ui/own-name.ts'
import { chooseGateway } from './gateway-choice.ts'
import { LateUnknownGatewayPage } from './late-parts.tsx'
import { navigate } from './navigate.ts'
import { SessionContext } from './session-context.ts'

interface GatewayGateProps {
  session: Session
  /** As of when the session and all else was kept here; null where the server has answered. */
  keptAt: number | null
  /** ms */
  clockOffset: number
  signInFailure: FailureName | null
  children: ReactNode
}

/** Finds the gateway that the address means before anything of one is shown. */
export function GatewayGate({ session, keptAt, clockOffset, signInFailure, children }: GatewayGateProps) {
  const path = usePathname()
  const choice = useMemo(() => chooseGateway(session.gateways, path), [session, path])
  const gateway = choice?.kind === 'chosen' ? choice.gateway : undefined
  const owner = JSON.stringify([gateway?.id ?? '', session.person.id])

  const first = choice?.kind === 'first' ? choice.gateway.id : undefined
  useLayoutEffect(() => {
    if (first === undefined) return
    navigate(gatewayPrefix(first) + location.pathname + location.search + location.hash, { replace: true })
  }, [first])

  // Layout: before anything below makes its first call, which names the gateway (api/call.ts).
  useLayoutEffect(() => {
    if (gateway) document.documentElement.dataset.gateway = gateway.id
  }, [gateway])

  // A page is of one person at one gateway: nothing of it is shown to another.
  const [shownOwner, setShownOwner] = useState<string | null>(null)
  if (gateway && shownOwner === null) setShownOwner(owner)
  const isAnothers = shownOwner !== null && shownOwner !== owner
  useEffect(() => {
    if (isAnothers) location.reload()
  }, [isAnothers])

  const value = useMemo(
    () => gateway && { session, gateway, keptAt, clockOffset, signInFailure },
    [session, gateway, keptAt, clockOffset, signInFailure],
  )
  if (choice?.kind === 'unknown') return <LateUnknownGatewayPage id={choice.id} gateways={session.gateways} />
  if (!value || isAnothers) return null
  return (
    <SessionContext value={value}>
      <OwnerContext value={owner}>{children}</OwnerContext>
    </SessionContext>
  )
}
