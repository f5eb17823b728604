import { createContext, use } from 'react'

/** How changes reach the screen: at once, every few seconds, or not at all. */
export type Connected = 'live' | 'polling' | 'lost'

/** Provided by app: how the panel hears of changes from its server. */
export const ConnectedContext = createContext<Connected>('live')

/** Whether what is on the screen is kept up to date at this moment, and how. */
export const useConnected = (): Connected => use(ConnectedContext)
