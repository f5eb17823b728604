import { numberType } from './number-type.ts'

/** INT (§6): a whole number of 32 bits with sign. */
export const intType = numberType({ whole: true, minimum: '-2147483648', maximum: '2147483647' })
