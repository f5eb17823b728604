import { ExactNumber } from '#contract/value/exact.ts'

/** An answer as IndexedDB holds it, and about how many bytes that takes. */
export interface KeptForm {
  form: unknown
  size: number
}

/**
 * Turns an answer into what can be stored without losing a digit: an exact number becomes a boxed text, which no JSON
 * gives. Maps stay maps.
 */
export function keptForm(answer: unknown): KeptForm {
  let size = 0
  const formOf = (value: unknown): unknown => {
    size += typeof value === 'string' ? 2 * value.length : 8
    if (typeof value !== 'object' || value === null) return value
    if (value instanceof ExactNumber) {
      size += 2 * value.value.length
      return Object(value.value)
    }
    if (Array.isArray(value)) return value.map(formOf)
    if (value instanceof Map) return new Map([...value].map(([key, held]) => [formOf(key), formOf(held)]))
    return Object.fromEntries(
      Object.entries(value).map(([name, held]) => {
        size += 2 * name.length
        return [name, formOf(held)]
      }),
    )
  }
  return { form: formOf(answer), size }
}

/** The answer as it was. */
export function answerOf(form: unknown): unknown {
  if (typeof form !== 'object' || form === null) return form
  if (form instanceof String) return new ExactNumber(form.valueOf())
  if (Array.isArray(form)) return form.map(answerOf)
  if (form instanceof Map) return new Map([...form].map(([key, held]) => [answerOf(key), answerOf(held)]))
  return Object.fromEntries(Object.entries(form).map(([name, held]) => [name, answerOf(held)]))
}
