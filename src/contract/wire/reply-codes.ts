/** What the cloud answers a device with (§5.3). A device answers 0 or 200, or a number of its own. */
export const replyCodes = {
  success: 200,
  /** The class of device errors: more sub-devices than a gateway may have online (§5.4). */
  tooManySubDevices: 700,
  unknownDevice: 705,
  deviceDisabled: 723,
  notUnderThisGateway: 740,
  badSignature: 742,
  dynamicActivationOff: 770,
  tooLarge: 1008,
  noPermission: 1009,
  valueDoesNotFit: 1204,
  badPost: 1206,
  subDeviceOffline: 1212,
  badJson: 1220,
  emptyPayload: 1251,
  addTopologyFailed: 1255,
  methodDoesNotFitTopic: 1260,
} as const
export type ReplyCode = (typeof replyCodes)[keyof typeof replyCodes]

/** The largest message (§5.1), in bytes. */
export const maxMessageBytes = 512 * 1024
