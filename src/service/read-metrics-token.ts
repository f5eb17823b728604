import { readSecret } from './read-secret.ts'

/** Characters; with fewer it could be guessed. */
const leastLength = 16

/**
 * The token that opens `/metrics`: `METRICS_TOKEN`, or the one line of the file that `METRICS_TOKEN_FILE` names.
 * Null where neither is set.
 * @throws Error that names the setting; never what it holds.
 */
export function readMetricsToken(environment: Record<string, string | undefined>): string | null {
  const given = environment.METRICS_TOKEN?.trim()
  const file = environment.METRICS_TOKEN_FILE?.trim()
  if (given && file) throw new Error('set METRICS_TOKEN or METRICS_TOKEN_FILE, not both')
  const token = file ? readSecret('METRICS_TOKEN_FILE', file) : given
  if (!token) return null
  // As the header of a request carries it (RFC 6750 §2.1).
  if (token.length < leastLength || !/^[\w.~+/-]+=*$/.test(token)) {
    throw new Error(
      `${file ? 'METRICS_TOKEN_FILE' : 'METRICS_TOKEN'}: must be ${leastLength} or more of A–Z a–z 0–9 - . _ ~ + / and = at the end`,
    )
  }
  return token
}
