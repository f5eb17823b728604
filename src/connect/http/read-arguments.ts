import * as z from 'zod/mini'
import { Failure } from '#contract/enos/failure.ts'
import type { FailureName } from '#contract/enos/failures.ts'
import { type ExactJson, parseExact } from '#contract/value/exact.ts'

const dotted = (path: readonly PropertyKey[]): string => path.map(String).join('.')

/** What would be right, in words. */
function reason(issue: z.core.$ZodIssue, name: string, absent: boolean): string {
  if (absent) return `${name} is missing`
  switch (issue.code) {
    case 'too_small':
      return issue.origin === 'string' ? `${name} must not be empty` : `${name} must be at least ${issue.minimum}`
    case 'too_big':
      return issue.origin === 'string'
        ? `${name} must have at most ${issue.maximum} characters`
        : `${name} must be at most ${issue.maximum}`
    case 'invalid_type':
      return `${name} must be ${issue.expected === 'int' || issue.expected === 'number' ? 'an integer' : issue.expected}`
    case 'custom':
      return issue.message
    default:
      return `${name} cannot be read`
  }
}

/** A value of the input at the place of an issue; undefined where nothing stands there. */
const at = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    input,
  )

/** Failures that an argument has for itself (§1.6). */
const ownFailures: Partial<Record<string, FailureName>> = { timeout: 'invalidTimeout' }

/**
 * The arguments that a schema finds in a query or a body.
 * @throws Failure invalidArgument naming the first wrong one and what would be right, or its own failure.
 */
export function readArguments<T extends z.ZodMiniType>(schema: T, input: unknown): z.output<T> {
  const result = z.safeParse(schema, input)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const name = dotted(issue?.path ?? []) || 'body'
  const own = ownFailures[name]
  if (own) throw new Failure(own)
  const absent = issue !== undefined && issue.code !== 'custom' && at(input, issue.path) === undefined
  throw new Failure('invalidArgument', `${name}: ${issue ? reason(issue, name, absent) : 'cannot be read'}`)
}

/**
 * The JSON of a body, exact; an empty one reads as an empty object.
 * @throws Failure invalidArgument where it is no JSON.
 */
export function readBody(text: string): ExactJson {
  if (text.trim() === '') return {}
  try {
    return parseExact(text)
  } catch (error) {
    throw new Failure('invalidArgument', `body: ${error instanceof Error ? error.message : 'is not JSON'}`)
  }
}
