import type { PermissionToSet } from '#contract/panel/permission-to-set.ts'

export type Check = PermissionToSet['checks'][number]

/** What keeps the person from sending now; a sign-in that is too old does not: it is asked for when sending. */
export const refusedBy = ({ checks }: PermissionToSet): Check | undefined =>
  checks.find(({ kind, passed }) => !passed && kind !== 'signIn')

/** Whether it will still be so later: then there is nothing to prepare. */
export const isLasting = ({ kind }: Check): boolean => kind === 'role' || kind === 'place'
