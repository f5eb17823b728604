/**
 * A key that no other draft has. `randomUUID` is missing where a page is served without TLS from another machine;
 * 128 random bits do as well.
 */
export function newIdempotencyKey(source: Pick<Crypto, 'getRandomValues'> & { randomUUID?: () => string }): string {
  if (source.randomUUID) return source.randomUUID()
  return [...source.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

interface KeyUse {
  idempotencyKey: string
  /** The content that the key was used for; empty for none. */
  usedFor: string
}

/** The key under which a content may leave: the draft's own, until it was used for another content. */
export function keyFor({ idempotencyKey, usedFor }: KeyUse, content: string, newKey: () => string): KeyUse {
  const isFree = usedFor === '' || usedFor === content
  return { idempotencyKey: isFree ? idempotencyKey : newKey(), usedFor: content }
}
