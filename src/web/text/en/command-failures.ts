import { acted, advice } from './failure-text.ts'

/** What a set call and the command behind it may answer (§1.6). */
export const commandFailures = {
  deviceOffline: {
    title: 'Device offline',
    what: 'The device was offline, so the value was not sent.',
    acted: acted.notSent,
    next: 'Queue the value instead: it is sent when the device is back. Or wait until the device is online.',
  },
  deviceInactive: {
    title: 'Device not activated',
    what: 'The device has never signed in to EnOS, so the value was not sent.',
    acted: acted.notSent,
    next: 'Have the device put into service and signed in once. After that, send again.',
  },
  notSentInTime: {
    title: 'Not sent in time',
    what: 'Others were in front, and the waiting time ran out before it was sent.',
    acted: acted.notSent,
    next: 'Look at what was in front. Cancel it, wait longer, or queue the value.',
  },
  noAnswerInTime: {
    title: 'No answer in time',
    what: 'The value was sent to the device, but no answer came in time.',
    acted: acted.maybe,
    next: advice.readBack,
  },
  queueFull: {
    title: 'Queue full',
    what: 'Fifty commands already wait for this device, which is the most that are kept.',
    acted: acted.notSent,
    next: 'Show the queue and cancel what is no longer wanted, then send again.',
  },
  cannotEncode: {
    title: 'Value cannot be encoded',
    what: 'This product speaks its own data format, and the value could not be put into it.',
    acted: acted.notSent,
    next: 'Try a value within the range that the device knows. If every value fails, the script of the product needs mending.',
  },
  invalidTimeout: {
    title: 'Waiting time not allowed',
    what: 'The waiting time was not a whole number of seconds from 1 to 60.',
    acted: acted.notSent,
    next: 'Choose a waiting time from 1 to 60 seconds and send again.',
  },
  invalidArgument: {
    title: 'Request not accepted',
    what: 'EnOS did not accept something in the request, so nothing was sent on.',
    acted: acted.notSent,
    next: 'Correct what the message names and send again.',
  },
  permissionDenied: {
    title: 'Permission missing',
    what: 'The application behind this panel lacks the permission that the message names, or may not reach this asset.',
    acted: acted.notSent,
    next: 'Ask your EnOS administrator to grant it to the application.',
  },
  notFound: {
    title: 'Not found',
    what: 'EnOS does not know the device, asset, point or command that was asked for.',
    acted: acted.notSent,
    next: 'Check the ids. What was just created may take a few seconds to appear.',
  },
  internalError: {
    title: 'Error inside EnOS',
    what: 'EnOS met an error of its own and did not say how far the command had come.',
    acted: acted.maybe,
    next: advice.readBack,
  },
  commandCanceled: {
    title: 'Cancelled',
    what: 'The command was cancelled while it waited.',
    acted: acted.notSent,
    next: 'Nothing needs doing. Send it again if it is wanted after all.',
  },
  commandExpired: {
    title: 'Expired',
    what: 'The device did not come online while the command was kept.',
    acted: acted.notSent,
    next: 'Send it again and keep it longer, if it is still wanted.',
  },
  refusedByDevice: {
    title: 'Refused by the device',
    what: 'The device received the command and refused it.',
    acted: acted.refused,
    next: "Look at the device's reason. Change the value or the device's state, then send again.",
  },
}
