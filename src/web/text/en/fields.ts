/** The words of the typed value editors. */
export const fields = {
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

  notSettable: 'Files are uploaded over another road, so this value cannot be set here.',
  notSettableMember: 'A value of this type cannot be set here, so it is left out.',
}
