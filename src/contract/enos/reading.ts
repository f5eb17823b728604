import * as z from 'zod/mini'
import { isExactNumber } from '../value/exact.ts'

/*
 * The tolerant reader: EnOS releases write the same field as number or numeric string (§2.1, §3).
 * We read all forms into one and write one.
 */

/** A schema that first turns what was received, present or not, into what it expects. */
export const received = <T extends z.ZodMiniType>(
  read: (value: unknown) => unknown,
  schema: T,
): z.ZodMiniType<z.output<T>, unknown> => z.pipe(z.transform(read), schema as z.ZodMiniType<z.output<T>, unknown>)

/** The same, with a value for what is absent or null. */
export const withDefault = <T extends z.ZodMiniType>(value: z.input<T>, schema: T) =>
  received((read) => read ?? value, schema)

const plain = (value: unknown): unknown => (isExactNumber(value) ? Number(value.value) : value)
const numeric = (value: unknown): unknown =>
  typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : plain(value)

/** A whole number, also when it comes as an exact JSON number or a numeric string. */
export const integer = received(numeric, z.int())

/** The same number, or null for all else. */
export const wholeNumberIn = (value: unknown): number | null => {
  const number = numeric(value)
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : null
}

/** A whole number from `minimum` to `maximum`, read as {@link integer} does. */
export const integerBetween = (minimum: number, maximum: number) =>
  received(numeric, z.int().check(z.gte(minimum), z.lte(maximum)))

/** Milliseconds since the epoch; 0 where EnOS leaves it out or writes null ("never", §3.2). */
export const milliseconds = received((value) => (value === null || value === undefined ? 0 : numeric(value)), z.int())

const digitsAsText = (value: unknown): unknown =>
  isExactNumber(value) ? value.value : typeof value === 'number' ? String(value) : value

/** Text, also where a release writes the id as a number: its digits are kept. */
export const text = received(digitsAsText, z.string())

/** The same text, or an empty one for all else. */
export const textIn = (value: unknown): string => {
  const read = digitsAsText(value)
  return typeof read === 'string' ? read : ''
}

/** Text or nothing; null reads as an empty text. */
export const optionalText = withDefault('', text)

/** A map whose absence, null or emptiness all mean "none". */
export const mapOf = <T extends z.ZodMiniType>(schema: T) =>
  received((value) => value ?? {}, z.record(z.string(), schema))
