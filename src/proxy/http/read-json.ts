import { Failure } from '#contract/enos/failure.ts'
import { type ExactJson, parseExact } from '#contract/value/exact.ts'

/**
 * A request's body, which is its text (create-app).
 * Its failure quotes nothing of the text, which may hold a password; calls to EnOS say where theirs is wrong (read-call).
 * @throws Failure invalidArgument where it is no JSON.
 */
export function readJson(body: unknown): ExactJson {
  try {
    return parseExact(typeof body === 'string' ? body : '')
  } catch (cause) {
    throw new Failure('invalidArgument', 'Invalid Argument body: no JSON', { cause })
  }
}
