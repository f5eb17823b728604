import { Failure } from '#contract/enos/failure.ts'

export const isNotSignedIn = (error: unknown): boolean => error instanceof Failure && error.failure === 'notSignedIn'
