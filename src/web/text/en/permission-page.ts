import type { PermissionToSet } from '#contract/panel/permission-to-set.ts'

type CheckKind = PermissionToSet['checks'][number]['kind']

/** The page that explains to a person why a point may or may not be set. */
export const permissionPage = {
  title: 'Who may set this point',
  noPointTitle: 'No point is named',
  noPoint: 'Open this page from a point on the control screen.',
  loadFailed: 'Whether you may set this point cannot be told now',
  back: 'Control',

  allowed: (person: string, point: string, device: string) => `${person} may set ${point} of ${device}.`,
  allowedAfterSignIn: (person: string, point: string, device: string) =>
    `${person} may set ${point} of ${device}, and is asked to sign in anew when sending.`,
  notNow: (person: string, point: string, device: string) => `${person} may not set ${point} of ${device} now.`,
  notAllowed: (person: string, point: string, device: string) => `${person} may not set ${point} of ${device}.`,
  serverDecides: 'This is how things stand now. The server decides anew at every send, whatever this page says.',

  checks: 'Checks',
  checksAbout: 'They are made in this order; the first that is not passed keeps a send back.',
  passed: 'Passed',
  notPassed: 'Not passed',
  kinds: {
    role: 'Your role',
    place: 'Your part of the plant',
    hours: 'Allowed hours',
    interval: 'Time between two sends',
    signIn: 'Recent sign-in',
  } satisfies Record<CheckKind, string>,
  because: {
    role: (role: string, right: string) => `Your role ${role} includes ${right}.`,
    place: 'The device is among the assets for which your role holds.',
    hours: (hours: string) => `It is allowed ${hours}.`,
    anyHour: 'No rule limits the hours.',
    interval: (span: string) => `The last send to this point was more than ${span} ago.`,
    anyInterval: 'No rule asks for time between two sends.',
    signIn: (span: string) => `You have signed in within the last ${span}.`,
    noSignIn: 'This point does not ask for a recent sign-in.',
  },
  rule: 'Rule',
  byRule: (rule: string) => `Rule “${rule}”`,
  from: (moment: string) => `Possible from ${moment}`,

  needs: 'What a send asks for',
  pointClass: 'Class of the point',
  classRule: (rule: string) => `by the rule “${rule}”`,
  classByNoRule: 'no rule of the policy names this point',
  needsRole: 'Role',
  needsRoleAs: (role: string, right: string) => `${role} or above, for ${right}`,
  needsConfirmation: 'Confirmation of device and value',
  needsReason: 'A reason for the record',
  needsSignIn: 'A recent sign-in',
  yes: 'Yes',
  no: 'No',
  within: (span: string) => `Within the last ${span}`,

  limits: 'Limits of the policy',
  noLimits: 'The policy sets no limits for this point. Those of its model hold.',
  limit: 'Limit',
  value: 'Value',
  limitNames: {
    minimum: 'At least',
    maximum: 'At most',
    largestStep: 'Largest step at once',
    leastInterval: 'Between two sends',
    hours: 'Hours',
  },

  contact: 'Whom to ask',
  noContact: 'The policy names nobody. Ask the person who looks after this panel.',
}
