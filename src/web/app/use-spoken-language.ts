import { queryOptions, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FirstWords, LateText } from '../text/language.ts'
import { english, type LanguageName, languages } from '../text/languages.ts'
import { useLanguage } from './use-language.ts'

const forGood = { retry: 2, staleTime: Number.POSITIVE_INFINITY, gcTime: Number.POSITIVE_INFINITY }

export const firstWordsQuery = (language: LanguageName) =>
  queryOptions({
    queryKey: ['words', language, 'first'],
    queryFn: (): Promise<FirstWords> => languages[language].loadFirst(),
    ...forGood,
    ...(language === 'en' && { initialData: english }),
  })

export const lateWordsQuery = (language: LanguageName) =>
  queryOptions({
    queryKey: ['words', language, 'late'],
    queryFn: (): Promise<LateText> => languages[language].loadLate(),
    ...forGood,
  })

/**
 * The language that is spoken: the one that is chosen, as soon as its words are there. Until then nothing changes, and
 * if they do not come, English is spoken, which is always there.
 * @returns null while the first words of the page are on their way.
 */
export function useSpokenLanguage(): LanguageName | null {
  const { language } = useLanguage()
  const [spoken, setSpoken] = useState<LanguageName | null>(language === 'en' ? language : null)
  const first = useQuery(firstWordsQuery(language))
  // All its words before a switch: a part that says late ones would go away for a moment, with what is typed in it.
  const late = useQuery({ ...lateWordsQuery(language), enabled: spoken !== null && spoken !== language })
  const isReady = first.data !== undefined && (spoken === null || late.data !== undefined)
  if (spoken !== language && isReady) setSpoken(language)
  if (spoken === null && first.isError) setSpoken('en')
  return spoken
}
