import { jsonNumberPattern } from './exact.ts'
import type { ValueProblem } from './problem.ts'

/** What people type and paste for ASCII: full-width forms, the true minus sign, blanks around. */
const plain = (text: string) => text.normalize('NFKC').trim().replace(/^[−–]/, '-')

const withoutGroups = (text: string, mark: RegExp) => (mark.test(text) ? text.replace(/[^\d.+-]/g, '') : text)

/** The number that was probably meant, in the JSON grammar; null where nothing is near. */
function suggestionFor(typed: string): string | null {
  const text = withoutGroups(plain(typed), /^[+-]?\d{1,3}([ '’_,]\d{3})+(\.\d*)?$/)
  const european = /^[+-]?\d{1,3}([ '’.]\d{3})+,\d+$/.test(text)
  const pointed = european ? text.replace(/[^\d,+-]/g, '').replace(',', '.') : text
  const number = pointed
    .replace(/^\+/, '')
    .replace(/^(-?)0+(?=\d)/, '$1')
    .replace(/^(-?)\./, '$10.')
    .replace(/\.(?=$|[eE])/, '')
  return jsonNumberPattern.test(number) ? number : null
}

/** Why a typed text is no JSON number, and what would be right. */
export function numberProblem(typed: string): ValueProblem {
  if (typed.trim() === '') return { kind: 'empty' }
  const text = plain(typed)
  const [whole, decimals, ...more] = text.split(',')
  const suggestion = whole !== undefined && decimals && more.length === 0 ? suggestionFor(`${whole}.${decimals}`) : null
  if (suggestion === null) return { kind: 'notNumber', suggestion: suggestionFor(typed) }
  return {
    kind: 'decimalComma',
    suggestion,
    grouped: /^[+-]?[1-9]\d{0,2},\d{3}$/.test(text) ? suggestionFor(text) : null,
  }
}
