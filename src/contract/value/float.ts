import { numberType } from './number-type.ts'

/** FLOAT (§6): the range of single precision. Digits beyond its precision are sent as typed; the device rounds. */
export const floatType = numberType({ whole: false, minimum: '-3.4028235e38', maximum: '3.4028235e38' })
