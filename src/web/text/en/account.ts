/** What stands behind the header's buttons, and what is said below it: the account, the choice of EnOS, their troubles. */
export const account = {
  gatewayMenuTitle: 'Which EnOS',
  gatewayMenuHelp: 'The page is loaded anew. A value that you have prepared stays with its EnOS.',
  gatewayHere: 'You are here',
  unknownGatewayTitle: 'There is no such EnOS here',
  unknownGateway: (id: string) => `The address names “${id}”, which is not among those that this panel is set up for.`,

  gatewayState: {
    unreachable: (name: string) => `${name} does not answer`,
    since: (time: string) => `Since ${time}.`,
    unreachableHelp: 'What you see may be old, and nothing can be sent until it answers. It is asked again by itself.',
    ahead: (name: string, span: string) => `The clock of ${name} is ${span} ahead`,
    behind: (name: string, span: string) => `The clock of ${name} is ${span} behind`,
    clockHelp:
      "Every call to EnOS is signed with the time of the panel's server. If the clocks go further apart, EnOS refuses calls; and times that EnOS and its devices tell differ by as much from those of the panel. Have both clocks checked.",
  },

  roles: { viewer: 'Viewer', operator: 'Operator', engineer: 'Engineer', administrator: 'Administrator' },
  /** What a role may do, after its name. */
  roleMay: {
    viewer: 'looks at everything and sends nothing',
    operator: 'sets points that are not critical, and cancels commands that wait',
    engineer: 'sets all points, critical ones too',
    administrator: 'sets all points, and sees the policy and the people',
  },

  role: 'Role',
  places: 'Where',
  everywhere: 'Everywhere',
  placesHelp: 'and all that lies below',
  until: 'Signed in until',
  builtIn: 'There is no sign-in here. Whoever reaches this address may set points.',
  signOut: 'Sign out',
  signOutEverywhere: 'Sign out everywhere',
  everywhereTitle: 'Sign out everywhere?',
  everywhereHelp:
    'Every session of yours ends, on every device and in every browser. Commands that were sent go on. Values that were prepared stay where they are, and come back after signing in there.',
  stay: 'Stay signed in',
  update: {
    readyTitle: 'A new version of Setpoint is ready',
    ready: 'It is taken when your draft is sent or put away.',
    readyElsewhere: 'It is taken when nothing is begun any more in the other tabs of this browser.',
    take: 'Take it now',
    takeTitle: 'Take the new version now?',
    takeHelp:
      'Every tab of this browser is loaded anew. Drafts that are begun should come back, but the new version may not be able to read them: check each before you send it. A command that is on its way goes on, and its outcome is in the history.',
    later: 'Not now',
    done: 'Updated to the new version',
  },
  signOutFailed: 'You are still signed in',
  endsSoon: (time: string) => `You will be signed out at ${time}`,
  endsSoonHelp: 'Sign in again before that, and go on undisturbed. Nothing that you have prepared is lost either way.',
  signInAgain: 'Sign in again',
  notSignedInTitle: 'The sign-in did not work out',
}
