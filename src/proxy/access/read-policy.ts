import type { Policy } from '#contract/panel/policy.ts'
import { type ExactJson, parseExact } from '#contract/value/exact.ts'
import { policyFileSchema } from './policy.ts'

/** More than these would not be read. */
const shownMistakes = 20

/** `limits[3].hours.from`, as one would write it in JavaScript. */
const pathText = (path: readonly PropertyKey[]): string =>
  path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '') || 'the file'

/** A policy out of its file's text, or every mistake in it with its path. Digits are kept. */
export function readPolicy(text: string): { policy: Policy } | { mistakes: string[] } {
  let json: ExactJson
  try {
    json = parseExact(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    return { mistakes: [`the file is not JSON: ${error instanceof Error ? error.message : error}`] }
  }
  const { success, data, error } = policyFileSchema.safeParse(json)
  if (!success) {
    const mistakes = error.issues.map(({ path, message }) => `${pathText(path)}: ${message}`)
    const more = mistakes.length - shownMistakes
    return { mistakes: [...mistakes.slice(0, shownMistakes), ...(more > 0 ? [`… and ${more} more`] : [])] }
  }
  const { contact, grants, pointClasses, limits } = data
  return { policy: { contact, grants, pointClasses, limits } }
}
