/** Header, navigation, pages that do not exist, the connection to the server, words of the shared parts. */
export const shell = {
  productName: 'Setpoint',
  control: 'Control',
  history: 'History',
  errorCodes: 'Error codes',
  mainNavigation: 'Pages',
  findAnything: (keys: string) => `Find anything (${keys})`,
  skipToContent: 'Skip to the content',
  organisation: 'Organisation',
  gateway: 'Gateway',
  signedInAs: (name: string) => `Signed in as ${name}`,

  gatewayKind: { embedded: 'Embedded EnOS', test: 'Test', production: 'Production' },
  gatewayDetail: (name: string, address: string) => `Connected to ${name} at ${address}`,
  gatewayMenu: (now: string) => `EnOS: ${now}. Choose another`,

  theme: {
    button: (now: string) => `Colours: ${now}`,
    light: 'light',
    dark: 'dark',
    sun: 'for bright sun',
    system: 'as the system',
  },

  language: {
    title: 'Language',
    missing: (name: string) => `${name} could not be loaded. It is tried again when the connection is back.`,
  },

  connection: {
    lostTitle: 'Connection to the server lost',
    lost: (asOf: string) =>
      `What you see is ${asOf}. You can read, choose and prepare a value; it can be sent when the connection is back. Nothing is sent by itself.`,
    keptTitle: 'No connection to the server',
    kept: (name: string) => `It was read on this device by ${name}.`,
    asOf: (time: string) => `as of ${time}`,
    inHeader: (asOf: string) => `No connection, ${asOf}`,
    notKept: 'Nothing of this is kept on this device: it was not opened here while there was a connection.',
    nothingKept: 'Nothing is kept on this device that could be read meanwhile.',
    back: 'Connection to the server is back',
    tryAgain: 'Try now',
  },

  loading: 'Loading',
  slow: 'This takes longer than usual. It is still waited for.',
  startFailedTitle: 'Setpoint cannot reach its server',
  startFailed: 'Nothing can be shown or sent until it answers. It is asked again every few seconds.',
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
