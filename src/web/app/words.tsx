import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, use, useMemo } from 'react'
import { type LanguageName, languages } from '../text/languages.ts'
import { TextContext } from '../text/text-context.ts'
import { localeFor } from './locale-for.ts'

/** The failures' own words. */
const failureWordsQuery = (language: LanguageName) =>
  queryOptions({
    queryKey: ['words', language],
    queryFn: languages[language].loadFailures,
    retry: 2,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  })

const FailureWordsContext = createContext(true)

/** Whether there is nothing more to wait for: the failures' own words are there, or will not come now. */
export const useHasFailureWords = (): boolean => use(FailureWordsContext)

/** Gives every word to everything below, with dates and numbers in the person's own variety of the language. */
export function Words({ language = 'en', children }: { language?: LanguageName; children: ReactNode }) {
  const client = useQueryClient()
  const query = failureWordsQuery(language)
  const { data: failures, isError } = useQuery({ ...query, enabled: false })
  const text = useMemo(() => {
    const { text } = languages[language]
    return {
      ...text,
      locale: localeFor(text.locale, navigator.languages),
      /** The first look at them fetches them: when a value is sent, or something has failed. */
      get failures() {
        if (!failures) void client.prefetchQuery(failureWordsQuery(language))
        return failures ?? text.failures
      },
    }
  }, [language, failures, client])
  return (
    <TextContext value={text}>
      <FailureWordsContext value={failures !== undefined || isError}>{children}</FailureWordsContext>
    </TextContext>
  )
}
