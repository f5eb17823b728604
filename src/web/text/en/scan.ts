/** Opening a device by the code on its cabinet. */
export const scan = {
  help: 'Hold the code on the cabinet in front of the camera. Its device is opened; nothing is sent.',
  picture: 'What the camera sees',
  starting: 'The camera is starting.',
  looking: 'Looking for a code.',
  lookingUp: 'Looking the device up.',
  readerMissing: 'The part that reads codes did not arrive. The network may be gone; type the code instead.',

  insecureTitle: 'No camera on this address',
  insecure:
    'Browsers give a camera only to pages opened with https://. Choose a photo of the code, or type what stands below it.',
  refusedTitle: 'The camera is not allowed',
  refused:
    'Allow the camera for this page in the browser’s settings and open this again. Or choose a photo of the code, or type what stands below it.',
  noneTitle: 'No camera found',
  none: 'Choose a photo of the code, or type what stands below it.',
  busyTitle: 'The camera gives no picture',
  busy: 'Another program may be using it. Choose a photo of the code, or type what stands below it.',

  photo: 'Choose a photo',
  photoUnreadable: 'This file is no picture that the browser can read.',
  photoEmpty: 'No code can be read in this photo. Take it closer, straight on and in good light.',
  several: 'Several codes are in view. Come closer to the one that is meant.',

  type: 'Or type the code',
  typeHint: 'Asset id, product key / device key, or the whole link.',
  open: 'Open the device',

  opened: (name: string) => `Opened ${name}`,
  unknownTitle: 'No such device',
  unknown: (name: string, gateway: string) =>
    `${gateway} knows no device ${name}. The label may be of another plant, or old.`,
  forbiddenTitle: 'Not among your places',
  forbidden: (name: string) => `${name} is a device that you may not see or set. Ask whoever gives out the roles.`,
  failedTitle: 'The device could not be looked up',
  failed: (name: string) => `The code names ${name}.`,
  tryAgain: 'Try again',
  otherGatewayTitle: (gateway: string) => `This device is at ${gateway}`,
  otherGateway: (here: string) => `This page is about ${here}. Switching opens the device there; nothing is sent.`,
  switchTo: (gateway: string) => `Switch to ${gateway}`,
  unknownGatewayTitle: 'The label names another EnOS',
  unknownGateway: (id: string) => `This panel has no gateway “${id}”. The label may be of another plant, or old.`,
  foreignTitle: 'A link to somewhere else',
  foreign: (host: string) => `The code is a link to ${host}, which is not this panel. It was not opened.`,
  notOursTitle: 'No code of a device',
  notOurs: 'This code names no device of EnOS. Look for the label of this panel, or type the ids.',
}
