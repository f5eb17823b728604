/** The words of the typed value editors. */
export const fields = {
  required: 'required',
  optional: 'optional',
  leaveOut: (name: string) => `Leave out ${name}`,
  leftOut: 'left out',
  present: 'now',

  same: 'no change',
  /** `percent` is empty where there is none. */
  difference: (amount: string, percent: string) => (percent === '' ? amount : `${amount} (${percent} %)`),
  less: (amount: string) => `Less by ${amount}`,
  more: (amount: string) => `More by ${amount}`,
  changeSign: 'Change the sign',
  /** The panel's own keys below the box of a number. */
  pad: {
    title: 'Number pad',
    point: 'Decimal point',
    exponent: 'Exponent',
    erase: 'Delete a digit',
    clear: 'Clear the box',
    done: 'Done',
    /** Said where nothing is left in the box. */
    empty: 'empty',
  },

  bytes: (count: number, limit: number) => `${count} of ${limit} bytes`,
  blanksAreSent: 'Blanks at the beginning or the end are sent too.',

  findChoice: 'Find a value',
  noChoiceFound: 'No value has this name or code.',

  pickDateTime: 'Pick day and time',
  pickDay: 'Pick a day',
  pickFor: (pick: string, name: string) => `${pick} for ${name}`,
  withTime: 'With a time of day',
  dateZone: (zone: string) => `The clock of the device (${zone}). It goes out as it is written, without a time zone.`,
  milliseconds: 'ms since 1970 in UTC',
  readsAs: (moment: string, zone: string) => `${moment} on the clock of the device (${zone})`,

  /** A part of a list or a struct with its value. */
  part: (name: string, value: string) => `${name}: ${value}`,
  parts: (parts: string[], others: number) =>
    others === 0 ? parts.join(', ') : `${parts.join(', ')} and ${others} more`,

  element: (number: number) => `Element ${number}`,
  elements: (count: number, limit: number) => `${count} of ${limit} elements`,
  noElements: 'An empty list. It can be sent like this.',
  add: 'Add',
  addElement: 'Add an element',
  removeElement: (number: number) => `Remove element ${number}`,
  moveUp: (number: number) => `Move element ${number} up`,
  moveDown: (number: number) => `Move element ${number} down`,
  pasteList: 'Paste a list',
  pasteHint: 'A column or row of a spreadsheet, values with commas between them, or a JSON list.',
  pasteBox: 'Values to take over',
  pasteReplace: (count: number) => (count === 1 ? 'Replace all by this element' : `Replace all by these ${count}`),
  pasteAppend: (count: number) => (count === 1 ? 'Add this element' : `Add these ${count}`),
  pasted: (count: number) => (count === 1 ? '1 element pasted' : `${count} elements pasted`),

  editAs: 'Edit as',
  form: 'Form',
  json: 'JSON',
  textIsBroken:
    'The JSON text cannot be read as an object, so the form is empty. What you enter here begins the text anew.',
  jsonHint: 'Sent as it is written: order and digits stay. Only blanks between the parts are left out.',
  formatJson: 'Format',
  compactJson: 'One line',
  notSettable: 'Files are uploaded over another road, so this value cannot be set here.',
  notSettableMember: 'A value of this type cannot be set here, so it is left out.',
  loadingEditor: 'Loading the editor',
}
