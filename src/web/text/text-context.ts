import { createContext, use } from 'react'
import type { Text } from './en.ts'

export const TextContext = createContext<Text | null>(null)

/** Every word that a person reads, in the chosen language. */
export function useText(): Text {
  const text = use(TextContext)
  if (!text) throw new Error('useText outside the words')
  return text
}
