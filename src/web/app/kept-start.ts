import { queryOptions } from '@tanstack/react-query'
import type { Session } from '#contract/panel/session.ts'

/** What the panel began with where its server could not be reached. */
export interface KeptStart {
  session: Session
  /** When the server was last heard of, by this machine's clock; ms since the epoch. */
  heardAt: number
  /** Takes back what was kept and is not on the screen: the server has something newer. */
  takeBack(): void
}

/** Found by use-kept-session.ts, only where the server cannot be reached; null where nothing is kept that may be shown. */
export const keptStartKey = queryOptions<KeptStart | null>({ queryKey: ['kept-start'] }).queryKey
