import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Gives the tests one temporary folder for all of theirs, and takes it away when the last has ended. */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'setpoint-tests-'))
  // On Windows it is the other two that say where.
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder
  return () => rmSync(folder, { recursive: true, force: true })
}
