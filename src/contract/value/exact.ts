import { isLosslessNumber, LosslessNumber, parse, stringify } from 'lossless-json'
import * as z from 'zod/mini'

/**
 * JSON whose numbers keep the digits they were written with: `1.0` stays `1.0`, and 21 digits stay 21 digits.
 * A number is an {@link ExactNumber}; no value of a point ever passes through a binary float.
 */
export type ExactJson = string | boolean | null | ExactNumber | ExactJson[] | { [member: string]: ExactJson }

/** A JSON number as text, e.g. `new ExactNumber('1.0')`. `.value` is the text. */
export const ExactNumber = LosslessNumber
export type ExactNumber = LosslessNumber

export const isExactNumber = (value: unknown): value is ExactNumber => isLosslessNumber(value)

/** The grammar of a JSON number (RFC 8259 §6): no plus sign, no leading zero, a digit on either side of the point. */
export const jsonNumberPattern = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/

/**
 * Reads JSON without touching a digit.
 * @throws SyntaxError where the text is not JSON, repeats a key with another value, or nests too deep to be read.
 */
export function parseExact(text: string): ExactJson {
  try {
    return parse(text) as ExactJson
  } catch (error) {
    if (error instanceof RangeError) throw new SyntaxError('the JSON nests too deep')
    throw error
  }
}

/** Writes JSON with the digits that were read or typed, without blanks. Plain numbers (ids never are) are written as usual. */
export function stringifyExact(value: unknown): string {
  const text = stringify(value)
  if (text === undefined) throw new TypeError('this value has no JSON text')
  return text
}

/** Any exact JSON value. */
export const exactJsonSchema: z.ZodMiniType<ExactJson, ExactJson> = z.lazy(() =>
  z.union([
    z.custom<ExactNumber>(isExactNumber),
    z.string(),
    z.boolean(),
    z.null(),
    z.array(exactJsonSchema),
    z.record(z.string(), exactJsonSchema),
  ]),
)

const isExactJson = (value: unknown): value is ExactJson => {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null || isExactNumber(value)) return true
  if (Array.isArray(value)) return value.every(isExactJson)
  return typeof value === 'object' && Object.values(value).every(isExactJson)
}

/** The same for what was parsed from text, looked through without a copy: a page of devices holds thousands of values. */
export const parsedJsonSchema = z.custom<ExactJson>(isExactJson)

/** The present value or a typed one as a request body: exactly the characters that are signed and sent (§1.1). */
export const setBodyText = (value: ExactJson): string => `{"value":${stringifyExact(value)}}`
