import { accessSync, constants, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildPrograms } from './build-programs.ts'

/** The programs that tests start as processes of their own: `<name>.js` in the folder BUILT_PROGRAMS. */
const programs = {
  setpoint: 'src/setpoint.ts',
  proxy: 'src/proxy/main.ts',
  connect: 'src/connect/main.ts',
  fleet: 'src/fleet/main.ts',
  'killed-program': 'src/connect/store/sqlite/killed-program.test-support.ts',
}

const gigabyte = 1024 ** 3
/** Linux's file system in memory. */
const inMemory = '/dev/shm'

/** Whether memory takes the tests' files, a fraction of this, and leaves enough for the tests. */
function hasRoomInMemory(): boolean {
  try {
    accessSync(inMemory, constants.W_OK)
    const { bavail, bsize } = statfsSync(inMemory)
    return bavail * bsize > 3 * gigabyte && process.availableMemory() > 8 * gigabyte
  } catch {
    return false
  }
}

/** Gives the tests one temporary folder for all of theirs and one of built programs, and takes them away when the last has ended. */
export async function setup(): Promise<() => void> {
  // Each send waits for the disk twice: one that is busy with other things makes a test of seconds one of minutes.
  const folder = mkdtempSync(join(hasRoomInMemory() ? inMemory : tmpdir(), 'setpoint-tests-'))
  // On Windows it is the other two that say where.
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder
  const built = await buildPrograms('test-programs', programs)
  process.env.BUILT_PROGRAMS = built.folder
  return () => {
    built.remove()
    // A program that was ended may be writing its last.
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }
}
