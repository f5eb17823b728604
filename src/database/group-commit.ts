import type Sqlite from 'better-sqlite3'

interface Waiting {
  run(): void
  committed(): void
  failed(error: unknown): void
}

/** One transaction, and so one wait for the disk, for all that is written in a turn of the event loop. */
export function groupCommit(sqlite: Sqlite.Database) {
  let waiting: Waiting[] = []

  const commit = sqlite.transaction((group: Waiting[]): (() => void)[] =>
    group.map((one) => {
      try {
        // Nested: a savepoint of its own, so that work which throws is undone alone.
        sqlite.transaction(one.run)()
        return one.committed
      } catch (error) {
        // A full disk may undo the whole group, and whatever else ran in its name would be stored on its own.
        if (!sqlite.inTransaction) throw error
        return () => one.failed(error)
      }
    }),
  )

  function flush(): void {
    const group = waiting
    if (group.length === 0) return
    waiting = []
    try {
      // Immediate: a program beside this one may write too, and then this one waits its turn.
      for (const settle of commit.immediate(group)) settle()
    } catch (error) {
      for (const one of group) one.failed(error)
    }
  }

  function write<T>(work: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      let result: T
      if (waiting.length === 0) setImmediate(flush)
      waiting.push({
        run: () => {
          result = work()
        },
        committed: () => resolve(result),
        failed: reject,
      })
    })
  }

  return { write, flush }
}
