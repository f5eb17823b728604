import { type StringI18n, stringI18nSchema } from '#contract/enos/string-i18n.ts'

/** Names that are kept read; a fleet has as many as its models have points. */
const mostKept = 10_000

/**
 * Whether `like` stands in a point's name (StringI18n as JSON text) in `locale`, letter case aside; 1 or 0, for SQL.
 * A locale without a text of its own, and `default`, mean the default text (§3). SQLite itself folds only ASCII.
 * The same few names stand in all commands of a device: each is read once.
 */
export function createNameIn(): (name: unknown, locale: unknown, like: unknown) => 0 | 1 {
  const kept = new Map<string, StringI18n>()

  function read(text: string): StringI18n {
    const known = kept.get(text)
    if (known) return known
    if (kept.size >= mostKept) kept.clear()
    const name = stringI18nSchema.parse(JSON.parse(text))
    kept.set(text, name)
    return name
  }

  return (name, locale, like) => {
    const { defaultValue, i18nValue } = read(String(name))
    // The locale is a caller's text: `constructor` must not find what every object inherits.
    const own = Object.hasOwn(i18nValue, String(locale)) ? i18nValue[String(locale)] : null
    return (own || defaultValue).toLowerCase().includes(String(like).toLowerCase()) ? 1 : 0
  }
}
