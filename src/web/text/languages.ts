import type { FailureName } from '#contract/enos/failures.ts'
import type { FailureText } from './en/failure-text.ts'
import { en, type Text } from './en.ts'

interface Language {
  /** All words; of each failure only what is certain without its own. */
  text: Text
  /** The failures' own words, which are needed only when something has failed. */
  loadFailures: () => Promise<Record<FailureName, FailureText>>
}

export const languages = {
  en: { text: en, loadFailures: async () => (await import('./en/failures.ts')).failures },
} satisfies Record<string, Language>

export type LanguageName = keyof typeof languages
