import { Failure } from '#contract/enos/failure.ts'
import type { FailureName } from '#contract/enos/failures.ts'

/** What one check found. */
export interface Finding {
  verdict: 'well' | 'doubtful' | 'wrong' | 'skipped'
  /** What is so. */
  text: string
  /** How to mend it. */
  mend?: string
}

export const well = (text: string): Finding => ({ verdict: 'well', text })
export const skipped = (text: string): Finding => ({ verdict: 'skipped', text })
export const doubtful = (text: string, mend: string): Finding => ({ verdict: 'doubtful', text, mend })
export const wrong = (text: string, mend: string): Finding => ({ verdict: 'wrong', text, mend })

/** How to mend what the network says, by the code or words of Node's error; the first that fits. */
const networkMends: [RegExp, string][] = [
  [/outgoing proxy refused.* 407/, 'give the proxy its user and password: HTTPS_PROXY=http://user:password@host:port'],
  [/outgoing proxy/, 'ask whoever runs the outgoing proxy to let CONNECT to the gateway through, or set NO_PROXY'],
  [/ENOTFOUND|EAI_AGAIN/, 'check the host name in ENOS_URL and the DNS of this machine'],
  [/ECONNREFUSED/, 'nothing listens there: check host and port of ENOS_URL, or of HTTPS_PROXY'],
  [
    /no connection within|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH/,
    'a firewall or a missing route: open the way, or set HTTPS_PROXY',
  ],
  [
    /CERT_HAS_EXPIRED|certificate has expired/,
    'the gateway’s certificate has ended, or the clock of this machine is wrong',
  ],
  [/CERT_NOT_YET_VALID|not yet valid/, 'set the clock of this machine'],
  [/ALTNAME|altnames/, 'use in ENOS_URL the name to which the certificate is made out'],
  [
    /self.signed|local issuer|verify the first certificate/,
    'name the CA that made the certificate: ENOS_CA_FILE=/path/to/ca.pem',
  ],
  [
    /wrong version number|EPROTO|SSL routines/,
    'what listens there speaks no TLS: check the port, or http:// instead of https://',
  ],
]

/** How to mend what EnOS or its gateway says (§1.6, §4.5). */
const mends: Partial<Record<FailureName, string>> = {
  unknownAppKey: 'ENOS_ACCESS_KEY is not an access key of this EnOS: copy it from the application’s page',
  wrongEncryption: 'ENOS_SECRET_KEY does not belong to ENOS_ACCESS_KEY: copy both from the application’s page',
  repeatedEncryption: 'wait a moment and try again; is another program signing with the same key and clock?',
  gatewayCredentials: 'check ENOS_ACCESS_KEY, ENOS_SECRET_KEY and the clock of this machine',
  tokenExpired: 'check the clock of this machine, and that nobody else renews the token of this application',
  gatewayAddress: 'let EnOS’s administrator allow the address of this machine',
  gatewayNoRoute: 'ENOS_URL must be the API gateway (in EnOS: Help, Environment information), without a path',
  gatewayTooMany: 'wait, or ask for a higher rate limit for the application',
  permissionDenied: 'let EnOS’s administrator give the application this permission',
  invalidArgument: 'check ENOS_ORG_ID',
  treeNotFound: 'check ENOS_TREE_IDS',
  unreadableAnswer: 'what answers there is not EnOS: check ENOS_URL, and what stands between',
}

/** What went wrong with a call, and how to mend it. */
export function findingOf(error: unknown): Finding {
  const message = error instanceof Error ? error.message : String(error)
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : undefined
  const code = cause && 'code' in cause ? String(cause.code) : ''
  const mend =
    (error instanceof Failure ? mends[error.failure] : undefined) ??
    networkMends.find(([pattern]) => pattern.test(`${code} ${message}`))?.[1] ??
    'try again later; if it stays so, ask EnOS’s administrator'
  const name = error instanceof Failure ? `${error.failure}: ` : ''
  return wrong(`${name}${message}`, mend)
}
