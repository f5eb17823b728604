import type { Grant } from '#contract/panel/policy.ts'
import { roles } from '#contract/panel/role.ts'
import type { Person } from '#contract/panel/session.ts'

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? new Map<string, unknown>(Object.entries(value)).get(name) : undefined

/** The claim of that name; where there is none, dots lead into objects, as in `realm_access.roles`. */
const claimNamed = (claims: Record<string, unknown>, name: string): unknown =>
  // Names that are addresses have dots of their own.
  Object.hasOwn(claims, name) ? claims[name] : name.split('.').reduce<unknown>(memberOf, claims)

function matches(claims: Record<string, unknown>, { claim, value }: Grant): boolean {
  // An address that the provider has not seen proved is what anybody may have typed.
  if (claim === 'email' && claims.email_verified === false) return false
  const found = claimNamed(claims, claim)
  return Array.isArray(found) ? found.includes(value) : found === value
}

/**
 * What the grants make of a person with these claims: the highest role of all that match, and where it holds.
 * @returns undefined where none matches.
 */
export function roleOf(
  claims: Record<string, unknown>,
  grants: readonly Grant[],
): Pick<Person, 'role' | 'assetIds'> | undefined {
  const matching = grants.filter((grant) => matches(claims, grant))
  const role = roles.findLast((one) => matching.some((grant) => grant.role === one))
  if (!role) return undefined
  const places = matching.filter((grant) => grant.role === role).map(({ assetIds }) => assetIds)
  // Without places it holds everywhere, whatever another grant of the role names.
  const everywhere = places.some((assetIds) => assetIds.length === 0)
  return { role, assetIds: everywhere ? [] : [...new Set(places.flat())] }
}
