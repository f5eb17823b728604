import type { PointClass } from '#contract/panel/role.ts'

/** Who may set a point, and what setting it asks for. */
export const permission = {
  classes: { routine: 'Routine', confirm: 'Confirm', critical: 'Critical' } satisfies Record<PointClass, string>,
  classHints: {
    routine: 'Setting this point asks for nothing beyond the last look.',
    confirm: 'Setting this point asks you to confirm device and value.',
    critical: 'Setting this point asks for a confirmation, a reason and a sign-in of the last minutes.',
  } satisfies Record<PointClass, string>,

  /** No wider than the words of the link that takes its place. */
  asking: 'May I? …',
  cannotAsk: 'Whether you may set this point could not be asked. The server decides when you send.',
  whyMayI: 'Why may I?',
  whyNot: 'Why not?',

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
