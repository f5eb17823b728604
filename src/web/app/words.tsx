import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, use, useMemo } from 'react'
import type { Text } from '../text/en.ts'
import { type LanguageName, type LateText, languages } from '../text/languages.ts'
import { TextContext } from '../text/text-context.ts'
import { localeFor } from './locale-for.ts'

const lateWordsQuery = (language: LanguageName) =>
  queryOptions({
    queryKey: ['words', language],
    queryFn: (): Promise<LateText> => languages[language].loadLate(),
    retry: 2,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  })

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

/** Gives every word to everything below, with dates and numbers in the person's own variety of the language. */
export function Words({ language = 'en', children }: { language?: LanguageName; children: ReactNode }) {
  const client = useQueryClient()
  const { data: late } = useQuery({ ...lateWordsQuery(language), enabled: false })
  const text = useMemo((): Text => {
    const { first, failuresInShort } = languages[language]
    const words = { ...first, locale: localeFor(first.locale, navigator.languages) }
    if (late) return { ...words, ...late }
    return {
      ...words,
      /** The first look at them fetches them: when a value is sent, or something has failed. */
      get failures() {
        void client.prefetchQuery(lateWordsQuery(language))
        return failuresInShort
      },
      get account() {
        return tooEarly()
      },
      get operation() {
        return tooEarly()
      },
      get errorCodes() {
        return tooEarly()
      },
      get permissionPage() {
        return tooEarly()
      },
      get signIn() {
        return tooEarly()
      },
    }
  }, [language, late, client])
  return (
    <LanguageContext value={language}>
      <HasLateWordsContext value={late !== undefined}>
        <TextContext value={text}>{children}</TextContext>
      </HasLateWordsContext>
    </LanguageContext>
  )
}
