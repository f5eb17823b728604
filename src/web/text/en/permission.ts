import type { PointClass, Right, Role } from '#contract/panel/role.ts'

/** Who may set a point, and what setting it asks for. */
export const permission = {
  classes: { routine: 'Routine', confirm: 'Confirm', critical: 'Critical' } satisfies Record<PointClass, string>,
  classHints: {
    routine: 'Setting this point asks for nothing beyond the last look.',
    confirm: 'Setting this point asks you to confirm device and value.',
    critical: 'Setting this point asks for a confirmation, a reason and a sign-in of the last minutes.',
  } satisfies Record<PointClass, string>,
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

  asking: 'Asking whether you may set this point.',
  cannotAsk: 'Whether you may set this point could not be asked. The server decides when you send.',
  notAllowedTitle: 'You cannot set this point',
  notNowTitle: 'Not at this moment',
  whyMayI: 'Why may I?',
  whyNot: 'Why not?',

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

  hours: (from: string, to: string, zone: string, days: string) => `from ${from} to ${to} (${zone}), ${days}`,
  everyDay: 'every day',
  dayList: (days: string[]) => days.join(', '),
  dayRange: (first: string, last: string) => `${first}–${last}`,

  /** The limits of the policy in short, told before anything is typed. */
  limits: {
    byRule: (rule: string, limits: string[]) => `Rule “${rule}”: ${limits.join(', ')}`,
    between: (least: string, most: string) => `from ${least} to ${most}`,
    atLeast: (value: string) => `at least ${value}`,
    atMost: (value: string) => `at most ${value}`,
    largestStep: (value: string) => `by at most ${value} at once`,
    leastInterval: (span: string) => `${span} between two sends`,
    hours: (hours: string) => `only ${hours}`,
  },
}
