import { type ExactJson, isExactNumber, stringifyExact } from './exact.ts'

const longest = 60
const dots = '…'

/** By code points, so that no character is cut in half. */
const cut = (text: string, length: number) =>
  text.length <= length ? text : [...text.slice(0, length)].slice(0, -1).join('') + dots

/** As many parts as fit, then an ellipsis. */
function bracketed(open: string, parts: Iterable<string>, close: string): string {
  let shown = ''
  for (const part of parts) {
    const next = shown === '' ? part : `${shown}, ${part}`
    if (next.length > longest - `${open}, ${dots}${close}`.length) {
      return `${open}${shown === '' ? cut(part, longest - 2) : `${shown}, ${dots}`}${close}`
    }
    shown = next
  }
  return open + shown + close
}

function* memberTexts(value: { [member: string]: ExactJson }) {
  for (const [member, part] of Object.entries(value)) yield `${member}: ${stringifyExact(part)}`
}

function* elementTexts(value: ExactJson[]) {
  for (const part of value) yield stringifyExact(part)
}

export const isMemberMap = (value: unknown): value is { [member: string]: ExactJson } =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isExactNumber(value)

/** Any value in at most 60 characters, digits as written: `[1.0, 2.5, …]`, `{low: 5, high: 25}`; a text is shown whole. */
export function previewOf(value: ExactJson): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return bracketed('[', elementTexts(value), ']')
  return isMemberMap(value) ? bracketed('{', memberTexts(value), '}') : stringifyExact(value)
}
