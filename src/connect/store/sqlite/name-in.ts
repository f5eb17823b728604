import type { NameReader } from './create-name-reader.ts'

/**
 * Whether `like` stands in a point's name (StringI18n as JSON text) in `locale`, letter case aside; 1 or 0, for SQL.
 * A locale without a text of its own, and `default`, mean the default text (§3). SQLite itself folds only ASCII.
 */
export const nameIn =
  (readName: NameReader) =>
  (name: unknown, locale: unknown, like: unknown): 0 | 1 => {
    const { defaultValue, i18nValue } = readName(String(name))
    // The locale is a caller's text: `constructor` must not find what every object inherits.
    const own = Object.hasOwn(i18nValue, String(locale)) ? i18nValue[String(locale)] : null
    return (own || defaultValue).toLowerCase().includes(String(like).toLowerCase()) ? 1 : 0
  }
