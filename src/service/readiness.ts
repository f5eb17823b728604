/** Why a program takes no work now. */
export type NotReady = 'starting' | 'stopping' | 'databaseNotWritable'

/** ms for which an answer of the disk holds: nobody makes it write more by asking more often. */
const holds = 2000
/** ms for which a write that failed counts: on a disk that is nearly full a small one may still go well. */
const failureHolds = 10_000

/**
 * Whether a program takes work.
 * @param write writes something of no account to the program's database; rejects where that cannot be done.
 * @param now ms of a clock that is never set.
 */
export function createReadiness(write: () => Promise<unknown>, now: () => number = () => performance.now()) {
  let state: 'starting' | 'running' | 'stopping' = 'starting'
  let failedTime = Number.NEGATIVE_INFINITY
  let asked: { time: number; isWritable: Promise<boolean> } | undefined

  function isWritable(): Promise<boolean> {
    const time = now()
    if (time - failedTime < failureHolds) return Promise.resolve(false)
    if (!asked || time - asked.time > holds) {
      // Called within a promise, so that what it throws at once is a rejection too.
      const written = Promise.resolve().then(write)
      asked = { time, isWritable: written.then(() => true).catch(() => false) }
    }
    return asked.isWritable
  }

  return {
    /** The program takes work from now on. */
    begin(): void {
      if (state === 'starting') state = 'running'
    },
    /** It takes none any more. */
    end(): void {
      state = 'stopping'
    },
    /** The disk did not take what the program wrote. */
    writeFailed(): void {
      failedTime = now()
    },
    /** Null where it takes work. */
    async whyNot(): Promise<NotReady | null> {
      if (state !== 'running') return state
      return (await isWritable()) ? null : 'databaseNotWritable'
    },
  }
}
export type Readiness = ReturnType<typeof createReadiness>
