import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Person, Session } from '#contract/panel/session.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * Who may call the route: `everybody`, as for the ways to sign in; `pages` for the panel's files, but not for calls
     * that no route answers. Left out, as it is to be nearly everywhere: only a person.
     */
    openTo?: 'everybody' | 'pages'
    /** A call that a panel makes by itself, which says nothing of a person being there: it keeps no session alive. */
    unattended?: boolean
    /** Answered at the pace of its reader, perhaps without an end: nobody has many of them at once. */
    streamed?: boolean
  }
}

/** Who asks, and since when that is certain. */
export interface Asker {
  person: Person
  /** null for the built-in user. */
  signIn: Session['signIn']
}

/** @throws Failure notSignedIn where nobody is. */
export type Identify = (request: FastifyRequest) => Asker

/** What an identity provider says of a person. */
export interface Proof {
  /** When the person proved to it who they are, which may be long before this sign-in; ms since the epoch, 0 where it does not say. */
  time: number
  /** Of the id token and the userinfo: kept with the session, so that a new policy's grants count at its next request. */
  claims: Record<string, unknown>
}

/**
 * Begins the session of a person who has just proved who they are, under a new token in a cookie of `reply`, and logs it.
 * The session that the browser had is renewed where it is the same person's, and ends where it is another's.
 * @param person for kind `local` only the id counts: the account is read at every request. For kind `oidc` kept as it
 * is until the next sign-in, but role and places, which follow from the proof's claims and the grants at every request;
 * its id has a colon in it, which no name of an account has.
 * @param proof of kind `oidc`; left out, they have proved it just now.
 */
export type BeginSession = (
  request: FastifyRequest,
  reply: FastifyReply,
  person: Person,
  proof?: Proof,
) => Promise<Asker>
