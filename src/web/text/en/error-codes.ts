/** The page that explains every number and every state. */
export const errorCodes = {
  title: 'Error codes',
  about: 'Every number that EnOS, its gateway or this panel can answer, and what it means for the device.',
  search: 'Search codes',
  searchHint: 'A number or a word',
  /** Read out while searching. */
  found: (count: number) => (count === 1 ? '1 code' : `${count} codes`),
  noneTitle: 'No code fits',
  none: 'A number that is not listed was chosen by the device. Its meaning stands in the manual of the device.',
  groups: 'Groups',

  sources: {
    command: { title: 'Sending a value', about: 'Answers of EnOS to a command.' },
    service: {
      title: 'Other calls of EnOS',
      about: 'Answers to look-ups and administration. None of them moves anything.',
    },
    token: { title: 'Token service', about: "Answers when the panel's server signs in to EnOS." },
    gateway: { title: 'Gateway', about: 'HTTP statuses with which the gateway turns a call away.' },
    edge: { title: 'Older Edge releases', about: 'Answers of the write API before the present one.' },
    setpoint: { title: 'Setpoint', about: 'What this panel adds. EnOS never sends these numbers.' },
  },

  /** Could the device have acted? In two or three words. */
  delivery: { notSent: 'No: not sent', refused: 'No: refused', maybeSent: 'Possibly' },
  http: 'HTTP',
  inHistory: 'Show in the history',

  states: {
    title: 'States of a command',
    about: 'EnOS numbers the states. Its API and its console give them different names.',
    number: 'State',
    api: 'In the API',
    console: 'In the console',
    meaning: 'Meaning',
    here: 'In this panel',
    rows: {
      created: { api: 'Created', console: 'Created', meaning: 'Stored by EnOS and not sent to the device yet.' },
      canceled: { api: 'Canceled', console: 'Revoked', meaning: 'Taken back before it was sent.' },
      expired: { api: 'Expired', console: 'Expired', meaning: 'Its time to be kept ran out before it was sent.' },
      sent: {
        api: 'Released',
        console: 'Sent',
        meaning: 'Handed on towards the device, no answer yet. This is no proof that it arrived.',
      },
      succeeded: { api: 'Send successfully', console: 'Succeeded', meaning: 'The device answered that it did it.' },
      failed: {
        api: 'Failed',
        console: 'Failed',
        meaning: 'It could not be sent, or the device answered that it did not do it.',
      },
      timedOut: {
        api: 'Response timed out',
        console: 'Timed out',
        meaning: 'Sent, but no answer came in time. The device may have acted.',
      },
    },
  },
}
