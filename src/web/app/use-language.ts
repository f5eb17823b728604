import * as z from 'zod/mini'
import type { LanguageName } from '../text/languages.ts'
import { useStored } from '../ui/use-stored.ts'
import { languageFor, languageNames } from './language-for.ts'

const languageSchema = z.nullable(z.enum(languageNames))

/** The language that this browser chose, and as long as nobody chose one here, that of its settings. */
export function useLanguage() {
  const [stored, change] = useStored<LanguageName | null>('setpoint.language', languageSchema, null)
  return { language: stored ?? languageFor(navigator.languages), choose: (next: LanguageName) => change(() => next) }
}
