import type { FailureName } from '#contract/enos/failures.ts'
import type { FailureText } from './en/failure-text.ts'
import type { Text } from './en.ts'

export type LateText = Pick<
  Text,
  | 'account'
  | 'operation'
  | 'operations'
  | 'drafts'
  | 'errorCodes'
  | 'evidence'
  | 'failures'
  | 'history'
  | 'noPage'
  | 'notAllowed'
  | 'outbox'
  | 'palette'
  | 'permissionPage'
  | 'problems'
  | 'rareFields'
  | 'scan'
  | 'sending'
  | 'signIn'
  | 'trend'
>
export type FirstText = Omit<Text, keyof LateText>

export interface FirstWords {
  text: FirstText
  /** Stands for the failures' own words until those have come. */
  failuresInShort: Record<FailureName, FailureText>
}

/** A language, in the two parts in which it is loaded. */
export interface Language {
  /** In the language itself, for who looks for it. */
  name: string
  /** BCP 47: of the page, its fonts and its voice. */
  tag: string
  loadFirst: () => Promise<FirstWords>
  loadLate: () => Promise<LateText>
}
