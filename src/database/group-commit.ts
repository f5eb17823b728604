import type Sqlite from 'better-sqlite3'

interface Waiting {
  run(): void
  committed(): void
  failed(error: unknown): void
}

/** Turns of the event loop for which a commit waits at most while each of them brings more to write. */
const mostTurns = 8

/**
 * One transaction, and so one wait for the disk, for all that is written in a turn of the event loop; and in the turns
 * after it, while they bring more: a disk takes as long for a hundred changes as for one.
 * @param committed called when a transaction is on disk.
 */
export function groupCommit(sqlite: Sqlite.Database, committed: () => void = () => undefined) {
  let waiting: Waiting[] = []

  const savepoint = sqlite.prepare('SAVEPOINT one')
  const release = sqlite.prepare('RELEASE one')
  const undo = sqlite.prepare('ROLLBACK TO one')

  /** In a savepoint of its own, so that work which throws is undone alone. */
  function runAlone({ run, committed, failed }: Waiting): () => void {
    savepoint.run()
    try {
      run()
      release.run()
      return committed
    } catch (error) {
      // A full disk may undo the whole group, and whatever else ran in its name would be stored on its own.
      if (!sqlite.inTransaction) throw error
      undo.run()
      release.run()
      return () => failed(error)
    }
  }

  const eachAlone = sqlite.transaction((group: Waiting[]): (() => void)[] => group.map(runAlone))

  /** Nearly always nothing throws, and savepoints cost as much as what is written. Says where somebody's work threw. */
  const allAtOnce = sqlite.transaction((group: Waiting[], workThrew: () => void): void => {
    try {
      for (const { run } of group) run()
    } catch (error) {
      if (sqlite.inTransaction) workThrew()
      throw error
    }
  })

  /** A group in which work throws is undone, and run again to keep that of the others. */
  function commit(group: Waiting[]): (() => void)[] {
    let hasThrown = false
    try {
      // Immediate: a program beside this one may write too, and then this one waits its turn.
      allAtOnce.immediate(group, () => {
        hasThrown = true
      })
      return group.map(({ committed }) => committed)
    } catch (error) {
      if (!hasThrown) throw error
      return eachAlone.immediate(group)
    }
  }

  function flush(): void {
    const group = waiting
    if (group.length === 0) return
    waiting = []
    try {
      for (const settle of commit(group)) settle()
    } catch (error) {
      for (const one of group) one.failed(error)
      return
    }
    committed()
  }

  /** Flushes as soon as a turn of the loop brought nothing more. */
  function flushSoon(seen: number, turns: number): void {
    setImmediate(() => {
      if (waiting.length > seen && turns < mostTurns) flushSoon(waiting.length, turns + 1)
      else flush()
    })
  }

  function write<T>(work: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      let result: T
      if (waiting.length === 0) flushSoon(0, 1)
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
