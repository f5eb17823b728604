import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { Failure } from '#contract/enos/failure.ts'

export interface PasswordCost {
  /** KiB. */
  memory: number
  passes: number
}

/** Hashes computed at once; each takes one of Node's four threads for files and names, and its memory. */
const atOnce = 2
/** Hashes that may wait: beyond it, people wait less by coming back. */
const mostWaiting = 20
/** Seconds after which they may. */
const comeBackAfter = 5

/** Argon2id, a few at a time, so that attempts to sign in leave the server its breath. */
export function createPasswords({ memory, passes }: PasswordCost) {
  const options = { memoryCost: memory, timeCost: passes, parallelism: 1 }
  const waiting: (() => void)[] = []
  let running = 0
  let nobodys: Promise<string> | undefined

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running < atOnce) running++
    else if (waiting.length >= mostWaiting) {
      const data = { retryAfter: comeBackAfter }
      throw new Failure('tooManyRequests', 'too many people sign in at this moment', { data })
    } else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }

  return {
    /** The hash to keep, with salt and cost in it. @throws Failure tooManyRequests where too many wait. */
    hash: (password: string): Promise<string> => inTurn(() => hash(password.normalize('NFKC'), options)),
    /**
     * Whether it is the password of `kept`; for undefined, nobody's, it takes as long and is false.
     * @throws Failure tooManyRequests where too many wait.
     */
    async isRight(password: string, kept: string | undefined): Promise<boolean> {
      nobodys ??= hash(randomBytes(32), options)
      const other = await nobodys
      return (await inTurn(() => verify(kept ?? other, password.normalize('NFKC')))) && kept !== undefined
    },
  }
}
export type Passwords = ReturnType<typeof createPasswords>
