import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, use, useLayoutEffect, useMemo } from 'react'
import type { Text } from '../text/en.ts'
import { english, type LanguageName, languages } from '../text/languages.ts'
import { TextContext } from '../text/text-context.ts'
import { localeFor } from './locale-for.ts'
import { firstWordsQuery, lateWordsQuery, useSpokenLanguage } from './use-spoken-language.ts'

const LanguageContext = createContext<LanguageName>('en')
const HasLateWordsContext = createContext(false)

/** @param isNeeded asks for the words of the late pages. */
export function useLateWords(isNeeded: boolean) {
  const { isError, refetch } = useQuery({ ...lateWordsQuery(use(LanguageContext)), enabled: isNeeded })
  return { isThere: use(HasLateWordsContext), isError, refetch }
}

const tooEarly = (): never => {
  throw new Error('A page that uses late words must be a late part that waits for them')
}

/** Gives every word to everything below, in the language of the browser or the one that was chosen. */
export function Words({ children }: { children: ReactNode }) {
  const language = useSpokenLanguage()
  return language && <WordsOf language={language}>{children}</WordsOf>
}

/** The words of one language, with dates and numbers in the person's own variety of it. */
function WordsOf({ language, children }: { language: LanguageName; children: ReactNode }) {
  const client = useQueryClient()
  const { data: { text: first, failuresInShort } = english } = useQuery({
    ...firstWordsQuery(language),
    enabled: false,
  })
  const { data: late } = useQuery({ ...lateWordsQuery(language), enabled: false })
  useLayoutEffect(() => {
    document.documentElement.lang = languages[language].tag
  }, [language])
  const text = useMemo((): Text => {
    const words = { ...first, locale: localeFor(first.locale, navigator.languages) }
    if (late) return { ...words, ...late }
    return {
      ...words,
      /** The first look at them fetches them: when a value is sent, or something has failed. */
      get failures() {
        void client.prefetchQuery(lateWordsQuery(language))
        return failuresInShort
      },
      get problems() {
        void client.prefetchQuery(lateWordsQuery(language))
        return null
      },
      get account() {
        return tooEarly()
      },
      get operation() {
        return tooEarly()
      },
      get drafts() {
        return tooEarly()
      },
      get errorCodes() {
        return tooEarly()
      },
      get history() {
        return tooEarly()
      },
      get noPage() {
        return tooEarly()
      },
      get outbox() {
        return tooEarly()
      },
      get palette() {
        return tooEarly()
      },
      get permissionPage() {
        return tooEarly()
      },
      get evidence() {
        return tooEarly()
      },
      get sending() {
        return tooEarly()
      },
      get scan() {
        return tooEarly()
      },
      get signIn() {
        return tooEarly()
      },
      get trend() {
        return tooEarly()
      },
    }
  }, [language, first, failuresInShort, late, client])
  return (
    <LanguageContext value={language}>
      <HasLateWordsContext value={late !== undefined}>
        <TextContext value={text}>{children}</TextContext>
      </HasLateWordsContext>
    </LanguageContext>
  )
}
