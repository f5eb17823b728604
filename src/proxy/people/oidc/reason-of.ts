import { AuthorizationResponseError, ResponseBodyError } from 'openid-client'

/** An OAuth error's name, and nothing that may have been slipped into its place. */
const known = (error: string): string => (/^[\w.-]{1,64}$/.test(error) ? error : 'an error without a proper name')

/**
 * Why a sign-in failed, for the log. Of what came over the network only names of errors:
 * addresses, descriptions and bodies may hold a code or a token.
 */
export function reasonOf(error: unknown): string {
  if (error instanceof AuthorizationResponseError) return `the provider answered ${known(error.error)}`
  if (error instanceof ResponseBodyError) return `the provider refused with ${error.status} ${known(error.error)}`
  if (!(error instanceof Error)) return 'unknown'
  const { message, cause } = error
  // Errors with a code are of the network or of the checks; a parser's would quote what it read.
  if (cause instanceof Error && 'code' in cause) return `${message}: ${reasonOf(cause)}`
  return message || ('code' in error ? String(error.code) : 'unknown')
}
