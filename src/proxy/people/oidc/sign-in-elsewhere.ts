import * as client from 'openid-client'
import { Failure } from '#contract/enos/failure.ts'
import type { Person } from '#contract/panel/session.ts'
import type { Proof } from '../ports.ts'
import type { GrantOf } from '../sessions.ts'
import { createIdentityProvider } from './identity-provider.ts'
import type { OidcConfig } from './oidc-config.ts'
import { personOfClaims } from './person-of-claims.ts'
import { reasonOf } from './reason-of.ts'
import { createTransactions } from './transactions.ts'

/** Errors that a provider sends for what its person did or may not do (RFC 6749 §4.1.2.1, OpenID Connect Core §3.1.2.6). */
const ofThePerson = [
  'access_denied',
  'login_required',
  'consent_required',
  'interaction_required',
  'account_selection_required',
]

/** Other errors are ours, and no provider's. */
const failureOf = (error: unknown): Failure => {
  if (error instanceof Failure) return error
  const byPerson = error instanceof client.AuthorizationResponseError && ofThePerson.includes(error.error)
  return new Failure(byPerson ? 'notSignedIn' : 'identityProviderFailed', reasonOf(error), { cause: error })
}

/** Characters as JSON; they are read at every request of the session. */
const longestClaims = 64 * 1024

/** Characters; browsers drop cookies of more than 4096 without a word. */
const longestKept = 3800

export interface Question {
  returnTo: string
  /** Whether the person has to prove anew who they are. */
  again: boolean
  /** Whether the provider should ask who is there though it may know somebody; nothing shows that it did. */
  ask: boolean
}

export interface Beginning {
  /** Where the browser goes. */
  address: string
  /** Which of the browser's cookies will hold `kept`. */
  state: string
  kept: string
}

/** Sign-in by OpenID Connect: the code flow with PKCE, each begun and answered by the same browser, once. */
export function createSignInElsewhere(config: OidcConfig, grantOf: GrantOf) {
  const provider = createIdentityProvider(config)
  const transactions = createTransactions(Date.now)

  return {
    name: config.name,

    /** @throws Failure identityProviderFailed where the provider cannot be asked who it is. */
    async begin(redirectUri: string, { returnTo, again, ask }: Question): Promise<Beginning> {
      const transaction = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
        returnTo,
        again,
        startTime: Date.now(),
      }
      try {
        const { href: address } = await provider.addressFor(transaction, redirectUri, ask)
        const kept = transactions.seal(transaction)
        const short = kept.length <= longestKept ? kept : transactions.seal({ ...transaction, returnTo: '/' })
        return { address, state: transaction.state, kept: short }
      } catch (error) {
        throw failureOf(error)
      }
    },

    /**
     * Who has signed in, by the answer that the browser brought.
     * @param answer the redirect address with what the provider added.
     * @param kept what this browser keeps for the answer's state.
     * @throws Failure notSignedIn where it is no answer to this browser's question, or the person was not signed in;
     * noRole where no grant matches; identityProviderFailed for all else.
     */
    async finish(answer: URL, kept: string): Promise<{ person: Person; proof: Proof; returnTo: string }> {
      const transaction = transactions.take(kept, answer.searchParams.get('state') ?? '')
      if (!transaction) throw new Failure('notSignedIn', 'no sign-in of this browser waits for this answer')
      try {
        const { sub, claims, time } = await provider.prove(answer, transaction)
        if (JSON.stringify(claims).length > longestClaims) {
          throw new Failure(
            'identityProviderFailed',
            `the claims of a person are longer than ${longestClaims} characters`,
          )
        }
        const person = personOfClaims(sub, claims, config.nameClaim)
        const role = grantOf(claims)
        if (!role) throw new Failure('noRole', `no grant of the policy matches a claim of ${person.id}`)
        return { person: { ...person, ...role }, proof: { time, claims }, returnTo: transaction.returnTo }
      } catch (error) {
        throw failureOf(error)
      }
    },
  }
}
export type SignInElsewhere = ReturnType<typeof createSignInElsewhere>
