import type { Database } from '#database/open-database.ts'

/** Rows that are taken up at once: others wait for the disk meanwhile, so that it may be some ms and no more. */
const atOnce = 32
/** ms after a send, so that it is over and its row stands in the indexes as it ended. */
const afterwards = 500
/** Rows that wait at most: each is looked at by every search. */
const mostWaiting = 128

/** The condition of rows that no index of searches has yet: whoever searches looks at each of them as well. */
export const notListed = 'operation INDEXED BY operation_not_listed WHERE operation.listed = 0'

/**
 * Puts operations into the indexes by which people search, the text's among them, a while after they changed: a send
 * does not wait for it. What a crash leaves is taken up at the next start.
 */
export function createLister({ sqlite, write }: Pick<Database, 'sqlite' | 'write'>) {
  // Who waits for an answer changes once more.
  const list = sqlite.prepare(
    `UPDATE operation SET listed = 1
     WHERE seq IN (SELECT operation.seq FROM ${notListed} AND outcome <> 'waiting' ORDER BY operation.seq LIMIT ${atOnce})`,
  )
  let waiting = 0
  let timer: NodeJS.Timeout | undefined
  let listing = Promise.resolve()

  async function listAll(): Promise<void> {
    while (sqlite.open && (await write(() => list.run().changes)) === atOnce);
  }

  function listNow(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    waiting = 0
    // A disk that does not take it now does later, and till then the rows are found one by one.
    listing = listing.then(listAll).catch(() => undefined)
    return listing
  }

  function listSoon(): void {
    waiting += 1
    if (waiting >= mostWaiting) void listNow()
    else timer ??= setTimeout(() => void listNow(), afterwards).unref()
  }

  return {
    /** An operation was recorded or has changed. */
    listSoon,
    /** Resolves when all that have an outcome are listed, or the disk refuses. */
    listNow,
  }
}
