import type { Database } from '#database/open-database.ts'

/** Letters that the index holds together; shorter texts are found by the ones that begin with them. */
const together = 3

/** A text that begins more than these is so common that the newest rows hold it: they are read instead. */
const mostTerms = 40

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

/**
 * What to ask the index of three letters in a row for a text that must be contained as it is, lower-cased.
 * @returns the MATCH; null where nothing that is in the index holds the text; undefined where the index is no help.
 */
export function openTextFilter({ sqlite }: Pick<Database, 'sqlite'>) {
  const beginning = sqlite
    .prepare<[string, string, number], string>(
      'SELECT term FROM operationTextTerm WHERE term >= ? AND term < ? ORDER BY term LIMIT ?',
    )
    .pluck()
  return (text: string): string | null | undefined => {
    // In a question to the index it would be the end.
    if (text.includes('\0')) return undefined
    // One letter of ASCII is in nearly every row: the newest hold it.
    if (/^[ -~]$/.test(text)) return undefined
    if ([...text].length >= together) return quoted(text)
    const terms = beginning.all(text, `${text}\u{10ffff}`, mostTerms + 1)
    if (terms.length === 0) return null
    return terms.length > mostTerms || terms.some((term) => term.includes('\0'))
      ? undefined
      : terms.map(quoted).join(' OR ')
  }
}

export type TextFilter = ReturnType<typeof openTextFilter>
