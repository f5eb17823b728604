import { problemSentencesEn } from '#contract/value/sentences-en.ts'
import { device } from './en/device.ts'
import { errorCodes } from './en/error-codes.ts'
import { failuresInShort } from './en/failures-in-short.ts'
import { operation } from './en/operation.ts'
import { operations } from './en/operations.ts'
import { point } from './en/point.ts'
import { setPoint } from './en/set-point.ts'
import { shell } from './en/shell.ts'

/** English, complete; the other languages must have its shape. */
export const en = {
  /** BCP 47, for numbers and dates. */
  locale: 'en',
  /** EnOS's name of it, for names of devices and points. */
  enosLocale: 'en_US',
  shell,
  device,
  point,
  setPoint,
  operations,
  operation,
  errorCodes,
  failures: failuresInShort,
  problems: problemSentencesEn,
}

export type Text = typeof en
