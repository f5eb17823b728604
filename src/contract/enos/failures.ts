/**
 * Could the device have acted? The question every failure has to answer.
 * - `notSent`: nothing reached the device.
 * - `refused`: the device answered that it did not act.
 * - `maybeSent`: it may have acted; nobody may call this a failure, or send again blindly.
 */
export type Delivery = 'notSent' | 'refused' | 'maybeSent'

export interface FailureRow {
  /** The number in the envelope's `code`; for gateway rejections the HTTP status. */
  code: number
  /** HTTP status with which our own servers answer (§1.2: 200 for what the command service decides). */
  status: number
  delivery: Delivery
  /** Who speaks: the same number means different things there (§7.2 Q20). */
  source: 'command' | 'service' | 'token' | 'edge' | 'gateway' | 'setpoint'
}

const row = (source: FailureRow['source'], code: number, status: number, delivery: Delivery) => ({
  source,
  code,
  status,
  delivery,
})

/** Every failure by name: §1.6, §4.5, and Setpoint's own (6xxxx, never sent by EnOS). */
export const failures = {
  // The command call itself (§1.6).
  deviceOffline: row('command', 11900, 200, 'notSent'),
  deviceInactive: row('command', 11888, 200, 'notSent'),
  notSentInTime: row('command', 11904, 200, 'notSent'),
  noAnswerInTime: row('command', 11915, 200, 'maybeSent'),
  queueFull: row('command', 11902, 200, 'notSent'),
  cannotEncode: row('command', 11810, 200, 'notSent'),
  invalidTimeout: row('command', 11404, 200, 'notSent'),
  invalidArgument: row('command', 99400, 200, 'notSent'),
  permissionDenied: row('command', 99403, 200, 'notSent'),
  notFound: row('command', 99404, 200, 'notSent'),
  /** An error inside the service says nothing about how far it got. */
  internalError: row('command', 99500, 200, 'maybeSent'),

  // Other calls of the connect, asset and asset-tree services (§1.6).
  certificateDeviceNotFound: row('service', 11404, 200, 'notSent'),
  productNotFound: row('service', 11611, 200, 'notSent'),
  productHasDevices: row('service', 11619, 200, 'notSent'),
  productToChangeNotFound: row('service', 11651, 200, 'notSent'),
  modelOfProductNotFound: row('service', 11699, 200, 'notSent'),
  deviceKeyTaken: row('service', 11702, 200, 'notSent'),
  sameDeviceKey: row('service', 11704, 200, 'notSent'),
  noDeviceKey: row('service', 11714, 200, 'notSent'),
  notAGateway: row('service', 11738, 200, 'notSent'),
  tooManyDevices: row('service', 11739, 200, 'notSent'),
  deviceAlreadyInState: row('service', 11794, 200, 'notSent'),
  subDeviceArguments: row('service', 11795, 200, 'notSent'),
  assetAttribute: row('service', 12958, 200, 'notSent'),
  assetAttribute20: row('service', 11958, 200, 'notSent'),
  treeNotFound: row('service', 17404, 200, 'notSent'),

  // The write API of old Edge releases (§1.6).
  edgeValueType: row('edge', 1004, 200, 'notSent'),
  edgeDeviceNotFound: row('edge', 1000201, 200, 'notSent'),
  edgeTimedOut: row('edge', 1000203, 200, 'maybeSent'),
  edgeWriteFailed: row('edge', 1000205, 200, 'maybeSent'),

  // The token service and the gateway's check of a token (§4.5).
  repeatedEncryption: row('token', 1001, 200, 'notSent'),
  unknownAppKey: row('token', 1002, 200, 'notSent'),
  wrongEncryption: row('token', 1003, 200, 'notSent'),
  tokenParameter: row('token', 1004, 200, 'notSent'),
  tokenInternal: row('token', 1005, 200, 'notSent'),
  tokenParameterEmpty: row('token', 1202, 200, 'notSent'),
  tokenExpired: row('token', 1203, 401, 'notSent'),
  tokenRefresh: row('token', 1204, 200, 'notSent'),

  // The gateway, by HTTP status (§4.5).
  gatewayBody: row('gateway', 400, 400, 'notSent'),
  gatewayCredentials: row('gateway', 401, 401, 'notSent'),
  gatewayAddress: row('gateway', 403, 403, 'notSent'),
  gatewayNoRoute: row('gateway', 404, 404, 'notSent'),
  gatewayTooLarge: row('gateway', 413, 413, 'notSent'),
  gatewayTooMany: row('gateway', 429, 429, 'notSent'),
  /** What stands behind the gateway may have taken the call before it failed. */
  gatewayFailed: row('gateway', 500, 500, 'maybeSent'),
  gatewayBadAnswer: row('gateway', 502, 502, 'maybeSent'),
  gatewayUnavailable: row('gateway', 503, 503, 'maybeSent'),
  gatewayTimedOut: row('gateway', 504, 504, 'maybeSent'),

  // How a command ended that carries no code of its own (§2.1 states 2, 3, 6).
  commandCanceled: row('setpoint', 60002, 200, 'notSent'),
  commandExpired: row('setpoint', 60003, 200, 'notSent'),
  refusedByDevice: row('setpoint', 60006, 200, 'refused'),

  // Setpoint's own.
  gatewayUnreachable: row('setpoint', 60010, 502, 'notSent'),
  connectionLost: row('setpoint', 60011, 502, 'maybeSent'),
  unreadableAnswer: row('setpoint', 60012, 502, 'maybeSent'),
  interrupted: row('setpoint', 60013, 500, 'maybeSent'),
  /** The cached command was accepted, but the gateway has forgotten it or can no longer be asked. */
  lostTrack: row('setpoint', 60014, 200, 'maybeSent'),
  /** A number that nobody lists, and no command to ask about. */
  unknownCode: row('setpoint', 60015, 200, 'maybeSent'),
  /** Nothing leaves before it is on disk. */
  notRecorded: row('setpoint', 60016, 500, 'notSent'),
  idempotencyKeyMissing: row('setpoint', 60020, 400, 'notSent'),
  idempotencyConflict: row('setpoint', 60021, 409, 'notSent'),
  operationNotFound: row('setpoint', 60022, 404, 'notSent'),
  callNotAllowed: row('setpoint', 60023, 404, 'notSent'),
  foreignOrigin: row('setpoint', 60024, 403, 'notSent'),
  /** An earlier send to the point may have acted, and nobody has looked. */
  unresolvedUnknown: row('setpoint', 60026, 409, 'notSent'),
  proxyUnreachable: row('setpoint', 60025, 502, 'maybeSent'),

  // Who may: sign-in, rights and the policy. All are decided before anything is recorded or sent.
  notSignedIn: row('setpoint', 60030, 401, 'notSent'),
  wrongPassword: row('setpoint', 60031, 401, 'notSent'),
  /** `data.retryAfter`: seconds to wait. */
  tooManyAttempts: row('setpoint', 60032, 429, 'notSent'),
  /** `data.retryAfter`: seconds to wait. */
  tooManyRequests: row('setpoint', 60033, 429, 'notSent'),
  identityProviderFailed: row('setpoint', 60034, 502, 'notSent'),
  /** Signed in at the identity provider, but nothing says what they may do here. */
  noRole: row('setpoint', 60035, 403, 'notSent'),
  /** `data`: the right, and the least role that has it. */
  rightMissing: row('setpoint', 60036, 403, 'notSent'),
  outsidePlaces: row('setpoint', 60037, 403, 'notSent'),
  signInAgain: row('setpoint', 60038, 403, 'notSent'),
  reasonMissing: row('setpoint', 60039, 400, 'notSent'),
  confirmationMissing: row('setpoint', 60040, 400, 'notSent'),
  // `data.rule` of these names the policy's rule.
  outsideLimits: row('setpoint', 60041, 403, 'notSent'),
  stepTooLarge: row('setpoint', 60042, 403, 'notSent'),
  tooSoon: row('setpoint', 60043, 403, 'notSent'),
  outsideHours: row('setpoint', 60044, 403, 'notSent'),
  presentValueChanged: row('setpoint', 60045, 409, 'notSent'),
  /** A rule or the person's own condition asks for a present value, and there is none. */
  presentValueUnknown: row('setpoint', 60046, 409, 'notSent'),
  /** What the device and the point are could not be looked up, so that nobody can say who may set them. */
  targetUnknown: row('setpoint', 60047, 502, 'notSent'),
  /** The call names no gateway where there are several, or one that is not configured. */
  gatewayUnknown: row('setpoint', 60048, 400, 'notSent'),
} as const satisfies Record<string, FailureRow>

export type FailureName = keyof typeof failures

const names = Object.keys(failures) as FailureName[]

/**
 * The failure that a number stands for in the answer of `source`; undefined for numbers no source lists,
 * which a device may have chosen (§7.2 Q1).
 */
export const failureNamed = (code: number, ...sources: FailureRow['source'][]): FailureName | undefined =>
  names.find((name) => failures[name].code === code && sources.includes(failures[name].source))
