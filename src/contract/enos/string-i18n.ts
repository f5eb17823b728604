import * as z from 'zod/mini'
import { received, withDefault } from './reading.ts'

/** A text with its translations (§3): `i18nValue[locale]`, else `defaultValue`. Read also from a bare text. */
export const stringI18nSchema = received(
  (value) => {
    if (value === null || value === undefined) return { defaultValue: '', i18nValue: {} }
    if (typeof value === 'string') return { defaultValue: value, i18nValue: {} }
    return value
  },
  z.object({
    defaultValue: withDefault('', z.string()),
    i18nValue: withDefault({}, z.record(z.string(), z.nullish(z.string()))),
  }),
)
export type StringI18n = z.infer<typeof stringI18nSchema>

/** The text in an EnOS locale such as `en_US` or `zh_CN`. */
export const localText = (name: StringI18n, locale: string): string => name.i18nValue[locale] || name.defaultValue

/** `en` → `en_US`, `zh` → `zh_CN`: the locales of EnOS name the country. */
export function enosLocaleOf(locale: string): string {
  const { language, region } = new Intl.Locale(locale).maximize()
  return `${language}_${region}`
}
