import { failuresInShort } from './en/failures-in-short.ts'
import { first } from './en/first.ts'
import type { FirstWords, Language } from './language.ts'

/** English comes with the panel, so that it can say something whatever fails to load. */
export const english: FirstWords = { text: first, failuresInShort }

/** Another language is a folder beside `en`, and a row here. */
export const languages = {
  en: {
    name: 'English',
    tag: 'en',
    loadFirst: async () => english,
    loadLate: async () => (await import('./en/late.ts')).late,
  },
  zh: {
    name: '中文',
    tag: 'zh-CN',
    loadFirst: async () => (await import('./zh/first-words.ts')).firstWords,
    loadLate: async () => (await import('./zh/late.ts')).late,
  },
} satisfies Record<string, Language>

export type LanguageName = keyof typeof languages
