import { createHash, timingSafeEqual } from 'node:crypto'

/** `hmacsha256` is the Java SDK's other name for the plain digest (§5.1). */
const signMethods = new Set(['sha256', 'hmacsha256'])

/** The SHA-256 of what {@link import('#contract/wire/credentials.ts').deviceSignText} gives, upper case. */
export const sign = (text: string): string => createHash('sha256').update(text).digest('hex').toUpperCase()

/** Whether `proof` is the digest of `text`, in either case of hex: Node sends upper, Java lower case (§5.1). */
export function isSignedBy(proof: string, signMethod: string, text: string): boolean {
  if (!signMethods.has(signMethod.toLowerCase())) return false
  const expected = Buffer.from(sign(text))
  const given = Buffer.from(proof.toUpperCase())
  return expected.length === given.length && timingSafeEqual(expected, given)
}
