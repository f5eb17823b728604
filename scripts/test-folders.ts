import { mkdtempSync, rmSync } from 'node:fs'
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

/** Gives the tests one temporary folder for all of theirs and one of built programs, and takes them away when the last has ended. */
export async function setup(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'setpoint-tests-'))
  // On Windows it is the other two that say where.
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder
  const built = await buildPrograms('test-programs', programs)
  process.env.BUILT_PROGRAMS = built.folder
  return () => {
    built.remove()
    rmSync(folder, { recursive: true, force: true })
  }
}
