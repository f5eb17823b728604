import { createContext, use } from 'react'
import { en, type Text } from './en.ts'

export const TextContext = createContext<Text>(en)

/** Every word that a person reads, in the chosen language. */
export const useText = (): Text => use(TextContext)
