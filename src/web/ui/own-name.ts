import { createContext, use } from 'react'

/** Provided by app: the gateway and the person, as text that no other pair has. */
export const OwnerContext = createContext('')

export const ownNameOf = (owner: string, name: string): string => (owner === '' ? name : `${name}@${owner}`)

/**
 * The name under which the browser keeps something that belongs to the person who looks, at the gateway that they look
 * at: nothing of one shows up at another. Themes and the like, which are the browser's, do without.
 */
export function useOwnName(name: string): string {
  return ownNameOf(use(OwnerContext), name)
}
