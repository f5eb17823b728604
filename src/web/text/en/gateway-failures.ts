import { acted, advice } from './failure-text.ts'

/** The token service and the gateway (§4.5). */
export const gatewayFailures = {
  repeatedEncryption: {
    title: 'Sign-in used twice',
    what: "The panel's server asked for a token with a signature that was used before.",
    acted: acted.notSent,
    next: 'Send again. If it comes back, check the clock of the server.',
  },
  unknownAppKey: {
    title: 'Access key unknown',
    what: 'EnOS does not know the access key of this panel.',
    acted: acted.notSent,
    next: advice.administrator,
  },
  wrongEncryption: {
    title: 'Secret key wrong',
    what: 'The secret key of this panel does not fit its access key.',
    acted: acted.notSent,
    next: advice.administrator,
  },
  tokenParameter: {
    title: 'Token request not accepted',
    what: 'EnOS did not accept a parameter of the token request.',
    acted: acted.notSent,
    next: advice.administrator,
  },
  tokenInternal: {
    title: 'Token service failed',
    what: 'The token service of EnOS met an error of its own.',
    acted: acted.notSent,
    next: 'Wait a moment and send again.',
  },
  tokenParameterEmpty: {
    title: 'Token request incomplete',
    what: 'A parameter of the token request was empty.',
    acted: acted.notSent,
    next: advice.administrator,
  },
  tokenExpired: {
    title: 'Access token expired',
    what: 'The access token had expired, and a new one was refused too.',
    acted: acted.notSent,
    next: 'Send again. If it comes back, tell the person who looks after this panel.',
  },
  tokenRefresh: {
    title: 'Token not renewed',
    what: 'EnOS refused to renew the access token.',
    acted: acted.notSent,
    next: 'Send again. If it comes back, tell the person who looks after this panel.',
  },
  gatewayBody: {
    title: 'Request not readable',
    what: 'The gateway could not read the request.',
    acted: acted.notSent,
    next: advice.administrator,
  },
  gatewayCredentials: {
    title: 'Not signed in to the gateway',
    what: 'The gateway did not accept the token or the signature.',
    acted: acted.notSent,
    next: 'Check the keys and the clock of the server, then send again.',
  },
  gatewayAddress: {
    title: 'Address not allowed',
    what: "The gateway does not take calls from this server's address.",
    acted: acted.notSent,
    next: "Ask your EnOS administrator to allow the server's address.",
  },
  gatewayNoRoute: {
    title: 'Call not known to the gateway',
    what: 'The gateway has no such call.',
    acted: acted.notSent,
    next: 'Check the address of the gateway in the settings.',
  },
  gatewayTooLarge: {
    title: 'Request too large',
    what: 'The request is larger than the gateway accepts.',
    acted: acted.notSent,
    next: 'Send a smaller value.',
  },
  gatewayTooMany: {
    title: 'Too many requests',
    what: 'The gateway takes no more requests for the moment.',
    acted: acted.notSent,
    next: 'Wait a minute and send again.',
  },
  gatewayFailed: {
    title: 'Gateway failed',
    what: 'The gateway met an error of its own after it had taken the request.',
    acted: acted.maybe,
    next: advice.readBack,
  },
  gatewayBadAnswer: {
    title: 'Bad answer behind the gateway',
    what: 'The gateway did not understand what stands behind it.',
    acted: acted.maybe,
    next: advice.readBack,
  },
  gatewayUnavailable: {
    title: 'Gateway unavailable',
    what: 'The gateway or what stands behind it was not available.',
    acted: acted.maybe,
    next: advice.readBack,
  },
  gatewayTimedOut: {
    title: 'Gateway gave up waiting',
    what: 'The gateway waited too long for what stands behind it.',
    acted: acted.maybe,
    next: advice.readBack,
  },
}
