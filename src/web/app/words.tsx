import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, use, useDeferredValue, useEffect, useLayoutEffect, useMemo } from 'react'
import { pathInGateway } from '#contract/panel/gateway-address.ts'
import type { Text } from '../text/en.ts'
import type { FirstText } from '../text/language.ts'
import { english, type LanguageName, languages } from '../text/languages.ts'
import { TextContext } from '../text/text-context.ts'
import { useIdle } from '../ui/use-idle.ts'
import { localeFor } from './locale-for.ts'
import { firstWordsQuery, lateWordsQuery, useSpokenLanguage } from './use-spoken-language.ts'

const LanguageContext = createContext<LanguageName>('en')
const HasLateWordsContext = createContext(false)

/** @param isNeeded asks for the words of the late pages. */
export function useLateWords(isNeeded: boolean) {
  const { isError, refetch } = useQuery({ ...lateWordsQuery(use(LanguageContext)), enabled: isNeeded })
  return { isThere: use(HasLateWordsContext), isError, refetch }
}

/**
 * Until the late words have come: a look at the failures or at what the rare fields say fetches them, and at any other of
 * them is a mistake of ours.
 */
const untilLate = (words: FirstText & Pick<Text, 'failures' | 'problems'>, fetchLate: () => void): Text =>
  new Proxy(words as Text, {
    get(of, name) {
      if (name === 'failures' || name === 'problems' || name === 'rareFields') fetchLate()
      else if (!(name in of)) throw new Error('A page that uses late words must be a late part that waits for them')
      return Reflect.get(of, name)
    },
  })

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
  // Every page but the control screen needs them to say anything.
  const isLatePage = pathInGateway(location.pathname).length > 1
  const { data } = useQuery({ ...lateWordsQuery(language), enabled: isLatePage })
  // Everything that says something is drawn anew when they come: in pieces.
  const late = useDeferredValue(data !== undefined) ? data : undefined
  useLayoutEffect(() => {
    document.documentElement.lang = languages[language].tag
  }, [language])
  const isIdle = useIdle()
  const locale = localeFor(first.locale, navigator.languages)
  useEffect(() => {
    // The first number of a locale takes a browser some 15 ms: best while nobody waits for one.
    if (isIdle) new Intl.NumberFormat(locale).format(0)
  }, [isIdle, locale])
  const text = useMemo((): Text => {
    const words = { ...first, locale }
    if (late) return { ...words, ...late }
    return untilLate({ ...words, failures: failuresInShort, problems: null }, () => {
      // When a value is sent, or something has failed.
      void client.prefetchQuery(lateWordsQuery(language))
    })
  }, [language, locale, first, failuresInShort, late, client])
  return (
    <LanguageContext value={language}>
      <HasLateWordsContext value={late !== undefined}>
        <TextContext value={text}>{children}</TextContext>
      </HasLateWordsContext>
    </LanguageContext>
  )
}
