/** The sign-in page, signing in over the page and signing in again. */
export const signIn = {
  title: 'Sign in',
  name: 'Name',
  password: 'Password',
  showPassword: 'Show the password',
  hidePassword: 'Hide the password',
  capsLock: 'Caps Lock is on.',
  nameMissing: 'Write your name.',
  passwordMissing: 'Write your password.',
  submit: 'Sign in',
  submitting: 'Signing in',
  or: 'or',
  elsewhere: (provider: string) => `Sign in with ${provider}`,
  elsewhereHelp: (provider: string) => `You go to ${provider} and come back to this page.`,
  noWay: 'No way to sign in is set up here. Tell the person who looks after this panel.',
  waysFailed: 'How to sign in could not be read',
  /** What is left of a time that has to pass. */
  waiting: (minutes: number, seconds: number) =>
    minutes > 0 ? `Try again in ${minutes} min ${seconds} s.` : `Try again in ${seconds} s.`,
  waitingOver: 'You can try again now.',

  endedTitle: 'Your session has ended',
  ended: (name: string) => `Everything you have prepared is still here. Sign in as ${name} to go on where you were.`,
  endedOther: 'Somebody else who signs in gets a fresh page, without these drafts.',

  againTitle: 'Sign in again',
  again: 'Show that it is still you. Nothing that you have prepared is lost.',
}
