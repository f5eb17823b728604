import type { Right, Role } from '#contract/panel/role.ts'

/** Why a person may not set a point, and who could. */
export const notAllowed = {
  roles: {
    viewer: 'viewer',
    operator: 'operator',
    engineer: 'engineer',
    administrator: 'administrator',
  } satisfies Record<Role, string>,
  rights: {
    look: 'looking',
    set: 'setting points',
    cancel: 'cancelling commands',
    acknowledge: 'clearing up unknown outcomes',
    setCritical: 'setting critical points',
    administer: 'administration',
  } satisfies Record<Right, string>,
  notAllowedTitle: 'You cannot set this point',
  notNowTitle: 'Not at this moment',
  /** Why not, in one sentence. */
  not: {
    role: (role: string, right: string, needed: string) =>
      `Your role ${role} does not include ${right}: that needs the role ${needed}.`,
    place: 'Your role holds for other parts of the plant, and this device is not among them.',
    hours: (rule: string, hours: string) => `The rule “${rule}” allows it only ${hours}.`,
    interval: (rule: string, span: string) => `The rule “${rule}” asks for ${span} between two sends to this point.`,
    signIn: (minutes: string) => `This point asks for a sign-in within the last ${minutes}.`,
    notNow: 'The policy does not allow it now.',
  },
  until: (moment: string) => `Possible from ${moment}.`,
  ask: (contact: string) => `Ask: ${contact}`,
}
