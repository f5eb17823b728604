import { createHash } from 'node:crypto'

/** SHA-256 in hexadecimal, for what is only ever compared. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
