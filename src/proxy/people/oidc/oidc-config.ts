import * as z from 'zod'
import { isLoopbackHost } from '#service/is-loopback-host.ts'
import type { Route } from '../../enos/route.ts'
import { readRoute } from '../../read-route.ts'

export interface OidcConfig {
  /** The provider's issuer address, as it names itself. */
  issuer: URL
  clientId: string
  /** Absent for a public client. */
  clientSecret: string | undefined
  /** What people call the provider. */
  name: string
  scopes: string
  /** The claim that people are called by before the usual ones. */
  nameClaim: string | undefined
  /** The way there. */
  route: Route
}

const text = z.string().trim().min(1)

/** The settings of sign-in by OpenID Connect, each an environment variable. */
export const oidcSettings = {
  /** The identity provider, as it names itself in `iss`; without it, nobody signs in by OpenID Connect. */
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  /** How the panel is registered there. */
  OIDC_CLIENT_ID: text.optional(),
  /** Also as `…_FILE`; a public client has none. */
  OIDC_CLIENT_SECRET: text.optional(),
  /** What the panel calls the provider; without it, its host. */
  OIDC_NAME: text.optional(),
  OIDC_SCOPES: text.default('openid profile email'),
  /** The claim that holds a person's name, before name, preferred_username and email. */
  OIDC_NAME_CLAIM: text.optional(),
  /** Certificates in PEM form that vouch for the provider, besides those that Node trusts. */
  OIDC_CA_FILE: text.optional(),
}
const schema = z.object(oidcSettings)

/**
 * @returns null where no provider is named.
 * @throws Error that names the setting and what is wrong.
 */
export function oidcConfigOf(read: z.output<typeof schema>): OidcConfig | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME, OIDC_SCOPES, OIDC_NAME_CLAIM } = read
  if (!OIDC_ISSUER && !OIDC_CLIENT_ID && !OIDC_CLIENT_SECRET) return null
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID) throw new Error('set OIDC_ISSUER and OIDC_CLIENT_ID together')
  const issuer = new URL(OIDC_ISSUER)
  if (issuer.protocol === 'http:' && !isLoopbackHost(issuer.hostname)) {
    throw new Error('OIDC_ISSUER: must be https, or whoever is on the way signs in as anybody')
  }
  if (!OIDC_SCOPES.split(/\s+/).includes('openid')) throw new Error('OIDC_SCOPES: must hold openid')
  return {
    issuer,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    name: OIDC_NAME ?? issuer.host,
    scopes: OIDC_SCOPES,
    nameClaim: OIDC_NAME_CLAIM,
    route: readRoute(OIDC_ISSUER, read.OIDC_CA_FILE, 'OIDC_CA_FILE'),
  }
}
