import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import * as z from 'zod'

/** ms that a person may take at the identity provider. */
export const transactionTime = 10 * 60_000
/** How many answered ones are remembered; the provider takes a code only once anyway. */
const mostAnswered = 10_000

const transactionSchema = z.object({
  /** Leads the answer back to its question. */
  state: z.string(),
  /** Binds the id token to it. */
  nonce: z.string(),
  /** Proves at the token endpoint that it is we who asked (PKCE). */
  verifier: z.string(),
  returnTo: z.string(),
  /** Whether the provider has to ask the person anew. */
  again: z.boolean(),
  /** When it began; ms since the epoch. */
  startTime: z.number(),
})
/** One sign-in under way at the identity provider. */
export type Transaction = z.infer<typeof transactionSchema>

/** Bytes of the nonce and the tag of AES-GCM. */
const ivLength = 12
const tagLength = 16

/**
 * Sign-ins under way, kept by the browsers that began them: each in a cookie that only this process can write and read.
 * So a flood of beginnings takes no memory and pushes nobody else's out; a restart ends those under way.
 */
export function createTransactions(now: () => number) {
  const key = randomBytes(32)
  const answered = new Map<string, number>()

  function forgetAnswered(): void {
    for (const [state, endTime] of answered) {
      if (endTime > now() && answered.size < mostAnswered) return
      answered.delete(state)
    }
  }

  function unseal(text: string): Transaction | undefined {
    const bytes = Buffer.from(text, 'base64url')
    if (bytes.length <= ivLength + tagLength) return undefined
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivLength), { authTagLength: tagLength })
    decipher.setAuthTag(bytes.subarray(-tagLength))
    try {
      const plain = Buffer.concat([decipher.update(bytes.subarray(ivLength, -tagLength)), decipher.final()])
      return transactionSchema.parse(JSON.parse(plain.toString()))
    } catch {
      return undefined
    }
  }

  return {
    /** @returns what the browser keeps. */
    seal(transaction: Transaction): string {
      const iv = randomBytes(ivLength)
      const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: tagLength })
      const sealed = [iv, cipher.update(JSON.stringify(transaction)), cipher.final(), cipher.getAuthTag()]
      return Buffer.concat(sealed).toString('base64url')
    },
    /** The transaction that a browser kept, once: undefined where it is another's, too old, or was answered before. */
    take(kept: string, state: string): Transaction | undefined {
      const transaction = unseal(kept)
      if (!transaction || transaction.state !== state) return undefined
      const endTime = transaction.startTime + transactionTime
      if (now() >= endTime || answered.has(state)) return undefined
      forgetAnswered()
      answered.set(state, endTime)
      return transaction
    },
  }
}
export type Transactions = ReturnType<typeof createTransactions>
