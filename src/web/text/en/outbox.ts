/** Drafts that are kept on this device because there was no network; released by a person, one at a time. */
export const outbox = {
  title: 'Kept here, not sent',
  /** In the header. */
  count: (count: number) => `${count} kept here, not sent`,
  about:
    'What was prepared without a network. Nothing of it has been sent, and nothing leaves by itself: look at each one, and release it.',

  keep: 'Keep on this device, not sent',
  keptTitle: 'Kept here, not sent',
  kept: 'It stays until you release or delete it, or the browser is cleared.',
  keptInstall: 'It stays until the browser is cleared; install the panel so that it is not cleared by itself.',
  show: 'Show what is kept',
  cannotTitle: 'This browser cannot keep drafts',
  cannot:
    'A private window, no room left, or storage that is switched off. Nothing was kept: the draft stays in this editor for as long as the tab is open.',

  emptyTitle: 'Nothing is kept here',
  empty: 'Without a network, the main button of the editor keeps a draft on this device instead of sending it.',
  unreadableTitle: 'What is kept here cannot be read',
  unreadable: 'The browser gives no access to its storage. Nothing of it has been sent.',
  ofOthers: (count: number) =>
    count === 1
      ? '1 more is kept here by another person. It is shown when they sign in.'
      : `${count} more are kept here by other people. They are shown when those sign in.`,
  elsewhere: (count: number) =>
    count === 1
      ? '1 more of yours is for another EnOS. Choose that one in the header to see it.'
      : `${count} more of yours are for another EnOS. Choose that one in the header to see them.`,

  noticeTitle: (count: number) =>
    count === 1 ? '1 draft is kept here, not sent' : `${count} drafts are kept here, not sent`,
  notice: 'Nothing leaves by itself. Compare each with what holds now, then release or delete it.',
  noticeShow: 'Look at them',
  later: 'Later',
  goneTitle: (count: number) =>
    count === 1 ? '1 draft that was kept here is gone' : `${count} drafts that were kept here are gone`,
  gone: 'The browser’s storage was cleared. They were not sent from here since; write them again if they still matter.',
  understood: 'Understood',

  /** Of one draft. */
  before: 'Then',
  now: 'Now',
  nothing: 'nothing reported',
  unknownNow: 'not known without a network',
  reported: (age: string) => `reported ${age}`,
  changed: 'changed since',
  unchanged: 'unchanged',
  age: 'Kept',
  keptAt: (moment: string, age: string) => `${moment}, ${age}`,
  clockMoved: 'The clock of this device was changed: it may be less, but it is not more.',
  way: 'Sending',
  wayNow: (wait: string) => `now, wait at most ${wait}`,
  wayOnline: (keep: string, wait: string) =>
    `when online, keep for ${keep} from the release, then wait at most ${wait}`,
  onlyIf: (value: string) => `Only if the device then still reports ${value}.`,
  onlyIfNot: (value: string) => `Only if the device still reports ${value}, which it does not: it would not be sent.`,
  wayOf: {
    good: 'The device is online.',
    offlineNow: 'The device is offline: sent now, it would fail. Choose “When online” at the release.',
    offlineQueued: 'The device is offline: it would wait there, counted from the release.',
    onlineQueued: 'The device is online: it would go at once.',
    inactive: 'The device has never been online.',
    disabled: 'The device is disabled: it takes no commands.',
    unknown: 'What state the device is in is not known.',
  },
  refused: 'You may not set this point at this moment.',
  why: 'Why',
  since: 'Since then',
  sinceNothing: 'no other command for this point',
  sinceOne: (person: string, value: string, age: string) => `${person} set ${value}, ${age}`,
  sinceMore: (count: number) => (count === 1 ? '1 more before it' : `${count} more before it`),
  tooOld: (limit: string) => `Kept for more than ${limit}: it has to be typed again.`,
  wasTried: 'A release was begun and did not arrive: nothing was sent.',
  lookingUp:
    'A release was begun and cut off. It is being found out whether it was sent; it is never sent again by itself.',
  lookUpLost:
    'A release was begun and cut off. Whether it was sent is found out when the connection is back; it is never sent again by itself.',
  released: 'Released',
  details: 'Its command',
  release: 'Check and release',
  retype: 'Type it again',
  edit: 'Edit',
  delete: 'Delete',
  deleteSure: 'Delete this draft? It was not sent.',
  deleteYes: 'Yes, delete it',
  deleteNo: 'Keep it',
  deleted: 'The draft was deleted. It was not sent.',
  needsNetwork: 'It can be released when the connection is back.',

  /** In the editor. */
  releasing: 'This is a draft that was kept here',
  releaseHelp: 'Nothing is sent before you confirm it. It then leaves once, and is kept here no more.',
  retypeHelp: (value: string) =>
    `It is too old to be sent as it is. It was to be ${value}: if that still holds, type it again.`,
  question: 'Something has changed since this was kept. Is it still right to set it?',
  goneHere: 'This kept draft is here no more: it was released or deleted, or another person kept it.',
  notBegunTitle: 'Nothing was sent',
  notBegun:
    'The draft is here no more, or this browser could not note that it leaves. Look at the commands of the point before you set it again.',
}
