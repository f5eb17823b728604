import * as z from 'zod/mini'

/** A text with its translations (§3): `i18nValue[locale]`, else `defaultValue`. Read also from a bare text. */
export const stringI18nSchema = z.pipe(
  z.transform((value) => {
    if (value === null || value === undefined) return { defaultValue: '', i18nValue: {} }
    if (typeof value === 'string') return { defaultValue: value, i18nValue: {} }
    return value
  }),
  z.object({
    defaultValue: z.pipe(z.transform((value) => value ?? ''), z.string()),
    i18nValue: z.pipe(z.transform((value) => value ?? {}), z.record(z.string(), z.nullish(z.string()))),
  }),
)
export type StringI18n = z.infer<typeof stringI18nSchema>

/** The text in an EnOS locale such as `en_US` or `zh_CN`. */
export const localText = (name: StringI18n, locale: string): string => name.i18nValue[locale] || name.defaultValue
