import type { Person } from '#contract/panel/session.ts'

/** The one user of a proxy without sign-in, who may do everything. */
export const builtIn = (name: string): Person => ({
  id: 'local',
  name,
  role: 'administrator',
  assetIds: [],
  kind: 'builtIn',
})
