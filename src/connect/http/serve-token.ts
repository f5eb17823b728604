import { endpoints } from '#contract/enos/endpoints.ts'
import { Failure } from '#contract/enos/failure.ts'
import { type ExactJson, parseExact } from '#contract/value/exact.ts'
import type { TokenService } from './token-service.ts'

/** @throws Failure tokenParameter where the body is no JSON object. */
function readObject(body: string): { [member: string]: ExactJson } {
  let json: ExactJson = null
  try {
    json = parseExact(body)
  } catch {
    throw new Failure('tokenParameter', 'Invalid parameter: the body is not JSON')
  }
  if (typeof json === 'object' && json !== null && !Array.isArray(json) && !('isLosslessNumber' in json)) return json
  throw new Failure('tokenParameter', 'Invalid parameter: the body must be a JSON object')
}

/** Serves Get Token and Refresh Token (§4.1). @throws Failure by the token codes of §4.5. */
export async function serveToken(
  name: 'getToken' | 'refreshToken',
  body: string,
  tokens: TokenService,
): Promise<unknown> {
  const given = readObject(body)
  for (const field of Object.keys(endpoints[name].body.shape)) {
    const value = given[field]
    if (value === undefined || value === null || value === '') {
      throw new Failure('tokenParameterEmpty', `Empty parameter: ${field}`)
    }
  }
  const wrong = (path: readonly PropertyKey[]) =>
    new Failure('tokenParameter', `Invalid parameter: ${path.map(String).join('.')}`)
  if (name === 'getToken') {
    const read = endpoints.getToken.body.safeParse(given)
    if (!read.success) throw wrong(read.error.issues[0]?.path ?? [])
    return tokens.get(read.data)
  }
  const read = endpoints.refreshToken.body.safeParse(given)
  if (!read.success) throw wrong(read.error.issues[0]?.path ?? [])
  return tokens.refresh(read.data)
}
