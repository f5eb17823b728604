import { mkdirSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Beside the packages: on the machine's disk, which the folder for temporary files often is not. */
export const cacheFolder = fileURLToPath(new URL('../../node_modules/.cache/setpoint-bench', import.meta.url))

/** A new folder for what one scenario writes. */
export function newFolder(name: string): string {
  mkdirSync(cacheFolder, { recursive: true })
  return mkdtempSync(join(cacheFolder, `${name}-`))
}
