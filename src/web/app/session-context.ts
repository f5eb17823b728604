import { createContext, use } from 'react'
import type { FailureName } from '#contract/enos/failures.ts'
import type { PanelGateway, Session } from '#contract/panel/session.ts'

export interface PanelSession {
  session: Session
  /** The EnOS that this panel is used with. */
  gateway: PanelGateway
  /** The server cannot be reached: all that is shown was kept here, as of this moment (ms since the epoch); else null. */
  keptAt: number | null
  /** ms to add to this machine's clock to get the server's. */
  clockOffset: number
  /** With which the way back from the identity provider ended though somebody was signed in; null for none. */
  signInFailure: FailureName | null
}

export const SessionContext = createContext<PanelSession | null>(null)

/** Who looks, and at which gateway. Only inside the session gate. */
export function useSession(): PanelSession {
  const session = use(SessionContext)
  if (!session) throw new Error('useSession outside the session gate')
  return session
}
