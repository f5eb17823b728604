import type { FailureName } from '#contract/enos/failures.ts'
import type { FailureText } from './en/failure-text.ts'
import { failuresInShort } from './en/failures-in-short.ts'
import { first } from './en/first.ts'
import type { Text } from './en.ts'

export type LateText = Pick<Text, 'account' | 'operation' | 'errorCodes' | 'failures' | 'permissionPage' | 'signIn'>

interface Language {
  first: Omit<Text, keyof LateText>
  /** Stands for the failures' own words until those have come. */
  failuresInShort: Record<FailureName, FailureText>
  loadLate: () => Promise<LateText>
}

export const languages = {
  en: { first, failuresInShort, loadLate: async () => (await import('./en/late.ts')).late },
} satisfies Record<string, Language>

export type LanguageName = keyof typeof languages
