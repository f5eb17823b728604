import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import type Sqlite from 'better-sqlite3'

/** Rows that are changed before the thread is asked to copy them; each touches a few pages. */
const rowsAtOnce = 500
/** ms between the end of one copy and the next: pages that are changed again and again are copied once. */
const rest = 100
/** Pages in the `-wal` file from which on a commit copies what the thread has left over, so that the file begins anew. */
const mostPages = 4000
/** The longest that closing waits for the thread, ms. */
const lastWords = 10_000

/** Places in the memory that both threads see. */
const [asked, ended] = [0, 1]
/** Values of the first. */
const [nothing, copy, end] = [0, 1, 2]

/** Runs in a thread that does nothing else, so that it may stand still until it is asked. */
const program = `
const { workerData } = require('node:worker_threads')
const { library, file, memory, rest } = workerData
const state = new Int32Array(memory)
try {
  const sqlite = new (require(library))(file, { fileMustExist: true })
  sqlite.pragma('synchronous = FULL')
  for (;;) {
    Atomics.wait(state, ${asked}, ${nothing})
    if (Atomics.compareExchange(state, ${asked}, ${copy}, ${nothing}) === ${end}) break
    // A disk that fails says so to whoever writes.
    try {
      sqlite.pragma('wal_checkpoint(PASSIVE)')
    } catch {}
    const until = performance.now() + rest
    for (let left = rest; left > 0 && Atomics.load(state, ${asked}) !== ${end}; left = until - performance.now()) {
      Atomics.wait(state, ${asked}, Atomics.load(state, ${asked}), left)
    }
  }
  sqlite.close()
} finally {
  Atomics.store(state, ${ended}, 1)
  Atomics.notify(state, ${ended})
}
`

/**
 * Copies what was committed from the `-wal` file into the database's own in a thread: with a large file that is a thousand
 * places all over the disk, and takes as long as fifty commits. Begins when there is something to copy.
 */
export function createCheckpointThread(sqlite: Sqlite.Database, file: string) {
  sqlite.pragma(`wal_autocheckpoint = ${mostPages}`)
  const changedRows = sqlite.prepare('SELECT total_changes()').pluck()
  const state = new Int32Array(new SharedArrayBuffer(8))
  let isStarted = false
  let copied = Number(changedRows.get())

  function ask(what: number): void {
    Atomics.store(state, asked, what)
    Atomics.notify(state, asked)
  }

  function start(): void {
    isStarted = true
    const library = createRequire(import.meta.url).resolve('better-sqlite3')
    const workerData = { library, file, memory: state.buffer, rest }
    const worker = new Worker(program, { eval: true, workerData, execArgv: [] })
    worker.unref()
    // Without it commits copy by themselves, a little later.
    worker.on('error', () => Atomics.store(state, ended, 1))
  }

  return {
    /** Call it after each commit. */
    committed(): void {
      const changed = Number(changedRows.get())
      if (changed - copied < rowsAtOnce) return
      copied = changed
      if (!isStarted) start()
      ask(copy)
    },
    /** Call it before the database is closed: whoever closes last tidies up, and that is to be the database. */
    stop(): void {
      if (!isStarted) return
      ask(end)
      Atomics.wait(state, ended, 0, lastWords)
    },
  }
}
