import { accessFailures } from './access-failures.ts'
import { acted, advice } from './failure-text.ts'
import { proxyUnreachable } from './proxy-unreachable.ts'

/** Setpoint's own. */
export const setpointFailures = {
  gatewayUnreachable: {
    title: 'EnOS not reachable',
    what: "The panel's server could not reach EnOS at all.",
    acted: acted.notSent,
    next: 'Check the network between the server and EnOS, then send again.',
  },
  connectionLost: {
    title: 'Connection lost',
    what: 'The connection to EnOS broke after the command had left, before an answer came.',
    acted: acted.maybe,
    next: advice.readBack,
  },
  unreadableAnswer: {
    title: 'Answer not readable',
    what: 'An answer came that is not one of EnOS, so it says nothing about the command.',
    acted: acted.maybe,
    next: advice.readBack,
  },
  interrupted: {
    title: 'Interrupted',
    what: "The panel's server stopped while the command was on its way.",
    acted: acted.maybe,
    next: advice.readBack,
  },
  lostTrack: {
    title: 'Lost track',
    what: 'EnOS had accepted the command, but can no longer say what became of it.',
    acted: acted.maybe,
    next: advice.readBack,
  },
  unknownCode: {
    title: 'Code not known',
    what: 'EnOS answered with a code that its documents do not list, and named no command to ask about.',
    acted: acted.maybe,
    next: advice.readBack,
  },
  notRecorded: {
    title: 'Not recorded',
    what: 'The command could not be written to disk first, so it was not sent.',
    acted: acted.notSent,
    next: advice.administrator,
  },
  idempotencyKeyMissing: {
    title: 'Idempotency key missing',
    what: 'A send must carry a key, so that it can never happen twice. This one had none.',
    acted: acted.notSent,
    next: 'Add the header Idempotency-Key with 8 to 128 characters.',
  },
  idempotencyConflict: {
    title: 'Key used for something else',
    what: 'The key of this send was used before with another value or target.',
    acted: acted.notSent,
    next: 'Open the point again and send from there.',
  },
  unresolvedUnknown: {
    title: 'An earlier outcome is unknown',
    what: 'An earlier command for this point may have acted, and nobody has said what the device did. So this one was held back.',
    acted: acted.notSent,
    next: 'Check what the device did, say so here, and send again.',
  },
  operationNotFound: {
    title: 'Operation not found',
    what: 'There is no record with this id.',
    acted: acted.lookedUp,
    next: 'Look for it in the history.',
  },
  callNotAllowed: {
    title: 'Call not allowed',
    what: 'The panel does not pass this call on to EnOS.',
    acted: acted.notSent,
    next: advice.administrator,
  },
  foreignOrigin: {
    title: 'Call from another site',
    what: 'Another web site tried to use this panel. It was stopped.',
    acted: acted.notSent,
    next: 'Close the other site, and use the panel from its own address.',
  },
  proxyUnreachable,
  ...accessFailures,
}
