import { panelEndpoints } from '#contract/panel/panel-endpoints.ts'
import type { ProxyConfig } from '../config.ts'
import { createIdentityProvider } from '../people/oidc/identity-provider.ts'
import { reasonOf } from '../people/oidc/reason-of.ts'
import { type Finding, well, wrong } from './finding.ts'

/** How to mend what keeps the provider from telling who it is, by the words of the reason; the first that fits. */
const mends: [RegExp, string][] = [
  [/issuer/, 'write OIDC_ISSUER exactly as the provider names itself, also the slash at its end'],
  [/certificate|self.signed/, 'name the CA that made the certificate: OIDC_CA_FILE=/path/to/ca.pem'],
  [/outgoing proxy/, 'ask whoever runs the outgoing proxy to let CONNECT to the provider through, or set NO_PROXY'],
  [/ENOTFOUND|EAI_AGAIN/, 'check the host name in OIDC_ISSUER and the DNS of this machine'],
  [/ECONNREFUSED|timed out|aborted/, 'check OIDC_ISSUER, and that nothing stands between'],
]

/** Whether the identity provider tells who it is, and where it has to send people back to. Nobody is signed in. */
export async function checkIdentityProvider(
  oidc: NonNullable<ProxyConfig['oidc']>,
  { panelUrl, port }: Pick<ProxyConfig, 'panelUrl' | 'port'>,
): Promise<Finding> {
  try {
    await createIdentityProvider(oidc).discover()
    const origin = panelUrl?.origin ?? `http://127.0.0.1:${port}`
    const back = `${origin}${panelEndpoints.signedInElsewhere.path}`
    return well(`${oidc.name} answers; ${oidc.clientId} must be registered there with the redirect address ${back}`)
  } catch (error) {
    const reason = reasonOf(error)
    const mend = mends.find(([pattern]) => pattern.test(reason))?.[1]
    return wrong(
      `${oidc.issuer.href}: ${reason}`,
      mend ?? 'check OIDC_ISSUER: what answers there is no OpenID provider',
    )
  }
}
