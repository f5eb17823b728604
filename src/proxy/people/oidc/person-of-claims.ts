import type { Person } from '#contract/panel/session.ts'

export type Claims = Record<string, unknown>

/** Characters; the record shows the name at every operation. */
const longestName = 100

const textIn = (claims: Claims, claim: string): string => {
  const value = Object.hasOwn(claims, claim) ? claims[claim] : undefined
  return typeof value === 'string' ? value.replace(/\p{Cc}+/gu, ' ').trim() : ''
}

/** Who the claims tell of. The subject stays the same when the name changes, so it is what names the person. */
export function personOfClaims(sub: string, claims: Claims, nameClaim?: string): Pick<Person, 'id' | 'name' | 'kind'> {
  const candidates = [...(nameClaim ? [nameClaim] : []), 'name', 'preferred_username', 'email']
  const name = candidates.map((claim) => textIn(claims, claim)).find((text) => text !== '') ?? sub
  return { id: `oidc:${sub}`, name: name.slice(0, longestName), kind: 'oidc' }
}
