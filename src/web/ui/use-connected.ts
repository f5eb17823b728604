import { createContext, use } from 'react'

/** Provided by app: whether the stream of changes from the panel's server is open. */
export const ConnectedContext = createContext(true)

/** Whether what is on the screen is kept up to date at this moment. */
export const useConnected = (): boolean => use(ConnectedContext)
