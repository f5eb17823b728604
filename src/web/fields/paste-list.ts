import { isExactNumber, parseExact } from '#contract/value/exact.ts'

/** `[1.0, 2]` as the texts of its elements; null for anything else. */
function elementsOfJson(text: string): string[] | null {
  if (!text.startsWith('[')) return null
  try {
    const list = parseExact(text)
    if (!Array.isArray(list)) return null
    return list.map((item) => (isExactNumber(item) ? item.value : typeof item === 'string' ? item : String(item)))
  } catch {
    return null
  }
}

const withoutLastBlank = (parts: string[]) => (parts.at(-1)?.trim() === '' ? parts.slice(0, -1) : parts)

/**
 * The elements of a pasted column, row, comma list or JSON array, as typed texts.
 * Lines and cells come before semicolons, and those before commas, so that decimal commas in a column survive to be pointed out.
 * @param areTexts commas and semicolons belong to the texts themselves; blanks around them are kept.
 */
export function pastedElements(pasted: string, areTexts: boolean): string[] {
  const text = pasted.replace(/\r\n?/g, '\n')
  const fromJson = elementsOfJson(text.trim())
  if (fromJson) return fromJson
  const cells = withoutLastBlank(text.split(/[\n\t]/))
  if (cells.length > 1 || areTexts) return areTexts ? cells : cells.map((cell) => cell.trim())
  const [line = ''] = cells
  const mark = line.includes(';') ? ';' : ','
  return withoutLastBlank(line.split(mark)).map((part) => part.trim())
}
