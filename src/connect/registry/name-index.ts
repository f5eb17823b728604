import { localText, type StringI18n } from '#contract/enos/string-i18n.ts'

/** The lower-cased names of one language in one text, and where each begins. */
interface Names {
  text: string
  starts: readonly number[]
}

const between = '\n'

function namesOf(names: readonly string[]): Names {
  const starts: number[] = []
  let length = 0
  for (const name of names) {
    starts.push(length)
    length += name.length + between.length
  }
  return { text: names.join(between), starts }
}

/** The records with a part in their name in a locale, letter case aside; null where the index is of no help. */
export type NameIndex<T> = (part: string, locale: string) => T[] | null

/**
 * Finds a part of a name among 100,000 without reading each: one text is searched, in one go. Names must not change.
 * @returns the records in their order.
 */
export function createNameIndex<T extends { name: StringI18n }>(records: readonly T[]): NameIndex<T> {
  // Any other locale has no names of its own: all would be the default ones.
  const locales = new Set(records.flatMap(({ name }) => Object.keys(name.i18nValue)))
  const byLocale = new Map<string, Names>()
  function namesIn(locale: string): Names {
    const known = locales.has(locale) ? locale : ''
    const names = byLocale.get(known) ?? namesOf(records.map(({ name }) => localText(name, known).toLowerCase()))
    byLocale.set(known, names)
    return names
  }
  return (part, locale) => {
    const wanted = part.toLowerCase()
    if (wanted === '' || wanted.includes(between)) return null
    const { text, starts } = namesIn(locale)
    const found: T[] = []
    let next = 0
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, starts[next] ?? text.length)) {
      while ((starts[next] ?? Number.POSITIVE_INFINITY) <= at) next += 1
      const record = records[next - 1]
      if (record) found.push(record)
    }
    return found
  }
}
