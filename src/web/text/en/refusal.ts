/** What a refusal carries, in words, and what can be done about it. */
export const refusal = {
  rule: 'Rule',
  limit: {
    outsideLimits: 'Limit',
    stepTooLarge: 'Largest step',
    tooSoon: 'Between two sends',
  },
  value: 'Your value',
  before: 'You saw',
  now: 'It reports now',
  reported: (value: string, clock: string) => `${value}, reported at ${clock}`,
  right: 'Missing right',
  role: 'Needs the role',
  retryAt: 'Possible from',
  contact: 'Whom to ask',
  signInWithin: 'Sign-in within',

  signInAndSend: 'Sign in and send',
  lookAgain: 'Back to the value',
  earlier: 'The earlier command',
  earlierLost: 'The earlier command cannot be shown.',
}
