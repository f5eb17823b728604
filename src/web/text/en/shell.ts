/** Header, navigation, pages that do not exist, the connection to the server, words of the shared parts. */
export const shell = {
  productName: 'Setpoint',
  control: 'Control',
  history: 'History',
  errorCodes: 'Error codes',
  mainNavigation: 'Pages',
  skipToContent: 'Skip to the content',
  organisation: 'Organisation',
  gateway: 'Gateway',
  signedInAs: (name: string) => `Signed in as ${name}`,

  gatewayKind: { embedded: 'Embedded EnOS', test: 'Test', production: 'Production' },
  gatewayDetail: (name: string, address: string) => `Connected to ${name} at ${address}`,
  gatewayMenu: (now: string) => `EnOS: ${now}. Choose another`,
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

  role: { viewer: 'Viewer', operator: 'Operator', engineer: 'Engineer', administrator: 'Administrator' },
  /** What a role may do, after its name. */
  roleMay: {
    viewer: 'looks at everything and sends nothing',
    operator: 'sets points that are not critical, and cancels commands that wait',
    engineer: 'sets all points, critical ones too',
    administrator: 'sets all points, and sees the policy and the people',
  },

  account: {
    role: 'Role',
    places: 'Where',
    everywhere: 'Everywhere',
    placesHelp: 'and all that lies below',
    until: 'Signed in until',
    way: { local: 'With name and password', oidc: 'With the identity provider', builtIn: '' },
    builtIn: 'There is no sign-in here. Whoever reaches this address may set points.',
    signOut: 'Sign out',
    signOutEverywhere: 'Sign out everywhere',
    everywhereTitle: 'Sign out everywhere?',
    everywhereHelp:
      'Every session of yours ends, on every device and in every browser. Commands that were sent go on. Values that were prepared stay where they are, and come back after signing in there.',
    stay: 'Stay signed in',
    signOutFailed: 'You are still signed in',
    endsSoon: (time: string) => `You will be signed out at ${time}`,
    endsSoonHelp:
      'Sign in again before that, and go on undisturbed. Nothing that you have prepared is lost either way.',
    signInAgain: 'Sign in again',
    notSignedInTitle: 'The sign-in did not work out',
  },

  theme: {
    button: (now: string) => `Colours: ${now}`,
    light: 'light',
    dark: 'dark',
    sun: 'for bright sun',
    system: 'as the system',
  },

  connection: {
    lostTitle: 'Connection to the server lost',
    lost: 'What you see may be old. You can read, choose and prepare a value; it can be sent when the connection is back. Nothing is sent by itself.',
    back: 'Connection to the server is back',
    tryAgain: 'Try now',
  },

  loading: 'Loading',
  startFailedTitle: 'Setpoint cannot reach its server',
  startFailed: 'Nothing can be shown or sent until it answers. It is asked again every few seconds.',
  notFoundTitle: 'There is no such page',
  notFound: 'The address may be mistyped, or the page has moved.',
  toControl: 'Go to Control',
  crashedTitle: 'This page has stopped',
  crashed:
    'Something unforeseen happened in the panel itself. A command that was already sent is not affected: its outcome is in the history.',
  reload: 'Load again',
  partMissingTitle: 'This part of the panel did not arrive',
  partMissing: 'The network may be gone. It is asked for again when the connection is back.',
  technicalDetail: 'Technical detail',

  close: 'Close',
  clear: 'Clear',
  copy: (what: string) => `Copy ${what}`,
  copied: 'Copied',

  /** Spans of time in their short form; `ago` makes an age of one. */
  age: {
    now: 'just now',
    never: 'never',
    second: (count: number) => `${count} s`,
    minute: (count: number) => `${count} min`,
    hour: (count: number) => `${count} h`,
    day: (count: number) => `${count} d`,
    ago: (span: string) => `${span} ago`,
  },
}
