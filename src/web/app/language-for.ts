import { type LanguageName, languages } from '../text/languages.ts'

export const languageNames = Object.keys(languages) as [LanguageName, ...LanguageName[]]

/**
 * The language that a person most likely reads: the first that we have of those that the browser lists.
 * @param preferred BCP 47, the most wanted first.
 */
export function languageFor(preferred: readonly string[]): LanguageName {
  for (const tag of preferred) {
    const [language] = tag.toLowerCase().split('-')
    const found = languageNames.find((name) => name === language)
    if (found) return found
  }
  return 'en'
}
