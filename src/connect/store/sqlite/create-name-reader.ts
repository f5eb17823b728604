import { type StringI18n, stringI18nSchema } from '#contract/enos/string-i18n.ts'

/** Names that are kept read; a fleet has as many as its models have points. */
const mostKept = 10_000

/** The name of a point as it is stored, JSON text of a StringI18n. */
export type NameReader = (text: string) => StringI18n

/** The same few names stand in all commands: each is read once, and whoever reads it again gets the same, unchanged. */
export function createNameReader(): NameReader {
  const kept = new Map<string, StringI18n>()
  return (text) => {
    const known = kept.get(text)
    if (known) return known
    if (kept.size >= mostKept) kept.clear()
    const name = stringI18nSchema.parse(JSON.parse(text))
    kept.set(text, name)
    return name
  }
}
