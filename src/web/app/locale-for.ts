/**
 * The person's own variety of a language, for dates and numbers: a text in English is read with a British date by who
 * reads British English.
 * @param language of the text (BCP 47).
 * @param preferred as the browser lists them, the most wanted first.
 */
export const localeFor = (language: string, preferred: readonly string[]): string =>
  preferred.find((locale) => locale === language || locale.startsWith(`${language}-`)) ?? language
