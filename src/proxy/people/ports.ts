import type { FastifyRequest } from 'fastify'
import type { Person, Session } from '#contract/panel/session.ts'

/** Who asks, and since when that is certain. */
export interface Asker {
  person: Person
  /** null for the built-in user. */
  signIn: Session['signIn']
}

/** @throws Failure notSignedIn where nobody is. */
export type Identify = (request: FastifyRequest) => Asker
