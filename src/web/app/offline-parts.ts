import { forgetKept, hideKept, openKept } from './kept-session.ts'
import { Offline } from './offline.tsx'

/** All that reading without a network and new versions of the panel take, in one chunk. */
export const offlineParts = { Offline, forgetKept, hideKept, openKept }
