import { numberType } from './number-type.ts'

/** DOUBLE (§6): the range of double precision. Digits beyond its precision are sent as typed; the device rounds. */
export const doubleType = numberType({
  whole: false,
  minimum: '-1.7976931348623157e308',
  maximum: '1.7976931348623157e308',
})
