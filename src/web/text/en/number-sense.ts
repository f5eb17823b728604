/** Numbers with their units, as for people. */
export interface SenseWords {
  typed: string
  usual: string
  /** The unit in which it would be usual; empty for none. */
  inUnit: string
}

/** Plain questions before a review, where a number may not be the one that was meant. */
export const numberSense = {
  sign: ({ typed, usual }: SenseWords) => `The other sign than before (${usual}). Do you mean ${typed}?`,
  tenTimes: ({ typed, usual }: SenseWords) => `About ten times the usual (${usual}). Do you mean ${typed}?`,
  tenth: ({ typed, usual }: SenseWords) => `About a tenth of the usual (${usual}). Do you mean ${typed}?`,
  unit: ({ typed, usual, inUnit }: SenseWords) =>
    `Far from the usual (${usual}), unless it was meant in ${inUnit}. Do you mean ${typed}?`,
  step: ({ typed, usual }: SenseWords) =>
    `More than ten times the largest step of late, from ${usual}. Do you mean ${typed}?`,
  confirm: (typed: string) => `Yes, ${typed}`,
  takeMeant: (meant: string) => `Use ${meant}`,
  held: (held: string) => `The device will hold ${held}.`,
}
