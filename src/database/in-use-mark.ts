import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'

/**
 * A file beside a database for as long as it is open. The newest entries may stand in the `-wal` file alone; after a
 * crash SQLite takes them from there, but it does not know whether there should have been one.
 */
export function createInUseMark(file: string) {
  const mark = `${file}-in-use`
  const wal = `${file}-wal`
  /** A disk that fails now has told so elsewhere, and a mark too few is only a warning less. */
  const ifPossible = (act: () => void): void => {
    try {
      act()
    } catch {}
  }
  const removeFile = (): void => ifPossible(() => rmSync(mark, { force: true }))

  function make(): void {
    writeFileSync(mark, '')
    // What ends without closing, though not by a signal, is closed by the library after this.
    process.on('exit', removeFile)
  }
  function remove(): void {
    process.off('exit', removeFile)
    removeFile()
  }

  return {
    /**
     * Call it before the database is opened, which would make the missing file anew.
     * @throws Error where the database was not closed and its `-wal` file is gone.
     */
    assertWhole(): void {
      if (!existsSync(mark) || existsSync(wal)) return
      // Another program may have closed it just now.
      if (!existsSync(mark)) return
      const name = basename(file)
      throw new Error(
        `${name}-wal, where the newest entries of ${file} stood, is missing: put it back beside it; if it is lost for good, or the file is a backup, delete ${name}-in-use and start again`,
      )
    },
    make,
    remove,
    /** Call it after the database was closed: another program may have it open still. */
    leave(): void {
      if (!existsSync(wal)) return
      ifPossible(() => writeFileSync(mark, ''))
      if (!existsSync(wal)) removeFile()
    },
  }
}
